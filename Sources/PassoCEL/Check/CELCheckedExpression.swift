/// An expression whose names are resolved and whose types are known.
public struct CELCheckedExpression: Sendable {
    /// The tree.
    public let expression: CELExpression
    /// The type of the whole expression.
    public let type: CELType
    /// The type of each node, by its index.
    public let types: [CELType]
    /// What each name, selection and call stands for, by the index of its node.
    let references: [CELReference?]

    /// The declared variables that the expression reads.
    public var slots: Set<CELSlot> {
        var slots: Set<CELSlot> = []
        for case .variable(let slot) in references { slots.insert(slot) }
        return slots
    }
}

/// What a name stands for.
enum CELReference: Sendable {
    /// A declared variable.
    case variable(CELSlot)
    /// A named constant, a type, or a test whose answer is known.
    case constant(CELValue)
    /// The variable of a macro, by its place among those of one evaluation.
    case local(Int)
    /// A function; `isQualified` when the call's target is part of its name.
    case function(String, [CELOverload], isQualified: Bool)
    /// A name that nothing declares: an error at run time.
    case unknown(String)
}
