extension CELCompiler {
    /// Compiles a node unless its value lies somewhere already.
    ///
    /// - Returns: where the value lies.
    mutating func operand(_ node: NodeID) -> Operand {
        if let value = folded[node] { return constant(value) }
        let operand = unfolded(node)
        return keep(operand, of: node)
    }

    private mutating func unfolded(_ node: NodeID) -> Operand {
        switch checked.references[node] {
        case .variable(let slot):
            guard 0...Int(UInt16.max) ~= slot.index else {
                return fail(.unknownName, checked.expression.text(of: node), node)
            }
            return Operand(CELInstruction.Place(slot.space), slot.index)
        case .local(let place): return bindings[place].operand
        case .constant(let value): return constant(value)
        case .unknown(let name): return fail(.unknownName, name, node)
        case .function(let name, let overloads, let isQualified):
            return call(node, name, overloads, isQualified)
        case nil: return computed(node)
        }
    }

    private mutating func computed(_ node: NodeID) -> Operand {
        switch checked.expression[node].kind {
        case .literal(let literal): return constant(literal.value)
        case .identifier(let name, _), .message(let name, _):
            return fail(.unknownName, name, node)
        case .invalid: return fail(.invalidArgument, "", node)
        case .optionalEntry(let value): return operand(value)
        case .block(let values, let result): return block(values, result, node)
        case .select(let operand, let member, let isTest):
            let left = self.operand(operand)
            let right = constant(CELValue(member))
            return emit(CELInstruction(isTest ? .has : .select, left: left, right: right), node)
        case .list(let elements): return collection(.list, .sparseList, elements, node)
        case .map(let entries): return collection(.map, .sparseMap, entries, node)
        case .call(let function, _, let arguments):
            return operation(node, function, arguments)
        case .comprehension(let macro): return comprehension(macro, node)
        }
    }

    /// An instruction with any number of operands, which stand in a row in their table.
    mutating func many(
        _ operation: CELInstruction.Operation,
        _ arguments: [NodeID],
        _ node: NodeID,
        target: Int = 0
    ) -> Operand {
        let operands = arguments.map { operand($0) }
        var instruction = CELInstruction(operation, target: target)
        instruction.left = UInt16(truncatingIfNeeded: code.operands.count)
        instruction.right = UInt16(truncatingIfNeeded: operands.count)
        code.operands += operands
        return emit(instruction, node, uses: operands)
    }

    private mutating func operation(
        _ node: NodeID,
        _ function: String,
        _ arguments: [NodeID]
    ) -> Operand {
        switch (function, arguments.count) {
        case (CELOperator.and, _): return many(.and, arguments, node)
        case (CELOperator.or, _): return many(.or, arguments, node)
        case (CELOperator.conditional, 3): return many(.conditional, arguments, node)
        case (CELOperator.not, 1), (CELOperator.negate, 1):
            let left = operand(arguments[0])
            return emit(
                CELInstruction(function == CELOperator.not ? .not : .negate, left: left),
                node
            )
        case (CELOperator.optionalSelect, 2):
            return emit(
                CELInstruction(
                    .optionalSelect,
                    left: operand(arguments[0]),
                    right: operand(arguments[1])
                ),
                node
            )
        case (_, 2):
            guard let operation = Self.operations[function] else { break }
            let left = operand(arguments[0])
            let right = operand(arguments[1])
            return emit(CELInstruction(operation, left: left, right: right), node)
        default: break
        }
        return fail(.unknownFunction, function, node)
    }

    private static let operations: [String: CELInstruction.Operation] = [
        "_==_": .equal, "_!=_": .notEqual, "_<_": .less, "_<=_": .lessOrEqual, "_>_": .greater,
        "_>=_": .greaterOrEqual, "_+_": .add, "_-_": .subtract, "_*_": .multiply, "_/_": .divide,
        "_%_": .remainder, "@in": .contains, CELOperator.index: .index,
        CELOperator.optionalIndex: .optionalIndex,
    ]

    private mutating func call(
        _ node: NodeID,
        _ name: String,
        _ overloads: [CELOverload],
        _ isQualified: Bool
    ) -> Operand {
        guard case .call(_, let target, let arguments) = checked.expression[node].kind else {
            return fail(.unknownFunction, name, node)
        }
        let receiver = isQualified ? nil : target
        let all = (receiver.map { [$0] } ?? []) + arguments
        let candidates = overloads.filter { $0.isMember == (receiver != nil) }
            .compactMap { $0.taking(all.count) }
        if all.count == 1, !candidates.isEmpty, candidates.allSatisfy({ $0.isSize }) {
            return size(of: all[0], node)
        }
        if candidates.count == 1, case .alternative(let givesValue) = candidates[0].body {
            return many(givesValue ? .orValue : .orElse, all, node)
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
        return many(.call, all, node, target: code.calls.count - 1)
    }
}
