import PassoDiagnostics
import PassoText

@testable import PassoDefinition

/// What declarations say, as text: everything but the places, so that equal texts are equal
/// declarations wherever they were read from.
///
/// It looks at every property that a declaration has, so none can be forgotten.
enum Sameness {
    static func outline(_ value: Any) -> String {
        var result = ""
        add(value, indent: "", to: &result)
        return result
    }

    private static let places: Set<String> = ["range", "scalar", "keys"]

    private static func add(_ value: Any, indent: String, to result: inout String) {
        switch value {
        case let text as String: result += " \(text.debugDescription)\n"
        case let number as Int: result += " \(number)\n"
        case let truth as Bool: result += " \(truth)\n"
        case is SourceRange: result += "\n"
        case let node as TextNode: result += " \(literal(node))\n"
        default: addParts(of: value, indent: indent, to: &result)
        }
    }

    private static func addParts(of value: Any, indent: String, to result: inout String) {
        let mirror = Mirror(reflecting: value)
        let isEnum = mirror.displayStyle == .enum
        if isEnum, mirror.children.isEmpty {
            result += " .\(value)\n"
            return
        }
        result += "\n"
        for child in mirror.children where !(places.contains(child.label ?? "") && !isEnum) {
            result += indent + (child.label ?? "-")
            add(child.value, indent: indent + "  ", to: &result)
        }
    }

    /// A literal; a duration is one only without quotes.
    private static func literal(_ node: TextNode) -> String {
        switch node.content {
        case .scalar(let scalar):
            let isDuration = scalar.style == .plain && DurationLiteral.duration(scalar.text) != nil
            return isDuration ? "duration \(scalar.text)" : "\(scalar.value)"
        case .sequence(let items):
            return "[" + items.map(literal).joined(separator: ", ") + "]"
        case .mapping(let entries):
            let parts = entries.map { "\($0.name): " + literal($0.value) }
            return "{" + parts.joined(separator: ", ") + "}"
        }
    }
}
