import PassoCEL
import PassoDiagnostics

extension Compilation {
    /// Compiles an expression of an open chart: what is wrong with it is a warning here, and an
    /// error when it is reached (Recommendation, 5.9).
    mutating func compileLate(
        _ expression: ExpressionDeclaration,
        in scope: Scope,
        as expected: CELType?
    ) -> CompiledExpression {
        if declaration.hasNoData { return compileWithoutData(expression, in: scope) }
        let (parsed, syntax) = CELParser.parse(
            expression.text,
            limits: scope.environment.limits,
            allowsQuotedNames: true
        )
        for problem in syntax { warn(problem, expression) }
        guard let parsed, syntax.isEmpty else {
            let reason = syntax.first?.code.rawValue ?? CELProblem.Code.unexpectedEnd.rawValue
            return CompiledExpression(
                program: .failing(.lateMistake(reason, at: syntax.first?.range ?? 0..<0)),
                names: [],
                text: expression.grouped
            )
        }
        return compileLate(parsed, expression, in: scope, as: expected)
    }

    /// Compiles a tree, or a part of one, of an expression of an open chart.
    mutating func compileLate(
        _ parsed: CELExpression,
        _ expression: ExpressionDeclaration,
        in scope: Scope,
        as expected: CELType?
    ) -> CompiledExpression {
        var environment = scope.environment
        let tree = parsed.replacingCalls(of: "In") { text in
            active(text, expression, &environment)
        }
        let (checked, problems) = CELChecker.check(tree, in: environment)
        for problem in problems { warn(problem, expression) }
        if let checked, let expected, !expected.accepts(checked.type) {
            report(
                .expressionType(
                    checked.type.definitionName,
                    expected: expected.definitionName,
                    at: expression.range,
                    in: source
                ).warning
            )
        }
        let resolved = checked ?? CELChecker.resolve(tree, in: environment)
        let program = CELProgram(resolved, environment)
        if expected == .bool { conditions[ObjectIdentifier(program)] = expression }
        return CompiledExpression(
            program: program,
            names: parsed.dottedNames,
            text: expression.grouped
        )
    }

    /// What stands for `In(state)` (Recommendation, 5.9.1): the slot that says whether the state is
    /// active, or a choice among those of all states.
    private mutating func active(
        _ state: String?,
        _ expression: ExpressionDeclaration,
        _ environment: inout CELEnvironment
    ) -> CELExpression.Substitute {
        guard let state else { return anyActive(expression, &environment) }
        guard tree.index[state] != nil else {
            report(
                .unknown(
                    "unknown-state",
                    state,
                    nearest: nearest(to: state, in: tree.nodes.dropFirst().map(\.id)),
                    at: expression.range,
                    in: source
                ).warning
            )
            return .value(false)
        }
        declareActive(state, &environment)
        return .name(Self.activeName(state))
    }

    /// A choice among the slots of all states, as many as may be.
    private mutating func anyActive(
        _ expression: ExpressionDeclaration,
        _ environment: inout CELEnvironment
    ) -> CELExpression.Substitute {
        let states = tree.nodes.dropFirst().filter { !$0.kind.isHistory }.map(\.id)
        let isFirst = stateChoices <= limits.stateChoices
        stateChoices += states.count
        guard stateChoices <= limits.stateChoices else {
            if isFirst {
                report(
                    .definitionLimit(
                        "stateChoices",
                        limit: limits.stateChoices,
                        at: expression.range,
                        in: source
                    )
                )
            }
            return .value(false)
        }
        for state in states { declareActive(state, &environment) }
        return .choice(states.map { ($0, Self.activeName($0)) })
    }

    private mutating func declareActive(_ state: String, _ environment: inout CELEnvironment) {
        let slot = symbols.watches[state] ?? hiddenSlot("states.\(state)", .bool)
        symbols.watches[state] = slot
        environment.declare(Self.activeName(state), .bool, at: CELSlot(.data, slot))
    }

    /// A name that no expression can spell.
    private static func activeName(_ state: String) -> String { "@In.\(state)" }

    /// A condition where there are no data: `In(state)` and nothing else (B.1.3).
    private mutating func compileWithoutData(
        _ expression: ExpressionDeclaration,
        in scope: Scope
    ) -> CompiledExpression {
        var environment = scope.environment
        guard let state = Self.askedState(expression.text),
            case .name(let name) = active(state, expression, &environment)
        else {
            report(.onlyIn(at: expression.range, in: source))
            return CompiledExpression(
                program: .failing(.lateMistake("onlyIn", at: 0..<0)),
                names: [],
                text: expression.grouped
            )
        }
        let tree = CELExpression(name: name, range: 0..<expression.text.utf8.count)
        let program = CELProgram(CELChecker.resolve(tree, in: environment), environment)
        conditions[ObjectIdentifier(program)] = expression
        return CompiledExpression(program: program, names: [], text: expression.grouped)
    }

    /// The id in `In(id)`, in quotes or not.
    private static func askedState(_ text: String) -> String? {
        let words = ContentText.collapsed(text)
        guard words.hasPrefix("In"), words.hasSuffix(")") else { return nil }
        var rest = words.dropFirst(2).drop { $0 == " " }
        guard rest.first == "(" else { return nil }
        rest = rest.dropFirst().dropLast()
        let id = rest.split(separator: " ").joined(separator: " ")
        for quote in ["'", "\""] where id.count > 2 && id.hasPrefix(quote) && id.hasSuffix(quote) {
            return String(id.dropFirst().dropLast())
        }
        return id
    }

    private mutating func warn(_ problem: CELProblem, _ expression: ExpressionDeclaration) {
        report(
            .expression(problem, at: expression.sourceRange(of: problem.range), in: source).warning
        )
    }
}

extension CELError {
    /// A mistake of the text, told when it is reached.
    static func lateMistake(_ reason: String, at range: Range<Int>) -> CELError {
        CELError(.invalidArgument, range: range, [CELArgument("reason", reason)])
    }
}

extension Diagnostic {
    /// The same, which keeps nothing from running.
    var warning: Diagnostic {
        var result = self
        result.severity = .warning
        return result
    }
}
