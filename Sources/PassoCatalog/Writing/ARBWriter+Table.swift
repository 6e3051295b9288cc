internal import PassoDiagnostics
internal import PassoMessages
internal import PassoText

extension ARBWriter {
    /// The tree of the file that a table would be read from.
    static func node(of table: StringTable) -> TextNode {
        var members = [TextEntry(key: node("@@locale"), value: node(table.locale))]
        members += table.attributes + table.orphanMetadata
        for entry in table.entries {
            members.append(TextEntry(key: node(entry.key), value: node(entry.pattern)))
            if entry.metadataRange != nil || !entry.metadata.isEmpty {
                let metadata = TextNode(
                    range: SourceRange(at: 0),
                    content: .mapping(entry.metadata)
                )
                members.append(TextEntry(key: node("@" + entry.key), value: metadata))
            }
        }
        return TextNode(range: SourceRange(at: 0), content: .mapping(members))
    }

    private static func node(_ text: String) -> TextNode {
        TextNode(
            range: SourceRange(at: 0),
            content: .scalar(TextScalar(text: text, style: .doubleQuoted, at: 0))
        )
    }
}
