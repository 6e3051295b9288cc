internal import PassoMessages

/// Compares messages as people and programs read them.
///
/// A format that has to write a message anew (another syntax) may bring it back with other spaces
/// between its braces; that is no change.
enum SameText {
    /// Whether two messages are the same text, or two spellings of one.
    static func says(_ one: String, _ other: String) -> Bool {
        if one.utf8.elementsEqual(other.utf8) { return true }
        let (first, second) = (Message.parse(one), Message.parse(other))
        guard first.1.isEmpty, second.1.isEmpty else { return false }
        return bytes(of: first.0.pattern) == bytes(of: second.0.pattern)
    }

    /// A message without the places of its parts; equal for two that say the same, byte for byte.
    private static func bytes(of pattern: MessagePattern) -> [UInt8] {
        var bytes: [UInt8] = []
        append(pattern, to: &bytes)
        return bytes
    }

    /// Goes as deep as branches lie in branches, which ``MessageLimits`` bound.
    private static func append(_ pattern: MessagePattern, to bytes: inout [UInt8]) {
        for element in pattern.elements {
            switch element {
            case .text(let text): append("text", text, to: &bytes)
            case .placeholder(let expression):
                append("value", expression.variable, to: &bytes)
                append("as", "\(expression.function)", to: &bytes)
            case .selection(let selection):
                append("choose", selection.variable, to: &bytes)
                append("by", "\(selection.function)", to: &bytes)
                for variant in selection.variants {
                    append("if", "\(variant.key)", to: &bytes)
                    append(variant.pattern, to: &bytes)
                }
                append("end", "", to: &bytes)
            }
        }
        append("end", "", to: &bytes)
    }

    private static func append(_ name: String, _ text: String, to bytes: inout [UInt8]) {
        bytes += Array("\(name) \(text.utf8.count) ".utf8) + Array(text.utf8)
    }
}
