extension CELCompiler {
    /// `a && b`: each operand may fail, and another may decide in spite of it (language definition,
    /// "Logical Operators").
    mutating func logic(
        _ node: NodeID,
        _ function: String,
        _ arguments: [NodeID],
        _ depth: Int
    ) {
        // The constant is the answer that decides.
        let deciding = constant(.bool(function == CELOperator.or))
        var exits: [Int] = []
        for (place, argument) in arguments.enumerated() {
            guarded(depth) { $0.value(argument, depth: depth) }
            let operation: CELInstruction.Operation = place == 0 ? .logicFirst : .logicNext
            exits.append(emit(CELInstruction(operation, right: deciding), argument))
            if place > 0 { height -= 1 }
        }
        for exit in exits { land(exit) }
        emit(CELInstruction(.logicEnd), node)
    }

    /// Compiles what pushes one value, or a missing one if it fails.
    mutating func guarded(_ depth: Int, _ body: (inout CELCompiler) -> Void) {
        let start = code.instructions.count
        let before = height
        body(&self)
        guard code.instructions.count > start else { return }
        code.handlers.append(
            CELHandler(
                covered: start..<code.instructions.count,
                resume: code.instructions.count,
                height: before,
                builders: builders
            )
        )
    }

    mutating func conditional(_ node: NodeID, _ arguments: [NodeID], _ depth: Int) {
        let condition = operand(arguments[0], depth: depth)
        pop(condition)
        let choice = emit(CELInstruction(.conditional, left: condition), arguments[0])
        value(arguments[1], depth: depth)
        let exit = emit(CELInstruction(.jump), node)
        land(choice)
        height -= 1
        value(arguments[2], depth: depth)
        land(exit)
    }

    /// A macro: a loop that keeps the list, the place and the result so far on the stack.
    mutating func comprehension(
        _ macro: CELExpression.Comprehension,
        _ node: NodeID,
        _ depth: Int
    ) {
        value(macro.range, depth: depth)
        let makesList = macro.macro == .filter || macro.macro == .map
        emit(CELInstruction(.iterate, target: macro.macro.index), macro.range)
        push(2)
        if makesList { builders += 1 }
        let next = emit(CELInstruction(.next, left: Operand(.local, depth)), node)
        if makesList {
            collect(macro, node, depth, next)
        } else if let predicate = macro.predicate {
            if macro.macro == .existsOne {
                value(predicate, depth: depth + 1)
            } else {
                guarded(depth) { $0.value(predicate, depth: depth + 1) }
            }
            step(macro, predicate, next)
        }
        land(next)
        emit(CELInstruction(.finish, target: macro.macro.index), node)
        if makesList { builders -= 1 }
        height -= 2
    }

    private mutating func step(
        _ macro: CELExpression.Comprehension,
        _ node: NodeID,
        _ next: Int
    ) {
        emit(
            CELInstruction(
                .step,
                left: Operand(.constant, macro.macro.index),
                target: next
            ),
            node
        )
        height -= 1
    }

    /// `filter` and `map`: the value of the element is kept if the predicate holds.
    private mutating func collect(
        _ macro: CELExpression.Comprehension,
        _ node: NodeID,
        _ depth: Int,
        _ next: Int
    ) {
        if let predicate = macro.predicate {
            let condition = operand(predicate, depth: depth + 1)
            pop(condition)
            let choice = emit(CELInstruction(.conditional, left: condition), predicate)
            code.instructions[choice].target = UInt16(truncatingIfNeeded: next)
        }
        if let transform = macro.transform {
            value(transform, depth: depth + 1)
        } else {
            emit(CELInstruction(.load, left: Operand(.local, depth)), node)
            push()
        }
        step(macro, node, next)
    }
}

extension CELExpression.Comprehension.Macro {
    /// The number of the macro in instructions.
    var index: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
