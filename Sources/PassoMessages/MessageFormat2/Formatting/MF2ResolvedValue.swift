/// What an expression has come to: something that can be written, perhaps chosen by, and used by
/// further functions (LDML 48.2, part 9, section *Resolved Values*).
///
/// Functions return such values, and a host may pass its own as arguments. Only ``value`` and
/// ``text()`` have to be written:
///
/// ```swift
/// struct Shout: MF2ResolvedValue {
///     let words: String
///     var value: MF2Value { .text(words) }
///     func text() -> String { words.uppercased() }
/// }
/// ```
///
/// Each operation is to be quick and to give the same each time.
public protocol MF2ResolvedValue: Sendable {
    /// What the value is to a function whose operand it is, and as the value of an option.
    var value: MF2Value { get }
    /// The value as a text that is the same in every language, for `:string` and `u:id`; nil if it
    /// has none.
    var string: String? { get }
    /// The options that go with the value to a function whose operand it is.
    var options: [MF2ResolvedOption] { get }
    /// What its part is called: `string`, `number`.
    var partType: String { get }
    /// The direction in which its text is written.
    var direction: MF2Direction { get }
    /// Whether a `.match` may choose by it.
    var isSelectable: Bool { get }

    /// The text of a placeholder, in the reader's language.
    ///
    /// - Throws: why there is none; the placeholder then shows its source in braces.
    func text() throws(MF2FunctionError) -> String

    /// The text of a placeholder in fields, as a number in digits and marks; joined they are
    /// ``text()``. Empty where it has no fields.
    func fields() throws(MF2FunctionError) -> [MF2Field]

    /// Whether the value is what a key of a variant says.
    ///
    /// - Parameter key: the key in normalization form C, never `*`.
    /// - Returns: true if it is.
    /// - Throws: `badVariantKey` for a key that no such value has; anything else ends the choice by
    ///   this value.
    func matches(_ key: String) throws(MF2FunctionError) -> Bool

    /// Whether of two keys that both match the first one says more.
    func isBetter(_ key: String, than other: String) -> Bool
}

extension MF2ResolvedValue {
    /// The value's own text, where the value is not the host's.
    public var string: String? {
        if case .host = value { nil } else { value.string }
    }
    /// None.
    public var options: [MF2ResolvedOption] { [] }
    /// A text of the host's.
    public var partType: String { "string" }
    /// Not known, so that it is isolated.
    public var direction: MF2Direction { .unknown }
    /// No.
    public var isSelectable: Bool { false }

    /// None.
    public func fields() throws(MF2FunctionError) -> [MF2Field] { [] }
    /// Never.
    public func matches(_ key: String) throws(MF2FunctionError) -> Bool { false }
    /// Never.
    public func isBetter(_ key: String, than other: String) -> Bool { false }
}

/// The direction in which a text is written.
public enum MF2Direction: String, Sendable, Hashable, CaseIterable {
    /// From left to right.
    case leftToRight = "ltr"
    /// From right to left.
    case rightToLeft = "rtl"
    /// As its first strong character says.
    case unknown = "auto"
}

/// The value of an option, as a function gets it.
public struct MF2ResolvedOption: Sendable {
    /// The name, with its namespace where it has one.
    public var name: String
    /// The value.
    public var value: MF2Value
    /// Whether the message itself says the value; some options must not come from a variable.
    public var isLiteral: Bool

    /// Makes an option.
    public init(name: String, value: MF2Value, isLiteral: Bool) {
        self.name = name
        self.value = value
        self.isLiteral = isLiteral
    }
}
