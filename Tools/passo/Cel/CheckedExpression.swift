import PassoCEL
import PassoDefinition
import PassoDiagnostics

/// An expression of the command line that was read and checked.
struct CheckedExpression {
    let text: ExpressionText
    let environment: CELEnvironment
    let checked: CELCheckedExpression

    /// Reads and checks an expression.
    ///
    /// - Parameters:
    ///   - text: the expression.
    ///   - bindings: what it may name.
    ///   - isTyped: whether names have the types of their values.
    /// - Returns: the expression, or everything that is wrong with it, in the order of the text.
    static func check(
        _ text: ExpressionText,
        _ bindings: Bindings,
        isTyped: Bool
    ) -> Result<CheckedExpression, Mistakes> {
        var environment = bindings.environment(isTyped: isTyped)
        let (parsed, syntax) = CELParser.parse(text.text, limits: environment.limits)
        guard let parsed else { return .failure(Mistakes(syntax, in: text)) }
        if bindings.isOpen { environment.declareAllNames(of: parsed) }
        let (checked, problems) = CELChecker.check(parsed, in: environment)
        guard let checked, syntax.isEmpty else {
            // What the checker says of a place that could not be read follows from that.
            let others = problems.filter { problem in
                !syntax.contains { $0.range.touches(problem.range) }
            }
            let all = (syntax + others).sorted { $0.range.lowerBound < $1.range.lowerBound }
            return .failure(Mistakes(all, in: text))
        }
        return .success(
            CheckedExpression(text: text, environment: environment, checked: checked)
        )
    }

    /// Evaluates the expression over the values that it was checked with.
    func evaluate(_ bindings: Bindings) -> Result<Evaluation, Mistakes> {
        let program = CELProgram(checked, environment)
        var spent: UInt64 = 0
        let result = program.evaluate(data: bindings.values, spent: &spent)
        return result.map { Evaluation(value: $0, cost: spent) }.mapError { error in
            var error = error
            // A variable alone has no instruction that would say where it stands.
            let root = checked.expression[checked.expression.root]
            if error.range.isEmpty { error.range = root.range }
            return Mistakes(error, in: text)
        }
    }

    /// Reads, checks and evaluates an expression.
    static func evaluate(
        _ text: ExpressionText,
        _ bindings: Bindings
    ) -> Result<Evaluation, Mistakes> {
        check(text, bindings, isTyped: false).flatMap { $0.evaluate(bindings) }
    }
}

/// The value of an expression.
struct Evaluation {
    let value: CELValue
    /// What the evaluation cost, in the units of ``CELLimits/cost``.
    let cost: UInt64
}

/// Everything that is wrong with an expression.
struct Mistakes: Error {
    let diagnostics: [Diagnostic]

    init(_ diagnostics: [Diagnostic]) { self.diagnostics = diagnostics }

    /// What the parser or the checker found.
    init(_ problems: [CELProblem], in text: ExpressionText) {
        diagnostics = problems.map {
            .expression($0, at: text.range($0.range), in: text.source)
        }
    }

    /// Why there is no value; a name without one is told by its text.
    init(_ error: CELError, in text: ExpressionText) {
        let range = text.range(error.range)
        var error = error
        if error.code == .unknownName, error.arguments.isEmpty {
            let name = CELArgument("name", text.source.text(in: range))
            error = CELError(.unknownName, range: error.range, [name])
        }
        diagnostics = [.expression(error, at: range, in: text.source)]
    }
}

extension CELEnvironment {
    /// Declares as `dyn` what an expression names and nobody declares.
    fileprivate mutating func declareAllNames(of expression: CELExpression) {
        while true {
            let (_, problems) = CELChecker.check(expression, in: self)
            let names = Set(
                problems.filter { $0.code == .unknownName }.compactMap { $0.arguments.first?.value }
            )
            guard !names.isEmpty else { return }
            for name in names { declare(name, .dyn, at: CELSlot(.data, variableNames.count)) }
        }
    }
}

extension Range<Int> {
    /// Whether two stretches overlap or meet.
    fileprivate func touches(_ other: Range<Int>) -> Bool {
        lowerBound <= other.upperBound && other.lowerBound <= upperBound
    }
}
