/// A message of MessageFormat 2: the data model of LDML 48.2, part 9.
///
/// ``parse(_:limits:)`` makes it from the syntax, ``text`` writes it back. All ranges are UTF-8
/// offsets in the text that was parsed; a message made in memory has empty ones. Ranges are data:
/// two messages are equal when their ranges are, too. Names of variables and the keys of variants
/// are in Unicode's normalization form C, as the specification compares them (section *Names and
/// Identifiers*, section *Literal Resolution*).
///
/// ```swift
/// let (message, problems) = MF2Message.parse("Hello, {$name}!")
/// ```
public struct MF2Message: Sendable, Hashable {
    /// The declarations before the body, in their order.
    public var declarations: [MF2Declaration]
    /// What the message says.
    public var body: MF2Body

    /// Makes a message.
    public init(declarations: [MF2Declaration] = [], body: MF2Body) {
        self.declarations = declarations
        self.body = body
    }
}

/// What a message says: one pattern, or a choice between several.
public enum MF2Body: Sendable, Hashable {
    /// One pattern.
    case pattern(MF2Pattern)
    /// A choice between patterns: `.match`.
    case matcher(MF2Matcher)
}

/// The name of a variable, where it stands.
public struct MF2Variable: Sendable, Hashable {
    /// The name without its `$`, in normalization form C.
    public var name: String
    /// The variable with its `$`, as UTF-8 offsets in the text.
    public var range: Range<Int>

    /// Names a variable.
    public init(name: String, range: Range<Int> = 0..<0) {
        self.name = name
        self.range = range
    }
}

/// A declaration: what a name stands for in the rest of the message.
public enum MF2Declaration: Sendable, Hashable {
    /// An argument from outside and how it is written: `.input {$count :number}`.
    case input(MF2Variable, MF2Expression)
    /// A name for an expression: `.local $day = {$at :date}`.
    case local(MF2Variable, MF2Expression)
}

extension MF2Declaration {
    /// The name that is declared.
    public var variable: MF2Variable {
        switch self {
        case .input(let variable, _), .local(let variable, _): variable
        }
    }

    /// What it stands for.
    public var expression: MF2Expression {
        switch self {
        case .input(_, let expression), .local(_, let expression): expression
        }
    }
}
