/// A test whether an int variable, or the size of one, lies between two bounds.
struct CELSlotRange {
    let operand: CELInstruction.Operand
    let isSize: Bool
    /// The smallest and the largest integer; nothing when the first is larger.
    var low: Int64
    var high: Int64
    /// Whether it holds outside instead.
    var isNegated = false

    /// Both tests as one, if they are about the same variable.
    func merged(with other: CELSlotRange) -> CELSlotRange? {
        guard operand == other.operand, isSize == other.isSize, !isNegated, !other.isNegated
        else { return nil }
        var both = self
        both.low = max(low, other.low)
        both.high = min(high, other.high)
        return both
    }

    /// The range, and whether the test holds inside it or outside.
    var range: (CELIntRange, isInside: Bool) {
        guard low <= high else {
            return (CELIntRange(low: .min, width: .max), isNegated)
        }
        return (
            CELIntRange(low: low, width: UInt64(bitPattern: high &- low)), !isNegated
        )
    }
}

extension CELCompiler {
    /// The test of a node that compares an int variable, or a size, with a constant.
    func slotRange(_ node: NodeID) -> CELSlotRange? {
        guard case .call(let function, nil, let arguments) = checked.expression[node].kind,
            checked.references[node] == nil, arguments.count == 2
        else { return nil }
        if case .int(let bound) = folded[arguments[1]], let left = measured(arguments[0]) {
            return Self.range(left, function, bound)
        }
        if case .int(let bound) = folded[arguments[0]], let right = measured(arguments[1]) {
            return Self.range(right, Self.mirrored[function] ?? "", bound)
        }
        return nil
    }

    private static let mirrored = [
        "_<_": "_>_", "_<=_": "_>=_", "_>_": "_<_", "_>=_": "_<=_", "_==_": "_==_",
        "_!=_": "_!=_",
    ]

    private static func range(
        _ measured: (Operand, isSize: Bool),
        _ function: String,
        _ bound: Int64
    ) -> CELSlotRange? {
        var range = CELSlotRange(
            operand: measured.0,
            isSize: measured.isSize,
            low: .min,
            high: .max
        )
        switch function {
        case "_<_":
            guard bound > .min else { return nil }
            range.high = bound - 1
        case "_<=_": range.high = bound
        case "_>_":
            guard bound < .max else { return nil }
            range.low = bound + 1
        case "_>=_": range.low = bound
        case "_==_", "_!=_":
            range.low = bound
            range.high = bound
            range.isNegated = function == "_!=_"
        default: return nil
        }
        return range
    }

    /// The variable whose value or size a node is.
    private func measured(_ node: NodeID) -> (Operand, isSize: Bool)? {
        if let slot = slot(node) { return (slot, false) }
        guard case .function(_, let overloads, false) = checked.references[node],
            case .call(_, let target, let arguments) = checked.expression[node].kind
        else { return nil }
        let all = (target.map { [$0] } ?? []) + arguments
        let isSize = !overloads.isEmpty && overloads.allSatisfy { $0.isSize }
        guard isSize, all.count == 1, let slot = slot(all[0]) else { return nil }
        return (slot, true)
    }

    private func slot(_ node: NodeID) -> Operand? {
        guard case .variable(let slot) = checked.references[node],
            0...Int(UInt16.max) ~= slot.index
        else { return nil }
        return Operand(CELInstruction.Place(slot.space), slot.index)
    }

    /// A test of variables and constants alone, in one instruction.
    mutating func fusedTest(_ node: NodeID, jumpsOn answer: Bool) -> CELInstruction? {
        if let slot = slot(node) {
            return CELInstruction(
                test: slot.place.truthTest,
                left: slot,
                right: .none,
                jumpsOn: answer
            )
        }
        guard case .call(let function, nil, let arguments) = checked.expression[node].kind,
            checked.references[node] == nil, arguments.count == 2
        else { return nil }
        if let left = slot(arguments[0]), let right = slot(arguments[1]) {
            return comparison(function, left, right, jumpsOn: answer)
        }
        guard function == "_==_" || function == "_!=_" else { return nil }
        let isEqual = function == "_==_"
        for (variable, other) in [(0, 1), (1, 0)] {
            guard let slot = slot(arguments[variable]), let value = folded[arguments[other]]
            else { continue }
            if case .bool(let value) = value {
                return CELInstruction(
                    test: slot.place.truthTest,
                    left: slot,
                    right: .none,
                    jumpsOn: answer == (isEqual == value)
                )
            }
            var operation = CELInstruction.Operation.valueEqual
            if case .string = value { operation = .stringEqual }
            return CELInstruction(
                test: operation,
                left: slot,
                right: constant(value),
                jumpsOn: answer == isEqual
            )
        }
        return nil
    }

    private func comparison(
        _ function: String,
        _ left: Operand,
        _ right: Operand,
        jumpsOn answer: Bool
    ) -> CELInstruction? {
        func test(
            _ operation: CELInstruction.Operation,
            _ left: Operand,
            _ right: Operand,
            _ answer: Bool
        ) -> CELInstruction {
            CELInstruction(test: operation, left: left, right: right, jumpsOn: answer)
        }
        switch function {
        case "_<_": return test(.intLess, left, right, answer)
        case "_>_": return test(.intLess, right, left, answer)
        case "_<=_": return test(.intLess, right, left, !answer)
        case "_>=_": return test(.intLess, left, right, !answer)
        case "_==_": return test(.intEqual, left, right, answer)
        case "_!=_": return test(.intEqual, left, right, !answer)
        default: return nil
        }
    }
}

extension CELOverload {
    /// Whether this is one of the signatures of `size`, for which there is an instruction.
    var isSize: Bool { if case .size = body { true } else { false } }
}
