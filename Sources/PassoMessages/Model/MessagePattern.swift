/// A sequence of texts, placeholders and selections.
public struct MessagePattern: Sendable, Hashable {
    /// The parts in order; neighbouring texts are joined.
    public let elements: [MessageElement]
}

/// One part of a pattern.
public enum MessageElement: Sendable, Hashable {
    /// A text, after quoting has been resolved.
    case text(String)
    /// A value to write.
    case placeholder(MessageExpression)
    /// A choice between patterns.
    case selection(MessageSelection)
}

/// A variable and how to write it.
public struct MessageExpression: Sendable, Hashable {
    /// The name of the argument.
    public let variable: String
    /// How to write it.
    public let function: MessageFunction
    /// The whole placeholder with its braces, as UTF-8 offsets in the pattern.
    public let range: Range<Int>
}

/// A choice between patterns by the value of one variable.
public struct MessageSelection: Sendable, Hashable {
    /// How a branch is chosen.
    public enum Function: Sendable, Hashable {
        /// By number and cardinal category.
        case plural(offset: Double)
        /// By number and ordinal category.
        case ordinal(offset: Double)
        /// By exact word.
        case select
    }

    /// The name of the argument.
    public let variable: String
    /// How a branch is chosen.
    public let function: Function
    /// The branches in the order of the pattern.
    public let variants: [MessageVariant]
    /// The whole selection with its braces, as UTF-8 offsets in the pattern.
    public let range: Range<Int>
}

/// One branch of a selection.
public struct MessageVariant: Sendable, Hashable {
    /// What the branch stands for.
    public enum Key: Sendable, Hashable {
        /// Exactly this number: `=0`.
        case exactly(Double)
        /// A category or a word.
        case word(String)
        /// Everything else: `other`.
        case other
    }

    /// What the branch stands for.
    public let key: Key
    /// What it says.
    public let pattern: MessagePattern
    /// Where its key stands, as UTF-8 offsets in the pattern.
    public let range: Range<Int>
}
