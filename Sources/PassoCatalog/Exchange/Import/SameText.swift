internal import PassoMessages

/// Compares messages as people and programs read them.
///
/// A format that has to write a message anew (another syntax) may bring it back with other spaces
/// between its braces; that is no change.
enum SameText {
    /// Whether two messages are the same text, or two spellings of one.
    static func says(_ one: String, _ other: String) -> Bool {
        if isSame(one, other) { return true }
        let (first, second) = (Message.parse(one), Message.parse(other))
        guard first.1.isEmpty, second.1.isEmpty else { return false }
        return isSame(first.0.pattern, second.0.pattern)
    }

    /// Whether two patterns say the same, wherever their parts stand.
    ///
    /// Goes as deep as branches lie in branches, which ``MessageLimits`` bound.
    private static func isSame(_ one: MessagePattern, _ other: MessagePattern) -> Bool {
        one.elements.count == other.elements.count
            && zip(one.elements, other.elements).allSatisfy(isSame)
    }

    private static func isSame(_ one: MessageElement, _ other: MessageElement) -> Bool {
        switch (one, other) {
        case (.text(let first), .text(let second)): isSame(first, second)
        case (.placeholder(let first), .placeholder(let second)):
            isSame(first.variable, second.variable) && first.function == second.function
        case (.selection(let first), .selection(let second)):
            isSame(first.variable, second.variable) && first.function == second.function
                && first.variants.count == second.variants.count
                && zip(first.variants, second.variants).allSatisfy { one, other in
                    one.key == other.key && isSame(one.pattern, other.pattern)
                }
        default: false
        }
    }

    /// Byte for byte: two ways to write an accented letter are two texts.
    private static func isSame(_ one: String, _ other: String) -> Bool {
        one.utf8.elementsEqual(other.utf8)
    }
}
