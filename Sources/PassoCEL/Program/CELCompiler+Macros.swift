/// What a name of a macro stands for.
enum CELBinding {
    /// A local that a macro sets.
    case local(Int)
    /// A value that lies somewhere already.
    case operand(CELInstruction.Operand)
    /// A value that is computed when the name is first read.
    case lazy(Int)

    /// Where the value is found.
    var operand: CELInstruction.Operand {
        switch self {
        case .local(let place): CELInstruction.Operand(.local, place)
        case .operand(let operand): operand
        case .lazy(let number): CELInstruction.Operand(.lazy, number)
        }
    }
}

extension CELCompiler {
    mutating func comprehension(
        _ macro: CELExpression.Comprehension,
        _ node: NodeID
    ) -> Operand {
        switch macro.macro {
        case .bind: block([macro.range], macro.transform ?? macro.range, node)
        case .optMap, .optFlatMap: loop(macro, node, .optMap)
        default: loop(macro, node, .loop)
        }
    }

    /// `size(x)`; the elements that a macro gives are counted without a list of them.
    mutating func size(of operand: NodeID, _ node: NodeID) -> Operand {
        if folded[operand] == nil, checked.references[operand] == nil,
            case .comprehension(let macro) = checked.expression[operand].kind,
            [.filter, .map, .transformList].contains(macro.macro)
        {
            return loop(macro, operand, .loop, isCounted: true)
        }
        return emit(CELInstruction(.size, left: self.operand(operand)), node)
    }

    private mutating func loop(
        _ macro: CELExpression.Comprehension,
        _ node: NodeID,
        _ operation: CELInstruction.Operation,
        isCounted: Bool = false
    ) -> Operand {
        let range = operand(macro.range)
        let free = freeLocal
        let count = macro.variable2 == nil ? 1 : 2
        for _ in 0..<count { bindings.append(.local(reserveLocal())) }
        openLoops += 1
        let predicate = macro.predicate.map { operand($0) }
        let transform = macro.transform.map { operand($0) }
        openLoops -= 1
        bindings.removeLast(count)
        freeLocal = free
        code.loops.append(
            CELLoop(
                macro: macro.macro,
                local: free,
                hasTwoNames: count == 2,
                isCounted: isCounted,
                predicate: predicate,
                transform: transform,
                predicateTest: count == 1 && transform == nil
                    ? CELPredicateTest(predicate, of: free, in: code) : nil
            )
        )
        return emit(
            CELInstruction(operation, left: range, target: code.loops.count - 1),
            node,
            uses: [predicate, transform].compactMap { $0 }
        )
    }

    /// A list or map; it takes another instruction where optionals may leave entries out.
    mutating func collection(
        _ operation: CELInstruction.Operation,
        _ sparse: CELInstruction.Operation,
        _ elements: [NodeID],
        _ node: NodeID
    ) -> Operand {
        let marks = elements.map { checked.expression[$0].kind.isOptionalEntry }
        guard marks.contains(true) else { return many(operation, elements, node) }
        code.sparseEntries.append(marks)
        return many(sparse, elements, node, target: code.sparseEntries.count - 1)
    }

    private mutating func reserveLocal() -> Int {
        freeLocal += 1
        unusedLocal = max(unusedLocal, freeLocal)
        return freeLocal - 1
    }
}

// MARK: - Names for values

extension CELCompiler {
    /// How deep the evaluation of a name may nest where it is read: with that of the tree it bounds
    /// the recursion.
    private static let lazyHeight = 100

    /// `cel.bind` and `cel.block`.
    mutating func block(_ values: [NodeID], _ result: NodeID, _ node: NodeID) -> Operand {
        let free = freeLocal
        var numbers: [Int] = []
        var early: [Int] = []
        for value in values {
            let binding = binding(value)
            bindings.append(binding)
            guard case .lazy(let number) = binding else { continue }
            numbers.append(number)
            if !isFolding || height(binding.operand) > Self.lazyHeight { early.append(number) }
        }
        let result = operand(result)
        bindings.removeLast(values.count)
        freeLocal = free
        guard !early.isEmpty || !numbers.isEmpty && openLoops > 0 else { return result }
        code.scopes.append(CELScope(result: result, numbers: numbers, early: early))
        return emit(
            CELInstruction(.scope, target: code.scopes.count - 1),
            node,
            uses: [result] + early.map { code.lazies[$0].operand }
        )
    }

    /// A name for a value.
    ///
    /// What computes the value runs while other macros are open, wherever the name is read first: its
    /// locals are its own until the name's scope ends.
    private mutating func binding(_ value: NodeID) -> CELBinding {
        guard isFolding else { return placedBinding(value) }
        let unused = unusedLocal
        unusedLocal = freeLocal
        let operand = operand(value)
        guard operand.place == .node else {
            unusedLocal = max(unused, unusedLocal)
            return .operand(operand)
        }
        freeLocal = unusedLocal
        let local = reserveLocal()
        unusedLocal = max(unused, unusedLocal)
        code.lazies.append(CELLazy(operand: operand, local: local))
        return .lazy(code.lazies.count - 1)
    }

    /// A name whose local is where the checker counts it, as explanations need it; its value is
    /// computed before other macros open.
    private mutating func placedBinding(_ value: NodeID) -> CELBinding {
        let operand = operand(value)
        let local = reserveLocal()
        guard operand.place == .node else { return .operand(operand) }
        code.lazies.append(CELLazy(operand: operand, local: local))
        return .lazy(code.lazies.count - 1)
    }
}
