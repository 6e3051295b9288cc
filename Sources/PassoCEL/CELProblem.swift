/// A mistake in an expression, found before it runs.
public struct CELProblem: Hashable, Sendable {
    /// What sort of mistake it is.
    public enum Kind: String, Hashable, Sendable {
        /// The text is no expression.
        case syntax
        /// An operator or function does not take what it is given.
        case type
        /// No variable of this name is declared.
        case unknownName
        /// No function of this name is declared.
        case unknownFunction
        /// The expression exceeds a limit.
        case limit
    }

    /// What sort of mistake it is.
    public let kind: Kind
    /// Which mistake it is, stable for messages and tests.
    public let code: Code
    /// Where it is: UTF-8 offsets in the text of the expression.
    public let range: Range<Int>
    /// The facts that its message names.
    public let arguments: [CELArgument]
    /// The declared name that was probably meant.
    public let suggestion: String?
}
