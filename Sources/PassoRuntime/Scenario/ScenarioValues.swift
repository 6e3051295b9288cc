public import PassoCEL
internal import PassoDefinition
public import PassoText

/// Values as scenarios write them.
public enum ScenarioValues {
    /// Makes the value of a type from what a scenario writes.
    ///
    /// - Returns: nil when it is written in another shape.
    public static func value(_ node: TextNode, as type: CELType) -> CELValue? {
        switch type {
        case .string: text(node).map { CELValue($0) }
        case .bool: if case .bool(let value) = node.scalar?.value { .bool(value) } else { nil }
        case .int: if case .int(let value) = node.scalar?.value { .int(value) } else { nil }
        case .uint:
            if case .int(let value) = node.scalar?.value, value >= 0 {
                .uint(UInt64(value))
            } else {
                nil
            }
        case .double: number(node).map { .double($0) }
        case .duration: node.scalar.flatMap { ScenarioTime.span($0.text) }.flatMap(duration)
        case .timestamp:
            node.scalar.flatMap { ScenarioTime.seconds(since1970: $0.text) }
                .flatMap { CELTimestamp(seconds: $0) }.map { .timestamp($0) }
        case .list(let element): list(node, of: element)
        case .map(_, let element): map(node, of: element)
        default: plain(node)
        }
    }

    /// Reads a text: a scalar, `{ repeat: "x", times: 9 }`, or a list of such pieces.
    public static func text(_ node: TextNode) -> String? {
        if let scalar = node.scalar { return scalar.text }
        if let pieces = node.sequence {
            let texts = pieces.compactMap { text($0) }
            return texts.count == pieces.count ? texts.joined() : nil
        }
        guard let unit = node["repeat"].flatMap({ text($0) }),
            case .int(let times) = node["times"]?.scalar?.value, times >= 0,
            node.mapping?.count == 2,
            times.multipliedReportingOverflow(by: Int64(unit.utf8.count)).partialValue
                <= ScenarioLimits.repeatedBytes, times <= ScenarioLimits.repeatedBytes
        else { return nil }
        return String(repeating: unit, count: Int(times))
    }

    /// Whether a value is what a scenario writes; a text is compared byte by byte.
    public static func matches(_ node: TextNode, _ value: CELValue) -> Bool {
        switch value {
        case .null: return node.isNull
        case .string(let text):
            return self.text(node).map { Array($0.utf8) == Array(text.string.utf8) } ?? false
        case .list(let list):
            guard let nodes = node.sequence, nodes.count == list.elements.count else {
                return false
            }
            return zip(nodes, list.elements).allSatisfy { matches($0, $1) }
        default: return self.value(node, as: value.type).map { $0 == value } ?? false
        }
    }

    /// Writes a value for a person who reads a failure.
    public static func shown(_ value: CELValue) -> String {
        switch value {
        case .null: "null"
        case .bool(let value): String(value)
        case .int(let value): String(value)
        case .uint(let value): String(value)
        case .double(let value): String(value)
        case .string(let text): "“\(shortened(text.string))”"
        case .list(let list): "[" + list.elements.map { shown($0) }.joined(separator: ", ") + "]"
        case .duration(let span): span.description
        default: String(describing: value)
        }
    }

    /// Cuts a long text for a message.
    public static func shortened(_ text: String) -> String {
        text.count <= 60 ? text : text.prefix(57) + "… (\(text.count))"
    }

    private static func number(_ node: TextNode) -> Double? {
        switch node.scalar?.value {
        case .int(let value): Double(value)
        case .double(let value): value
        default: nil
        }
    }

    private static func duration(_ nanoseconds: Int64) -> CELValue? {
        CELDuration(
            seconds: nanoseconds / 1_000_000_000,
            nanoseconds: Int32(nanoseconds % 1_000_000_000)
        ).map { .duration($0) }
    }

    private static func list(_ node: TextNode, of element: CELType) -> CELValue? {
        guard let nodes = node.sequence else { return nil }
        let values = nodes.compactMap { value($0, as: element) }
        return values.count == nodes.count ? CELValue(values) : nil
    }

    private static func map(_ node: TextNode, of element: CELType) -> CELValue? {
        guard let entries = node.mapping else { return nil }
        let values = entries.compactMap { entry in
            value(entry.value, as: element).map { (CELValue(entry.name), $0) }
        }
        return values.count == entries.count ? .map(CELMap(values)) : nil
    }

    /// What a value of no particular type means.
    private static func plain(_ node: TextNode) -> CELValue? {
        switch node.content {
        case .sequence: list(node, of: .dyn)
        case .mapping: map(node, of: .dyn)
        case .scalar(let scalar): scalar.celValue
        }
    }
}
