import PassoCEL
import PassoDefinition

/// What came of one test.
struct CELVerdict {
    /// What is wrong with us; nil if nothing is.
    let failure: String?

    init(_ sample: CELCase) {
        var declarations = CELDeclarations(sample)
        failure = Self.failure(sample, &declarations)
    }

    private static func failure(
        _ sample: CELCase,
        _ declarations: inout CELDeclarations
    ) -> String? {
        let environment = declarations.environment
        let (tree, mistakes) = CELParser.parse(sample.expr, allowsBlocks: true)
        guard let tree, mistakes.isEmpty else { return "does not parse: \(shown(mistakes))" }
        var checked = CELChecker.resolve(tree, in: environment)
        if sample.disableCheck != true {
            let (result, problems) = CELChecker.check(tree, in: environment)
            guard let result else { return "does not check: \(shown(problems))" }
            checked = result
        }
        if let expected = sample.expect.deducedType?.type, checked.type != expected {
            return "has the type \(checked.type) instead of \(expected)"
        }
        if sample.checkOnly == true { return nil }
        let result = CELProgram(checked, environment).evaluate(data: declarations.values)
        return difference(sample.expect, result)
    }

    private static func difference(
        _ expect: CELCase.Expectation,
        _ result: Result<CELValue, CELError>
    ) -> String? {
        switch result {
        case .success(let value):
            if expect.kind == .error { return "gives \(value) instead of an error" }
            guard let expected = expect.value?.value else {
                return expect.kind == .typed ? nil : "gives \(value), but the test expects nothing"
            }
            if value.isSame(as: expected) { return nil }
            return "gives \(value) (\(value.type)) instead of \(expected) (\(expected.type))"
        case .failure(let error):
            return expect.kind == .error ? nil : "fails: \(error.code) \(facts(error.arguments))"
        }
    }

    private static func shown(_ problems: [CELProblem]) -> String {
        problems
            .map { "\($0.code) at \($0.range.lowerBound) \(facts($0.arguments))" }
            .joined(separator: "; ")
    }

    private static func facts(_ arguments: [CELArgument]) -> String {
        "(" + arguments.map { "\($0.name): \($0.value)" }.joined(separator: ", ") + ")"
    }
}

/// The names that a test declares, at the places of their values.
struct CELDeclarations {
    private(set) var environment = CELEnvironment()
    private(set) var values: [CELValue] = []

    init(_ sample: CELCase) {
        environment.container = sample.container ?? ""
        environment.timeZones = CELTimeZone.named
        // Declarations are for the checker; without it there are values only.
        let declared = sample.disableCheck == true ? [] : sample.typeEnv ?? []
        let types = Dictionary(
            declared.compactMap { entry in entry.type.map { (entry.name, $0.type) } },
            uniquingKeysWith: { $1 }
        )
        for (name, binding) in (sample.bindings ?? [:]).sorted(by: { $0.key < $1.key }) {
            environment.declare(name, types[name] ?? .dyn, at: CELSlot(.data, values.count))
            values.append(binding.value.value)
        }
        // What has no value has a place beyond all values, where reading it is an error.
        for (name, type) in types where sample.bindings?[name] == nil {
            environment.declare(name, type, at: CELSlot(.data, values.count))
        }
        for entry in declared where entry.type == nil {
            environment.declare(Self.function(entry.name, entry.overloads ?? []))
        }
    }

    /// A function that has types and no body, as the tests declare them for the checker.
    private static func function(_ name: String, _ overloads: [CELCase.Overload]) -> CELFunction {
        CELFunction(
            name,
            overloads.map { overload in
                CELOverload(
                    overload.id,
                    overload.args.map(\.type),
                    overload.result.type,
                    isMember: overload.member ?? false
                ) { (_: [CELValue]) throws(CELError) -> CELValue in
                    throw CELError(.unknownFunction)
                }
            }
        )
    }
}
