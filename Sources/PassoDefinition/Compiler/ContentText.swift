import PassoCEL
import PassoDiagnostics
import PassoText

/// The value of content as it stands in a document (Recommendation, 5.3 and 5.6).
enum ContentText {
    /// JSON as the value that it is; any other text with its white space collapsed.
    static func value(of text: String) -> CELValue {
        let (node, problems) = JSONReader.read(SourceText(name: "", text))
        if problems.isEmpty, let value = node.flatMap({ value(of: $0) }) { return value }
        return CELValue(collapsed(text))
    }

    /// The words of a text with one space between them.
    static func collapsed(_ text: String) -> String {
        text.split { " \t\n\r".contains($0) || $0 == "\r\n" }.joined(separator: " ")
    }

    /// The depth is that of the tree, which the reader bounds.
    private static func value(of node: TextNode) -> CELValue? {
        switch node.content {
        case .sequence(let items): return CELValue(items.compactMap { value(of: $0) })
        case .mapping(let entries):
            let pairs = entries.compactMap { entry in
                value(of: entry.value).map { (CELValue(entry.name), $0) }
            }
            return .map(CELMap(pairs))
        case .scalar(let scalar): return scalar.celValue
        }
    }
}
