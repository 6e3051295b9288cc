/// A JSON value with its members in order.
enum SchemaNode: Sendable {
    case text(String)
    case truth(Bool)
    case nothing
    case list([SchemaNode])
    case object([(String, SchemaNode)])

    /// The value as JSON, two spaces to a level.
    var text: String { written(indent: "") }

    private func written(indent: String) -> String {
        let inner = indent + "  "
        switch self {
        case .text(let text): return Self.quoted(text)
        case .nothing: return "null"
        case .truth(let value): return value ? "true" : "false"
        case .list(let items):
            guard !items.isEmpty else { return "[]" }
            let lines = items.map { inner + $0.written(indent: inner) }
            return "[\n" + lines.joined(separator: ",\n") + "\n\(indent)]"
        case .object(let members):
            guard !members.isEmpty else { return "{}" }
            let lines = members.map {
                "\(inner)\(Self.quoted($0.0)): \($0.1.written(indent: inner))"
            }
            return "{\n" + lines.joined(separator: ",\n") + "\n\(indent)}"
        }
    }

    private static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case _ where scalar.value < 0x20:
                let hex = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
