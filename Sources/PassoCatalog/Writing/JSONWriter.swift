internal import PassoText

/// Writes trees as JSON, a member to a line.
///
/// It calls itself as deep as the tree is; the readers of trees have a limit for that.
struct JSONWriter {
    private(set) var text = ""
    private var level = 0

    mutating func write(_ node: TextNode) {
        switch node.content {
        case .scalar(let scalar): text += Self.text(of: scalar)
        case .mapping(let members): write(members: members)
        case .sequence(let nodes):
            write("[", "]", nodes) { writer, node in writer.write(node) }
        }
    }

    mutating func write(members: [TextEntry]) {
        write("{", "}", members) { writer, member in
            writer.text += ARBWriter.quoted(member.name) + ": "
            writer.write(member.value)
        }
    }

    private mutating func write<Part>(
        _ opening: String,
        _ closing: String,
        _ parts: [Part],
        _ body: (inout JSONWriter, Part) -> Void
    ) {
        text += opening
        level += 1
        for (index, part) in parts.enumerated() {
            text += index == 0 ? "\n" : ",\n"
            text += String(repeating: "  ", count: level)
            body(&self, part)
        }
        level -= 1
        if !parts.isEmpty { text += "\n" + String(repeating: "  ", count: level) }
        text += closing
    }

    /// Numbers keep their digits; what a file in YAML may say without quotes gets them.
    private static func text(of scalar: TextScalar) -> String {
        switch scalar.value {
        case .null: "null"
        case .string(let text): ARBWriter.quoted(text)
        case .bool, .int, .double: scalar.text
        }
    }
}
