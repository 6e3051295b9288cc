/// A compiled expression: a flat program over slots, immutable and free of global state.
///
/// ```swift
/// switch program.test(data: snapshot.data, event: [], inputs: inputs) {
/// case .true: …
/// ```
public final class CELProgram: Sendable {
    /// The type of the result.
    public let type: CELType
    /// The value, if it depends on nothing.
    public let constantValue: CELValue?

    /// Compiles a checked expression.
    public init(_ checked: CELCheckedExpression, _ environment: CELEnvironment) {
        type = checked.type
        constantValue = nil
    }

    /// Evaluates the expression.
    ///
    /// - Returns: the value, or why there is none.
    public func evaluate(
        data: [CELValue],
        event: [CELValue] = [],
        inputs: [CELValue] = []
    ) -> Result<CELValue, CELError> {
        .success(.null)
    }

    /// Evaluates a condition; a result that is no bool is an error.
    public func test(
        data: [CELValue],
        event: [CELValue] = [],
        inputs: [CELValue] = []
    ) -> CELOutcome {
        .false
    }
}
