import PassoDiagnostics

/// The warnings that an author accepts on purpose, by a comment in the file:
/// `# passo: allow exits-siblings: leaving the form ends its copy`.
///
/// It stands at the end of the line that the warning points to, or on lines of its own before that
/// line; in XML it is `<!-- passo: allow … -->`. Several ids are separated by commas; what follows
/// them is the reason. Being a comment, it does not change what the definition is.
struct Allowances {
    private struct Allowance {
        let id: String
        let range: SourceRange
        /// The line whose warnings are accepted.
        let line: Int
    }

    private let source: SourceText
    private var allowances: [Allowance] = []

    /// Finds the comments of a file.
    init(_ source: SourceText) {
        self.source = source
        guard source.utf8.contains(text: Self.mark) else { return }
        var waiting: [(id: String, range: SourceRange)] = []
        for line in 1...source.lineCount {
            let range = source.lineRange(line)
            let bytes = source.utf8[range.lowerBound..<range.upperBound]
            let content = bytes.drop { $0 == 0x20 || $0 == 0x09 }
            let isComment = content.first == UInt8(ascii: "#") || content.starts(with: "<!--".utf8)
            waiting += Self.ids(in: bytes)
            guard !isComment, !content.isEmpty else { continue }
            allowances += waiting.map { Allowance(id: $0.id, range: $0.range, line: line) }
            waiting = []
        }
        allowances += waiting.map {
            Allowance(id: $0.id, range: $0.range, line: source.lineCount)
        }
    }

    /// Leaves out the warnings that are accepted.
    ///
    /// - Parameter diagnostics: all that was found.
    /// - Returns: what remains; where nothing is wrong otherwise, also the acceptances of warnings
    ///   that there are not.
    func applied(to diagnostics: [Diagnostic]) -> [Diagnostic] {
        guard !allowances.isEmpty else { return diagnostics }
        var used: Set<Int> = []
        var result = diagnostics.filter { diagnostic in
            guard diagnostic.severity == .warning else { return true }
            let line = source.position(at: diagnostic.range.lowerBound).line
            let matching = allowances.indices.filter {
                allowances[$0].line == line && allowances[$0].id == diagnostic.id.rawValue
            }
            used.formUnion(matching)
            return matching.isEmpty
        }
        // With errors the lint has not looked, so nobody knows what is needed.
        if !result.contains(where: { $0.severity == .error }) {
            result += allowances.indices.filter { !used.contains($0) }.map {
                .needlessAllow(allowances[$0].id, at: allowances[$0].range, in: source)
            }
        }
        return result
    }

    private static let mark = Array("passo: allow ".utf8)

    /// The ids that a line accepts: after the mark, in a comment, separated by commas.
    private static func ids(in line: ArraySlice<UInt8>) -> [(id: String, range: SourceRange)] {
        guard let start = line.firstRange(of: mark), opensComment(line[..<start.lowerBound]) else {
            return []
        }
        var result: [(id: String, range: SourceRange)] = []
        var rest = line[start.upperBound...]
        while true {
            rest = rest.drop { $0 == 0x20 }
            let id = rest.prefix { isLetter($0) }
            guard !id.isEmpty else { return result }
            result.append(
                (String(decoding: id, as: UTF8.self), SourceRange(id.startIndex, id.endIndex))
            )
            rest = rest[id.endIndex...].drop { $0 == 0x20 }
            guard rest.first == UInt8(ascii: ",") else { return result }
            rest = rest.dropFirst()
        }
    }

    /// Whether what stands before the mark begins a comment, and nothing else follows in it.
    private static func opensComment(_ before: ArraySlice<UInt8>) -> Bool {
        let text = before.reversed().drop { $0 == 0x20 }.reversed()
        return text.last == UInt8(ascii: "#") || Array(text.suffix(4)) == Array("<!--".utf8)
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || byte == UInt8(ascii: "-")
    }
}

extension [UInt8] {
    fileprivate func contains(text: [UInt8]) -> Bool { self[...].firstRange(of: text) != nil }
}
