extension CELMachine {
    /// Runs the program of tests.
    ///
    /// - Returns: the answer, or `nil` when a test cannot tell, which leaves it to the program of
    ///   values.
    func test(
        from entry: Int,
        _ data: Values,
        _ event: Values,
        _ inputs: Values
    ) -> Bool? {
        var place = entry
        while true {
            let test = instructions[place]
            let answer: Bool
            switch test.operation {
            case .intRange:
                let values = test.leftPlace == 2 ? data : test.leftPlace == 3 ? event : inputs
                guard Int(test.left) < values.count,
                    case .int(let value) = values[Int(test.left)]
                else { return nil }
                answer = intRanges[Int(test.right)].contains(value)
            case .isTrue:
                let values = test.leftPlace == 2 ? data : test.leftPlace == 3 ? event : inputs
                guard Int(test.left) < values.count,
                    case .bool(let value) = values[Int(test.left)]
                else { return nil }
                answer = value
            case .always: answer = test.jumpAnswer
            case .yes: return true
            case .no: return false
            case .program:
                guard
                    case .success(.bool(let value)) = run(
                        from: Int(test.left),
                        data,
                        event,
                        inputs
                    )
                else { return nil }
                answer = value
            default:
                guard let value = compare(test, data, event, inputs) else { return nil }
                answer = value
            }
            place = answer == test.jumpAnswer ? Int(test.target) : place + 1
        }
    }

    /// The tests that compare texts, sizes and two variables.
    private func compare(
        _ test: CELInstruction,
        _ data: Values,
        _ event: Values,
        _ inputs: Values
    ) -> Bool? {
        let values = test.leftPlace == 2 ? data : test.leftPlace == 3 ? event : inputs
        guard Int(test.left) < values.count else { return nil }
        switch test.operation {
        case .stringEqual:
            guard case .string(let left) = values[Int(test.left)],
                case .string(let right) = constants[Int(test.right)]
            else { return nil }
            return left == right
        case .sizeRange:
            guard let size = values[Int(test.left)].count else { return nil }
            return intRanges[Int(test.right)].contains(size)
        case .valueEqual: return values[Int(test.left)] == constants[Int(test.right)]
        default:
            let others = test.rightPlace == 2 ? data : test.rightPlace == 3 ? event : inputs
            guard Int(test.right) < others.count else { return nil }
            if case .int(let left) = values[Int(test.left)],
                case .int(let right) = others[Int(test.right)]
            {
                return test.operation == .intLess ? left < right : left == right
            }
            guard test.operation == .intEqual else { return nil }
            return values[Int(test.left)] == others[Int(test.right)]
        }
    }
}
