/// A value and how to write it: `{$count :number minimumFractionDigits=2 @note}`.
///
/// It has an operand or a function, or both.
public struct MF2Expression: Sendable, Hashable {
    /// The value; nil where the function makes it of nothing.
    public var operand: MF2Operand?
    /// How to write it; nil where the kind of the value says so.
    public var function: MF2Function?
    /// The attributes in their order; they change nothing.
    public var attributes: [MF2Attribute]
    /// The expression with its braces, as UTF-8 offsets in the text.
    public var range: Range<Int>

    /// Makes an expression.
    public init(
        operand: MF2Operand?,
        function: MF2Function? = nil,
        attributes: [MF2Attribute] = [],
        range: Range<Int> = 0..<0
    ) {
        self.operand = operand
        self.function = function
        self.attributes = attributes
        self.range = range
    }
}

/// A value in a message.
public enum MF2Operand: Sendable, Hashable {
    /// A text in the message itself, as written, after escapes have been resolved.
    case literal(String)
    /// A variable, by its name in normalization form C.
    case variable(String)
}

/// A function and its options: `:number minimumFractionDigits=2`.
public struct MF2Function: Sendable, Hashable {
    /// The name without its colon, with its namespace where it has one: `number`, `ns:f`.
    public var name: String
    /// The options in their order.
    public var options: [MF2Option]
    /// The function from its colon to the end of its last option, as UTF-8 offsets in the text.
    public var range: Range<Int>

    /// Makes a function.
    public init(name: String, options: [MF2Option] = [], range: Range<Int> = 0..<0) {
        self.name = name
        self.options = options
        self.range = range
    }
}

/// An option of a function or of markup: `minimumFractionDigits=2`.
public struct MF2Option: Sendable, Hashable {
    /// The name, with its namespace where it has one.
    public var name: String
    /// The value.
    public var value: MF2Operand
    /// The option with its value, as UTF-8 offsets in the text.
    public var range: Range<Int>

    /// Makes an option.
    public init(name: String, value: MF2Operand, range: Range<Int> = 0..<0) {
        self.name = name
        self.value = value
        self.range = range
    }
}

/// A remark on an expression or on markup: `@note=|for translators|`.
public struct MF2Attribute: Sendable, Hashable {
    /// The name without its `@`, with its namespace where it has one.
    public var name: String
    /// The value; nil where the attribute has none.
    public var value: String?

    /// Makes an attribute.
    public init(name: String, value: String? = nil) {
        self.name = name
        self.value = value
    }
}
