/// What sort of failure ended an evaluation.
public enum CELErrorCode: String, Hashable, Sendable, CaseIterable, Codable {
    /// A map has no such key.
    case noSuchKey
    /// A value has no such member.
    case noSuchMember
    /// An index beyond the ends of a list.
    case indexOutOfRange
    /// Division by zero.
    case divideByZero
    /// Modulus by zero.
    case modulusByZero
    /// A result that its type cannot hold.
    case overflow
    /// No overload of an operator or function takes these values.
    case noMatchingOverload
    /// A variable that has no value.
    case unknownName
    /// A function that does not exist.
    case unknownFunction
    /// A value that cannot be converted or is outside what a function takes.
    case invalidArgument
    /// A text that is no regular expression: `reason`, and `begin` and `end`, the part of the pattern
    /// that is meant, in UTF-8 bytes.
    case invalidPattern
    /// A map literal that names a key twice.
    case duplicateKey
    /// A limit of ``CELLimits``.
    case limit
}

/// Why an evaluation gave no value.
///
/// An error is a value of CEL: `&&`, `||` and the macros absorb it where the other side decides.
public struct CELError: Error, Hashable, Sendable {
    /// What went wrong.
    public let code: CELErrorCode
    /// Where: UTF-8 offsets in the text of the expression.
    public var range: Range<Int>
    /// The facts that a message about it names.
    public let arguments: [CELArgument]

    /// Creates an error; the program fills in the place when a function throws one.
    public init(_ code: CELErrorCode, range: Range<Int> = 0..<0, _ arguments: [CELArgument] = []) {
        self.code = code
        self.range = range
        self.arguments = arguments
    }
}

/// The three outcomes of a condition.
public enum CELOutcome: Hashable, Sendable {
    /// The condition holds.
    case `true`
    /// The condition does not hold.
    case `false`
    /// The condition has no value.
    case error(CELError)
}
