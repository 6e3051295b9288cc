extension CELProgram {
    /// Makes the program that always ends in one error.
    ///
    /// It stands where a mistake is found early and shall be told late, as in a document whose rules
    /// make an expression's mistake an event when it is reached.
    public static func failing(_ error: CELError) -> CELProgram {
        let expression = CELExpression(
            nodes: [
                CELExpression.Node(
                    kind: .call(function: failure, target: nil, arguments: []),
                    range: error.range,
                    focus: error.range
                )
            ],
            root: 0
        )
        var environment = CELEnvironment(functions: [])
        environment.declare(
            CELFunction(
                failure,
                CELOverload(failure, [], .dyn) { _ throws(CELError) in throw error }
            )
        )
        return CELProgram(CELChecker.resolve(expression, in: environment), environment)
    }

    /// No expression can spell it.
    private static let failure = "@fail"
}
