internal import PassoDiagnostics
public import PassoMessages
public import PassoText

/// Writes Application Resource Bundles in one canonical form, so that two tables with the same
/// content are the same bytes and a change of one message is a change of one line.
///
/// - `@@locale` first, then the other members of the file that begin with `@@` (comments, mostly),
///   then the messages, each with its metadata behind it; all sorted by the bytes of their names.
/// - In metadata: description, placeholders, x-maxLength, x-screenshot, then all others sorted. Placeholders
///   keep their order; in each: type, format, example, description, then all others sorted.
/// - What means nothing to Passo is kept as it is: members, their order, the digits of numbers.
/// - Two spaces for each level; characters that cannot be seen are escaped; one line break at the end.
public enum ARBWriter {
    /// Writes a table.
    public static func text(of table: StringTable) -> String {
        text(of: node(of: table))
    }

    /// Writes the tree of a file.
    ///
    /// - Parameter node: a tree that was read without mistakes, such as
    ///   ``/PassoText/JSONReader`` gives; it may be no valid table.
    /// - Returns: the file's text, with a line break at its end.
    public static func text(of node: TextNode) -> String {
        if let members = node.mapping { return text(of: members) }
        var writer = JSONWriter()
        writer.write(node)
        return writer.text + "\n"
    }

    /// Writes the members of a file.
    static func text(of members: [TextEntry]) -> String {
        var writer = JSONWriter()
        writer.write(members: canonical(members))
        return writer.text + "\n"
    }

    /// Writes a text as a JSON string, with its quotes.
    public static func quoted(_ text: String) -> String {
        "\"" + EscapedText.write(text, quote: true) + "\""
    }

    /// The members of a file in the canonical order, each in canonical form.
    private static func canonical(_ members: [TextEntry]) -> [TextEntry] {
        members.map { (place: ARBPlace($0.name), member: $0) }.sorted { $0.place < $1.place }
            .map { $0.place.isMetadata ? canonical(metadata: $0.member) : $0.member }
    }

    /// Metadata of a message in canonical form.
    static func canonical(metadata member: TextEntry) -> TextEntry {
        TextEntry(key: member.key, value: canonical(metadata: member.value))
    }

    private static func canonical(metadata: TextNode) -> TextNode {
        guard let members = metadata.mapping else { return metadata }
        let ordered = sorted(
            members,
            first: ["description", "placeholders", "x-maxLength", "x-screenshot"]
        ).map { member in
            member.name == "placeholders"
                ? TextEntry(key: member.key, value: canonical(placeholders: member.value)) : member
        }
        return TextNode(range: metadata.range, content: .mapping(ordered))
    }

    private static func canonical(placeholders: TextNode) -> TextNode {
        guard let members = placeholders.mapping else { return placeholders }
        let ordered = members.map { member in
            guard let parts = member.value.mapping else { return member }
            let first = ["type", "format", "example", "description"]
            let value = TextNode(
                range: member.value.range,
                content: .mapping(sorted(parts, first: first))
            )
            return TextEntry(key: member.key, value: value)
        }
        return TextNode(range: placeholders.range, content: .mapping(ordered))
    }

    /// Members with the known ones first, in their order, and the others by the bytes of their names.
    private static func sorted(_ members: [TextEntry], first: [String]) -> [TextEntry] {
        let known = first.compactMap { name in members.first { $0.name == name } }
        let others = members.filter { !first.contains($0.name) }
            .sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
        return known + others
    }
}
