/// A target of jumps in a program of tests, filled in when it is placed.
struct CELTestLabel {
    var jumps: [Int] = []
}

extension CELCompiler {
    /// Compiles a condition into tests with jumps.
    ///
    /// Tests know no errors: what a test cannot answer sends the evaluation to the program of
    /// values, which gives the error. That is right because evaluation has no effects.
    mutating func compileTests(_ root: NodeID) {
        var no = CELTestLabel()
        test(root, jumpsOn: false, &no)
        for jump in no.jumps { code.tests[jump].target = CELInstruction.no }
        // What falls through the last test holds; what jumps behind it holds as well.
        let end = code.tests.count
        add(CELInstruction(test: .always, left: .none, right: .none, jumpsOn: true))
        code.tests[end].target = CELInstruction.yes
        for place in code.tests.indices where Int(code.tests[place].target) == end {
            code.tests[place].target = CELInstruction.yes
        }
        if end > 0 { code.tests[end - 1].isLast = true }
    }

    /// Adds a test; its place is a jump to fill in.
    @discardableResult
    private mutating func add(_ test: CELInstruction) -> Int {
        code.tests.append(test)
        return code.tests.count - 1
    }

    private mutating func place(_ label: CELTestLabel) {
        for jump in label.jumps {
            code.tests[jump].target = UInt16(truncatingIfNeeded: code.tests.count)
        }
    }

    private mutating func always(_ label: inout CELTestLabel) {
        label.jumps.append(
            add(CELInstruction(test: .always, left: .none, right: .none, jumpsOn: true))
        )
    }

    /// Compiles what jumps if the condition has an answer, and otherwise goes on.
    private mutating func test(
        _ node: NodeID,
        jumpsOn answer: Bool,
        _ label: inout CELTestLabel
    ) {
        if case .bool(let value) = folded[node] {
            guard value == answer else { return }
            return always(&label)
        }
        guard case .call(let function, nil, let arguments) = checked.expression[node].kind,
            checked.references[node] == nil
        else { return leaf(node, jumpsOn: answer, &label) }
        switch function {
        case CELOperator.not: test(arguments[0], jumpsOn: !answer, &label)
        case CELOperator.and: chain(arguments, deciding: false, jumpsOn: answer, &label)
        case CELOperator.or: chain(arguments, deciding: true, jumpsOn: answer, &label)
        case CELOperator.conditional: choice(arguments, jumpsOn: answer, &label)
        default: leaf(node, jumpsOn: answer, &label)
        }
    }

    private mutating func choice(
        _ arguments: [NodeID],
        jumpsOn answer: Bool,
        _ label: inout CELTestLabel
    ) {
        var otherwise = CELTestLabel()
        var end = CELTestLabel()
        test(arguments[0], jumpsOn: false, &otherwise)
        test(arguments[1], jumpsOn: answer, &label)
        always(&end)
        place(otherwise)
        test(arguments[2], jumpsOn: answer, &label)
        place(end)
    }

    private mutating func chain(
        _ arguments: [NodeID],
        deciding: Bool,
        jumpsOn answer: Bool,
        _ label: inout CELTestLabel
    ) {
        var skip = CELTestLabel()
        var place = 0
        while place < arguments.count {
            // `a > 0 && a <= 50` is one range.
            let (merged, count) = deciding ? (nil, 1) : mergedRange(arguments[place...])
            let isLast = place + count == arguments.count
            if answer == deciding || isLast {
                single(arguments[place], merged, jumpsOn: answer, &label)
            } else {
                single(arguments[place], merged, jumpsOn: deciding, &skip)
            }
            place += count
        }
        self.place(skip)
    }

    private mutating func single(
        _ node: NodeID,
        _ merged: CELSlotRange?,
        jumpsOn answer: Bool,
        _ label: inout CELTestLabel
    ) {
        guard let merged else { return test(node, jumpsOn: answer, &label) }
        label.jumps.append(add(range(merged, jumpsOn: answer)))
    }

    private func mergedRange(_ arguments: ArraySlice<NodeID>) -> (CELSlotRange?, Int) {
        guard let first = arguments.first, var range = slotRange(first) else { return (nil, 1) }
        var count = 1
        for argument in arguments.dropFirst() {
            guard let next = slotRange(argument), let both = range.merged(with: next) else {
                break
            }
            range = both
            count += 1
        }
        return count > 1 ? (range, count) : (nil, 1)
    }

    private mutating func range(_ test: CELSlotRange, jumpsOn answer: Bool) -> CELInstruction {
        let (range, isInside) = test.range
        code.intRanges.append(range)
        return CELInstruction(
            test: test.isSize ? .sizeRange : test.operand.place.rangeTest,
            left: test.operand,
            right: Operand(.constant, code.intRanges.count - 1),
            jumpsOn: answer == isInside
        )
    }

    private mutating func leaf(
        _ node: NodeID,
        jumpsOn answer: Bool,
        _ label: inout CELTestLabel
    ) {
        if let range = slotRange(node) {
            return label.jumps.append(add(self.range(range, jumpsOn: answer)))
        }
        if let test = fusedTest(node, jumpsOn: answer) {
            return label.jumps.append(add(test))
        }
        // A program of values, which the test runs.
        label.jumps.append(
            add(
                CELInstruction(
                    test: .program,
                    left: operand(node),
                    right: .none,
                    jumpsOn: answer
                )
            )
        )
    }
}

extension CELInstruction.Place {
    /// The test of an int variable there.
    var rangeTest: CELInstruction.Operation {
        switch self {
        case .event: .eventRange
        case .inputs: .inputsRange
        default: .dataRange
        }
    }

    /// The test of a bool variable there.
    var truthTest: CELInstruction.Operation {
        switch self {
        case .event: .eventTrue
        case .inputs: .inputsTrue
        default: .dataTrue
        }
    }
}
