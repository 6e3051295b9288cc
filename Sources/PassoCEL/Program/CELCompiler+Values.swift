extension CELCompiler {
    /// Compiles a node unless its value lies somewhere already.
    ///
    /// - Returns: where the value lies.
    mutating func operand(_ node: NodeID, depth: Int) -> Operand {
        if let value = folded[node] { return constant(value) }
        let operand = unfolded(node, depth: depth)
        return keep(operand, of: node)
    }

    private mutating func unfolded(_ node: NodeID, depth: Int) -> Operand {
        switch checked.references[node] {
        case .variable(let slot):
            guard 0...Int(UInt16.max) ~= slot.index else {
                return fail(.unknownName, checked.expression.text(of: node), node)
            }
            return Operand(CELInstruction.Place(slot.space), slot.index)
        case .local(let place): return Operand(.local, place)
        case .constant(let value): return constant(value)
        case .unknown(let name): return fail(.unknownName, name, node)
        case .function(let name, let overloads, let isQualified):
            return call(node, name, overloads, isQualified, depth)
        case nil: return computed(node, depth: depth)
        }
    }

    private mutating func computed(_ node: NodeID, depth: Int) -> Operand {
        switch checked.expression[node].kind {
        case .literal(let literal): return constant(literal.value)
        case .identifier(let name, _), .message(let name, _):
            return fail(.unknownName, name, node)
        case .invalid, .optionalEntry, .block: return fail(.invalidArgument, "", node)
        case .select(let operand, let member, let isTest):
            let left = self.operand(operand, depth: depth)
            let right = constant(CELValue(member))
            return emit(CELInstruction(isTest ? .has : .select, left: left, right: right), node)
        case .list(let elements): return many(.list, elements, node, depth)
        case .map(let entries): return many(.map, entries, node, depth)
        case .call(let function, _, let arguments):
            return operation(node, function, arguments, depth)
        case .comprehension(let macro): return loop(macro, node, depth)
        }
    }

    /// An instruction with any number of operands, which stand in a row in their table.
    private mutating func many(
        _ operation: CELInstruction.Operation,
        _ arguments: [NodeID],
        _ node: NodeID,
        _ depth: Int,
        target: Int = 0
    ) -> Operand {
        let operands = arguments.map { operand($0, depth: depth) }
        var instruction = CELInstruction(operation, target: target)
        instruction.left = UInt16(truncatingIfNeeded: code.operands.count)
        instruction.right = UInt16(truncatingIfNeeded: operands.count)
        code.operands += operands
        return emit(instruction, node)
    }

    private mutating func operation(
        _ node: NodeID,
        _ function: String,
        _ arguments: [NodeID],
        _ depth: Int
    ) -> Operand {
        switch (function, arguments.count) {
        case (CELOperator.and, _): return many(.and, arguments, node, depth)
        case (CELOperator.or, _): return many(.or, arguments, node, depth)
        case (CELOperator.conditional, 3): return many(.conditional, arguments, node, depth)
        case (CELOperator.not, 1), (CELOperator.negate, 1):
            let left = operand(arguments[0], depth: depth)
            return emit(
                CELInstruction(function == CELOperator.not ? .not : .negate, left: left),
                node
            )
        case (_, 2):
            guard let operation = Self.operations[function] else { break }
            let left = operand(arguments[0], depth: depth)
            let right = operand(arguments[1], depth: depth)
            return emit(CELInstruction(operation, left: left, right: right), node)
        default: break
        }
        return fail(.unknownFunction, function, node)
    }

    private static let operations: [String: CELInstruction.Operation] = [
        "_==_": .equal, "_!=_": .notEqual, "_<_": .less, "_<=_": .lessOrEqual, "_>_": .greater,
        "_>=_": .greaterOrEqual, "_+_": .add, "_-_": .subtract, "_*_": .multiply, "_/_": .divide,
        "_%_": .remainder, "@in": .contains, CELOperator.index: .index,
    ]

    private mutating func call(
        _ node: NodeID,
        _ name: String,
        _ overloads: [CELOverload],
        _ isQualified: Bool,
        _ depth: Int
    ) -> Operand {
        guard case .call(_, let target, let arguments) = checked.expression[node].kind else {
            return fail(.unknownFunction, name, node)
        }
        let receiver = isQualified ? nil : target
        let all = (receiver.map { [$0] } ?? []) + arguments
        let candidates = overloads.filter { $0.isMember == (receiver != nil) }
            .compactMap { $0.taking(all.count) }
        if all.count == 1, !candidates.isEmpty, candidates.allSatisfy({ $0.isSize }) {
            return emit(CELInstruction(.size, left: operand(all[0], depth: depth)), node)
        }
        code.calls.append(
            CELCall(
                name: name,
                overloads: candidates.map {
                    $0.prepared(all.map { folded[$0] }, environment.limits)
                },
                isKnown: !overloads.isEmpty
            )
        )
        return many(.call, all, node, depth, target: code.calls.count - 1)
    }

    private mutating func loop(
        _ macro: CELExpression.Comprehension,
        _ node: NodeID,
        _ depth: Int
    ) -> Operand {
        let range = operand(macro.range, depth: depth)
        let predicate = macro.predicate.map { operand($0, depth: depth + 1) }
        let transform = macro.transform.map { operand($0, depth: depth + 1) }
        code.loops.append(
            CELLoop(
                macro: macro.macro,
                local: depth,
                predicate: predicate,
                transform: transform
            )
        )
        return emit(
            CELInstruction(.loop, left: range, target: code.loops.count - 1),
            node
        )
    }
}
