import PassoCEL

/// An expression with its estimate and what an evaluation of it spent.
struct Costing {
    let estimate: CELCost
    let result: Result<CELValue, CELError>
    let spent: UInt64
    let text: String

    /// Parses, checks, reckons and evaluates an expression; `nil` when it has mistakes.
    ///
    /// - Parameters:
    ///   - text: the expression.
    ///   - variables: the values of its variables.
    ///   - bounds: the bounds of variables; those of the others are exact.
    ///   - limits: the limits, the budget among them.
    init?(
        _ text: String,
        _ variables: KeyValuePairs<String, CELValue> = [:],
        bounds: [String: CELBounds] = [:],
        limits: CELLimits = CELLimits()
    ) {
        var environment = CELEnvironment(limits: limits)
        for (place, variable) in variables.enumerated() {
            environment.declare(
                variable.key,
                variable.value.type,
                at: CELSlot(.data, place),
                bounds: bounds[variable.key] ?? CELBounds(variable.value)
            )
        }
        guard let tree = CELParser.parse(text, limits: limits).0,
            let checked = CELChecker.check(tree, in: environment).0
        else { return nil }
        self.text = text
        estimate = checked.cost(in: environment)
        var spent: UInt64 = 0
        result = CELProgram(checked, environment)
            .evaluate(data: variables.map(\.value), spent: &spent)
        self.spent = spent
    }

    /// Whether the budget ended the evaluation.
    var isOverspent: Bool {
        guard case .failure(let error) = result else { return false }
        return error.code == .limit
            && error.arguments.contains(CELArgument("what", "cost"))
    }

    /// The text of a part.
    func text(of part: CELCost.Part) -> String {
        String(decoding: Array(text.utf8)[part.range], as: UTF8.self)
    }
}
