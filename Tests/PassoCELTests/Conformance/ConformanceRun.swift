import PassoCEL

/// Runs one published test.
struct ConformanceRun {
    let test: ConformanceTest

    /// What went wrong, or `nil`.
    func failure() -> String? {
        let (environment, values) = environment()
        let (tree, mistakes) = CELParser.parse(test.expr)
        guard let tree, mistakes.isEmpty else { return "does not parse: \(mistakes)" }
        let checked: CELCheckedExpression
        if test.disableCheck == true {
            checked = CELChecker.resolve(tree, in: environment)
        } else {
            let (result, problems) = CELChecker.check(tree, in: environment)
            guard let result else { return "does not check: \(problems)" }
            checked = result
        }
        if let expected = test.expect.deducedType?.type, checked.type != expected {
            return "has type \(checked.type) instead of \(expected)"
        }
        if test.checkOnly == true { return nil }
        return judge(CELProgram(checked, environment).evaluate(data: values))
    }

    private func judge(_ result: Result<CELValue, CELError>) -> String? {
        switch result {
        case .success(let value):
            if test.expect.kind == "error" { return "gives \(value) instead of an error" }
            guard let expected = test.expect.value?.value else { return nil }
            return value.isSame(as: expected) ? nil : "gives \(value) instead of \(expected)"
        case .failure(let error):
            return test.expect.kind == "error" ? nil : "fails: \(error)"
        }
    }

    /// The names that the test declares, at the places of their values.
    private func environment() -> (CELEnvironment, [CELValue]) {
        var environment = CELEnvironment()
        environment.container = test.container ?? ""
        var values: [CELValue] = []
        let isChecked = test.disableCheck != true
        for declaration in test.typeEnv ?? [] where isChecked {
            if let type = declaration.type?.type {
                environment.declare(declaration.name, type, at: CELSlot(.data, values.count))
                values.append(test.bindings?[declaration.name]?.value.value ?? .null)
            }
            if let overloads = declaration.overloads {
                declare(declaration.name, overloads, &environment)
            }
        }
        let declared = Set(isChecked ? (test.typeEnv ?? []).map(\.name) : [])
        for (name, binding) in test.bindings ?? [:] where !declared.contains(name) {
            environment.declare(name, .dyn, at: CELSlot(.data, values.count))
            values.append(binding.value.value)
        }
        return (environment, values)
    }

    private func declare(
        _ name: String,
        _ overloads: [ConformanceTest.Overload],
        _ environment: inout CELEnvironment
    ) {
        environment.declare(
            CELFunction(
                name,
                overloads.map { overload in
                    CELOverload(
                        overload.id,
                        overload.args.map(\.type),
                        overload.result.type,
                        isMember: overload.member
                    ) { (_: [CELValue]) throws(CELError) -> CELValue in
                        throw CELError(.unknownFunction)
                    }
                }
            )
        )
    }
}
