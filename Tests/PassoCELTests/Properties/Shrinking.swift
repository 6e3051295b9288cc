import PassoCEL

/// Makes a text that fails smaller, as long as it still fails.
enum Shrinking {
    /// The smallest expression found that fails as the given one does.
    ///
    /// Any part of the tree may take the place of the whole or of a part above it, and so may a
    /// constant. Steps are bounded, since a failure needs not be the smallest to be understood.
    static func smallest(_ text: String, fails: (String) -> Bool) -> String {
        var best = text
        var attempts = 2_000
        while let smaller = candidates(best).first(where: { candidate in
            attempts -= 1
            return attempts > 0 && fails(candidate)
        }) {
            best = smaller
        }
        return best
    }

    private static let constants = ["0", "1", "true", "false", "''", "[]", "[0]", "{}", "null"]

    /// Shorter texts, the shortest first.
    private static func candidates(_ text: String) -> [String] {
        guard let tree = CELParser.parse(text).0 else { return [] }
        let bytes = Array(text.utf8)
        func part(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
        var results: Set<String> = []
        for node in tree.nodes {
            let before = part(0..<node.range.lowerBound)
            let after = part(node.range.upperBound..<bytes.count)
            results.insert(part(node.range))
            for child in node.kind.children.map({ tree[$0].range }) {
                results.insert(before + part(child) + after)
                results.insert(before + "(" + part(child) + ")" + after)
            }
            for constant in constants { results.insert(before + constant + after) }
        }
        return results.filter { $0.utf8.count < bytes.count }
            .sorted { ($0.utf8.count, $0) < ($1.utf8.count, $1) }
    }
}
