extension CELCompiler {
    /// Compiles a node, whose value then lies on the stack.
    mutating func value(_ node: NodeID, depth: Int) {
        let operand = operand(node, depth: depth)
        guard operand != .stack else { return }
        emit(CELInstruction(.load, left: operand), node)
        push()
    }

    /// Compiles a node unless its value lies somewhere already.
    ///
    /// - Returns: where the value lies; a value on the stack is on its top.
    mutating func operand(_ node: NodeID, depth: Int) -> Operand {
        if let value = folded[node] { return constant(value) }
        switch checked.references[node] {
        case .variable(let slot): return Operand(CELInstruction.Place(slot.space), slot.index)
        case .local(let place): return Operand(.local, place)
        case .constant(let value): return constant(value)
        case .unknown(let name):
            fail(CELErrorCode.unknownName, name, node)
            return .stack
        default: break
        }
        computed(node, depth: depth)
        return .stack
    }

    private mutating func computed(_ node: NodeID, depth: Int) {
        switch checked.expression[node].kind {
        case .literal(let literal):
            emit(CELInstruction(.load, left: constant(literal.value)), node)
            push()
        case .identifier(let name, _), .message(let name, _):
            fail(.unknownName, name, node)
        case .invalid: fail(.invalidArgument, "", node)
        case .select(let operand, let member, let isTest):
            let left = self.operand(operand, depth: depth)
            pop(left)
            let right = constant(CELValue(member))
            emit(CELInstruction(isTest ? .has : .select, left: left, right: right), node)
            push()
        case .list(let elements): aggregate(.list, elements, elements.count, node, depth)
        case .map(let entries): aggregate(.map, entries, entries.count / 2, node, depth)
        case .call(let function, let target, let arguments):
            call(node, function, target, arguments, depth)
        case .comprehension(let macro): comprehension(macro, node, depth)
        }
    }

    private mutating func aggregate(
        _ operation: CELInstruction.Operation,
        _ elements: [NodeID],
        _ count: Int,
        _ node: NodeID,
        _ depth: Int
    ) {
        for element in elements { value(element, depth: depth) }
        emit(CELInstruction(operation, target: count), node)
        height -= elements.count
        push()
    }

    private mutating func fail(_ code: CELErrorCode, _ name: String, _ node: NodeID) {
        let index = CELErrorCode.allCases.firstIndex(of: code) ?? 0
        emit(CELInstruction(.fail, left: constant(CELValue(name)), target: index), node)
        push()
    }

    private mutating func call(
        _ node: NodeID,
        _ function: String,
        _ target: NodeID?,
        _ arguments: [NodeID],
        _ depth: Int
    ) {
        if case .function(let name, let overloads, let isQualified) = checked.references[node] {
            let isMember = target != nil && !isQualified
            let all = (isMember ? target.map { [$0] } ?? [] : []) + arguments
            return invoke(node, name, overloads.filter { $0.isMember == isMember }, all, depth)
        }
        switch function {
        case CELOperator.and, CELOperator.or: logic(node, function, arguments, depth)
        case CELOperator.conditional: conditional(node, arguments, depth)
        case CELOperator.not, CELOperator.negate:
            let left = operand(arguments[0], depth: depth)
            pop(left)
            emit(CELInstruction(function == CELOperator.not ? .not : .negate, left: left), node)
            push()
        default:
            guard let operation = Self.operations[function], arguments.count == 2 else {
                return fail(.unknownFunction, function, node)
            }
            binary(node, operation, arguments, depth)
        }
    }

    private static let operations: [String: CELInstruction.Operation] = [
        "_==_": .equal, "_!=_": .notEqual, "_<_": .less, "_<=_": .lessOrEqual, "_>_": .greater,
        "_>=_": .greaterOrEqual, "_+_": .add, "_-_": .subtract, "_*_": .multiply, "_/_": .divide,
        "_%_": .remainder, "@in": .contains, CELOperator.index: .index,
    ]

    private mutating func binary(
        _ node: NodeID,
        _ operation: CELInstruction.Operation,
        _ arguments: [NodeID],
        _ depth: Int
    ) {
        let left = operand(arguments[0], depth: depth)
        let right = operand(arguments[1], depth: depth)
        pop(left, right)
        emit(CELInstruction(operation, left: left, right: right), node)
        push()
    }

    private mutating func invoke(
        _ node: NodeID,
        _ name: String,
        _ overloads: [CELOverload],
        _ arguments: [NodeID],
        _ depth: Int
    ) {
        let candidates = overloads.filter { $0.parameters.count == arguments.count }
        let isSize = !candidates.isEmpty && candidates.allSatisfy { $0.isSize }
        if isSize, arguments.count == 1 {
            let left = operand(arguments[0], depth: depth)
            pop(left)
            emit(CELInstruction(.size, left: left), node)
            return push()
        }
        for argument in arguments { value(argument, depth: depth) }
        code.calls.append(
            CELCall(name: name, overloads: candidates, argumentCount: arguments.count)
        )
        emit(CELInstruction(.call, target: code.calls.count - 1), node)
        height -= arguments.count
        push()
    }
}
