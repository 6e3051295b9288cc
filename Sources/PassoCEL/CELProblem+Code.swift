extension CELProblem {
    /// Which mistake it is.
    public enum Code: String, Hashable, Sendable, CaseIterable {
        /// A character no token begins with: `character`.
        case unexpectedCharacter
        /// A token that cannot stand here: `found`, `expected`.
        case unexpectedToken
        /// The text ends too early: `expected`.
        case unexpectedEnd
        /// A string literal without its closing quote.
        case unterminatedString
        /// An escape that CEL does not have: `escape`.
        case invalidEscape
        /// A number that its type cannot hold or that is malformed: `number`.
        case invalidNumber
        /// Bytes that are no UTF-8.
        case invalidEncoding
        /// A word that CEL keeps for itself: `name`.
        case reservedWord
        /// A macro whose argument has the wrong form: `macro`, `expected`.
        case macroArgument
        /// The text is too long: `limit`, `actual`.
        case tooLong
        /// The expression nests too deep: `limit`.
        case tooDeep
        /// The expression compiles to too large a program: `limit`.
        case tooLarge
        /// A variable that is not declared: `name`.
        case unknownName
        /// A member that its group of variables does not have: `name`, `group`.
        case unknownMember
        /// A function that is not declared: `name`.
        case unknownFunction
        /// A message type that is not declared: `name`.
        case unknownType
        /// A function that does not take these arguments: `function`, `found`, `expected`.
        case noMatchingOverload
        /// A type other than the one needed here: `found`, `expected`.
        case unexpectedType
        /// A type without members: `found`.
        case noMembers
        /// A type that a comprehension cannot go through: `found`.
        case notIterable
    }
}
