import PassoCEL
import PassoDiagnostics

/// An expression that was read and checked, with the names it reads.
struct CompiledExpression: Sendable {
    let program: CELProgram
    let names: Set<String>
    /// The text as a whole, to build larger expressions around it.
    let text: String
}

extension Compilation {
    /// Compiles an expression of the file and reports what is wrong with it.
    ///
    /// - Parameters:
    ///   - expression: the text with its place.
    ///   - scope: what it may name.
    ///   - expected: the type its place needs; nil takes any.
    /// - Returns: the program; nil when something is wrong.
    mutating func compile(
        _ expression: ExpressionDeclaration,
        in scope: Scope,
        as expected: CELType?
    ) -> CompiledExpression? {
        if isOpen, scope.reach != .constants {
            return compileLate(expression, in: scope, as: expected)
        }
        let (parsed, syntax) = CELParser.parse(expression.text, limits: scope.environment.limits)
        for problem in syntax { report(problem, expression, scope) }
        guard let parsed, syntax.isEmpty else { return nil }
        let (checked, problems) = CELChecker.check(parsed, in: scope.environment)
        for problem in problems { report(problem, expression, scope) }
        guard let checked, problems.isEmpty else { return nil }
        if let expected, !expected.accepts(checked.type) {
            report(
                .expressionType(
                    checked.type.definitionName,
                    expected: expected.definitionName,
                    at: expression.range,
                    in: source
                )
            )
            return nil
        }
        guard isAffordable(checked, expression, in: scope) else { return nil }
        let program = CELProgram(checked, scope.environment)
        if checked.type == .bool { conditions[ObjectIdentifier(program)] = expression }
        return CompiledExpression(
            program: program,
            names: parsed.dottedNames,
            text: expression.grouped
        )
    }

    /// Compiles an expression that the compiler built around checked ones.
    func compile(text: String, in scope: Scope) -> CELProgram? {
        var environment = scope.environment
        // What it was built around has been held to the budget; what was added goes through one
        // value a few times.
        environment.limits.cost *= 10
        let (parsed, _) = CELParser.parse(
            text,
            limits: environment.limits,
            allowsQuotedNames: isOpen
        )
        guard let parsed else { return nil }
        let (checked, _) = CELChecker.check(parsed, in: environment)
        return checked.map { CELProgram($0, environment) }
    }

    /// The value of an expression over constants.
    mutating func constant(
        _ expression: ExpressionDeclaration,
        as expected: CELType?
    ) -> CELValue? {
        guard let compiled = compile(expression, in: constantScope, as: expected) else {
            return nil
        }
        if let value = compiled.program.constantValue { return value }
        if case .success(let value) = compiled.program.evaluate(data: []) { return value }
        report(.notConstant(expression.text, at: expression.range, in: source))
        return nil
    }
}

extension Compilation {
    /// Prepares what expressions may name, once everything is declared.
    mutating func prepareScopes() {
        var environment = CELEnvironment()
        environment.timeZones = CELTimeZone.named
        environment.limits.cost = limits.expressionCost
        for function in CELFunction.texts + CELFunction.fieldRules {
            environment.declare(function)
        }
        for (name, symbol) in symbols.constants {
            environment.declare(constant: name, symbol.value)
        }
        constantScope = Scope(environment: environment, reach: .constants)
        if isOpen { return prepareOpenScope() }
        for (index, input) in symbols.inputs.enumerated() {
            environment.declare(
                input.name,
                input.type,
                at: CELSlot(.inputs, index),
                bounds: undeclaredBounds(of: input.type)
            )
            if input.isSensitive { environment.markSensitive(input.name) }
        }
        for item in symbols.data {
            environment.declare(
                item.name,
                item.type,
                at: CELSlot(.data, item.slot),
                bounds: undeclaredBounds(of: item.type)
            )
            if item.declaration.isSensitive { environment.markSensitive(item.name) }
        }
        for (state, slot) in symbols.watches {
            environment.declare("states.\(state)", .bool, at: CELSlot(.data, slot))
        }
        valueScope = Scope(environment: environment, reach: .values)
    }

    /// What the expressions of a transition may name: the payload that all its events share.
    mutating func scope(of events: [EventSymbol]) -> Scope {
        guard !events.isEmpty, !isOpen else { return valueScope }
        let key = events.map(\.name).joined(separator: " ")
        if let known = scopes[key] { return known }
        var scope = valueScope
        scope.reach = .event
        for (index, parameter) in (events.first?.signature.parameters ?? []).enumerated() {
            let isShared = events.allSatisfy { event in
                let others = event.signature.parameters
                return others.indices.contains(index) && others[index].name == parameter.name
                    && others[index].type == parameter.type
            }
            guard isShared else { continue }
            let name = "event.\(parameter.name)"
            scope.environment.declare(
                name,
                parameter.type,
                at: CELSlot(.event, index),
                bounds: undeclaredBounds(of: parameter.type)
            )
            if events.contains(where: { $0.signature.parameters[index].isSensitive }) {
                scope.environment.markSensitive(name)
            }
        }
        scopes[key] = scope
        return scope
    }
}

extension Compilation {
    /// Turns a problem of an expression into a diagnostic at its place in the file.
    private mutating func report(
        _ problem: CELProblem,
        _ expression: ExpressionDeclaration,
        _ scope: Scope
    ) {
        let range = expression.sourceRange(of: problem.range)
        guard problem.kind != .unknownName else {
            return reportUnknownName(problem, at: range, expression, scope)
        }
        report(.expression(problem, at: range, in: source))
    }

    private mutating func reportUnknownName(
        _ problem: CELProblem,
        at range: SourceRange,
        _ expression: ExpressionDeclaration,
        _ scope: Scope
    ) {
        let name = problem.argument("name") ?? ""
        let group = problem.argument("group")
        let whole = group.map { "\($0).\(name)" } ?? name
        if scope.reach == .constants, isDeclared(whole) {
            return report(.notConstant(whole, at: range, in: source))
        }
        if name == "states" {
            return reportUnknownState(after: problem.range, expression)
        }
        if group == "states" {
            let nearest = nearest(to: name, in: tree.nodes.map(\.id))
            return report(
                .unknown("unknown-state", name, nearest: nearest, at: range, in: source)
            )
        }
        let isInput = symbols.isInputGroup(group ?? name)
        report(
            .unknown(
                isInput ? "unknown-input" : "guard-unknown-name",
                whole,
                nearest: problem.suggestion,
                at: range,
                in: source
            )
        )
    }

    /// `states` alone is unknown only while no state is named rightly: the state is what is wrong.
    private mutating func reportUnknownState(
        after range: Range<Int>,
        _ expression: ExpressionDeclaration
    ) {
        let rest = expression.text.utf8.dropFirst(range.upperBound)
        let isMember = rest.first == UInt8(ascii: ".")
        let letters = rest.dropFirst().prefix { byte in
            byte == UInt8(ascii: "_") || byte >= 0x80
                || Character(Unicode.Scalar(byte)).isLetter
                || Character(Unicode.Scalar(byte)).isNumber
        }
        let name = isMember ? String(letters) ?? "" : "states"
        let start = isMember ? range.upperBound + 1 : range.lowerBound
        report(
            .unknown(
                "unknown-state",
                name,
                nearest: nearest(to: name, in: tree.nodes.dropFirst().map(\.id)),
                at: expression.sourceRange(of: start..<(start + name.utf8.count)),
                in: source
            )
        )
    }

    private func isDeclared(_ name: String) -> Bool {
        symbols.dataIndex[name] != nil || symbols.inputIndex[name] != nil
            || !symbols.dataItems(name).isEmpty || symbols.isInputGroup(name)
    }
}

extension ExpressionDeclaration {
    /// The text as one operand; a line of its own ends a comment at its end.
    var grouped: String { "(\(text)\n)" }
}
