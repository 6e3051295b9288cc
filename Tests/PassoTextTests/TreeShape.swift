import PassoDiagnostics
import PassoText
import Yams

/// Shows trees as text, so that ours and the oracle's can be compared.
enum TreeShape {
    static func of(_ node: TextNode?) -> String {
        guard let node else { return "nothing" }
        switch node.content {
        case .scalar(let scalar):
            return (scalar.style == .plain ? "" : "!") + quoted(scalar.text)
        case .sequence(let nodes):
            return "[" + nodes.map { of($0) }.joined(separator: ",") + "]"
        case .mapping(let entries):
            return "{" + entries.map { of($0.key) + ":" + of($0.value) }.joined(separator: ",")
                + "}"
        }
    }

    static func of(_ node: Yams.Node?) -> String {
        guard let node else { return "nothing" }
        switch node {
        case .scalar(let scalar):
            return (scalar.style == .plain ? "" : "!") + quoted(scalar.string)
        case .sequence(let nodes):
            return "[" + nodes.map { of($0) }.joined(separator: ",") + "]"
        case .mapping(let mapping):
            return "{" + mapping.map { of($0.key) + ":" + of($0.value) }.joined(separator: ",")
                + "}"
        case .alias:
            return "*"
        }
    }

    private static func quoted(_ text: String) -> String {
        "'" + text.replacing("\n", with: "\\n").replacing("\t", with: "\\t") + "'"
    }
}

extension Diagnostic {
    /// The mistake with its place as line, column and end, in one line.
    var summary: String {
        let start = source.position(at: range.lowerBound)
        let end = source.position(at: range.upperBound)
        let until = start.line == end.line ? "\(end.column)" : "\(end.line):\(end.column)"
        return "\(start.line):\(start.column)-\(until) \(id)"
    }
}
