extension CELMachine {
    /// Evaluates a condition by its tests; what they cannot tell, the program of values does.
    ///
    /// It calls nothing in the common cases, which keeps them short.
    @inline(never)
    func test(_ data: Values, _ event: Values, _ inputs: Values) -> CELOutcome {
        var place = 0
        var spent: UInt64 = 0
        while place < tests.count {
            let test = tests[place]
            let answer: Bool?
            switch test.operation {
            case .dataRange: answer = range(test, data)
            case .eventRange: answer = range(test, event)
            case .inputsRange: answer = range(test, inputs)
            case .dataTrue: answer = truth(test, data)
            default: answer = compare(place, data, event, inputs, &spent)
            }
            guard let answer else { break }
            guard answer == test.jumpAnswer else {
                if test.isLast { return .true }
                place += 1
                continue
            }
            place = Int(test.target)
            if place >= Int(CELInstruction.no) {
                return place == Int(CELInstruction.yes) ? .true : .false
            }
        }
        return outcome(data, event, inputs)
    }

    /// The whole evaluation as a condition.
    @inline(never)
    private func outcome(_ data: Values, _ event: Values, _ inputs: Values) -> CELOutcome {
        var spent: UInt64 = 0
        return switch run(root, data, event, inputs, spent: &spent) {
        case .success(.bool(let value)): value ? .true : .false
        case .success(let value): .error(.noOverload("bool", [value]))
        case .failure(let error): .error(error)
        }
    }

    @inline(__always)
    private func range(_ test: CELInstruction, _ values: Values) -> Bool? {
        guard Int(test.left) < values.count, case .int(let value) = values[Int(test.left)] else {
            return nil
        }
        return intRanges[Int(test.right)].contains(value)
    }

    @inline(__always)
    private func truth(_ test: CELInstruction, _ values: Values) -> Bool? {
        guard Int(test.left) < values.count, case .bool(let value) = values[Int(test.left)] else {
            return nil
        }
        return value
    }

    /// The answer of any other test, or `nil` when it cannot tell.
    @inline(never)
    private func compare(
        _ place: Int,
        _ data: Values,
        _ event: Values,
        _ inputs: Values,
        _ spent: inout UInt64
    ) -> Bool? {
        let test = tests[place]
        let values = test.leftPlace == 2 ? data : test.leftPlace == 3 ? event : inputs
        switch test.operation {
        case .always: return test.jumpAnswer
        case .program: return run(test, data, event, inputs, &spent)
        case .eventTrue, .inputsTrue: return truth(test, values)
        default: break
        }
        guard Int(test.left) < values.count else { return nil }
        switch test.operation {
        case .stringEqual:
            guard case .string(let left) = values[Int(test.left)],
                case .string(let right) = constants[Int(test.right)]
            else { return nil }
            return left == right
        case .sizeRange:
            guard values[Int(test.left)].isLight, let size = values[Int(test.left)].count
            else { return nil }
            return intRanges[Int(test.right)].contains(size)
        case .valueEqual:
            guard values[Int(test.left)].isLight else { return nil }
            return values[Int(test.left)] == constants[Int(test.right)]
        default:
            let others = test.rightPlace == 2 ? data : test.rightPlace == 3 ? event : inputs
            guard Int(test.right) < others.count else { return nil }
            if case .int(let left) = values[Int(test.left)],
                case .int(let right) = others[Int(test.right)]
            {
                return test.operation == .intLess ? left < right : left == right
            }
            guard test.operation == .intEqual, values[Int(test.left)].isLight else { return nil }
            return values[Int(test.left)] == others[Int(test.right)]
        }
    }

    @inline(never)
    private func run(
        _ test: CELInstruction,
        _ data: Values,
        _ event: Values,
        _ inputs: Values,
        _ spent: inout UInt64
    ) -> Bool? {
        guard let place = CELInstruction.Place(rawValue: test.leftPlace),
            case .success(.bool(let answer)) = run(
                CELInstruction.Operand(place, Int(test.left)),
                data,
                event,
                inputs,
                spent: &spent
            )
        else { return nil }
        return answer
    }
}
