extension CELMachine {
    /// Adds to what the evaluation has cost, and ends it when that exceeds the budget.
    ///
    /// Nodes are counted without looking at the budget: a program has few, and what repeats them
    /// looks.
    @inline(__always)
    func charge(_ units: UInt64, _ state: inout State) throws(CELError) {
        state.spent = state.spent.plus(units)
        guard state.spent <= limits.cost else { throw overspent(&state) }
    }

    /// The end of an evaluation; what it could not pay for is not done and does not count.
    @inline(never)
    private func overspent(_ state: inout State) -> CELError {
        state.spent = limits.cost.plus(1)
        return CELError(
            .limit,
            [CELArgument("what", "cost"), CELArgument("limit", String(limits.cost))]
        )
    }

    /// Charges an operator for the sizes of its operands.
    @inline(__always)
    func charge(
        _ operation: CELInstruction.Operation,
        _ left: CELValue,
        _ right: CELValue,
        _ state: inout State
    ) throws(CELError) {
        if left.isScalar, right.isScalar { return }
        try chargeSizes(operation, left, right, &state)
    }

    @inline(never)
    private func chargeSizes(
        _ operation: CELInstruction.Operation,
        _ left: CELValue,
        _ right: CELValue,
        _ state: inout State
    ) throws(CELError) {
        let (first, second) = (CELSize(left), CELSize(right))
        switch operation {
        case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual:
            try charge(CELUnits.compare(first, second), &state)
        case .contains: try charge(CELUnits.find(first, in: second), &state)
        case .index: try charge(CELUnits.look(second), &state)
        case .add: try charge(CELUnits.add(first, second), &state)
        default: return
        }
    }

    /// Charges a map literal for its entries: keys and values in turn.
    func charge(entries: [CELValue], _ state: inout State) throws(CELError) {
        var keyWeight: UInt64 = 0
        for place in stride(from: 0, to: entries.count, by: 2) {
            keyWeight = keyWeight.plus(entries[place].weight)
        }
        let count = UInt64(entries.count / 2)
        try charge(CELUnits.build(entries: count, keyWeight: keyWeight), &state)
    }

    /// What a call costs before its result is built.
    @inline(__always)
    func units(
        _ cost: CELFunctionCost,
        count: Int,
        _ value: (Int) -> CELValue
    ) -> UInt64 {
        if cost.parts.isEmpty { return cost.fixed }
        return cost.units(count: count) {
            CELSize(value($0))
        } pattern: { place in
            guard case .string(let pattern) = value(place) else { return 0 }
            return CELPatternSize.steps(of: pattern, limits)
        }
    }

    /// Charges a function for building its result, and holds that to the limits.
    func charge(
        _ cost: CELFunctionCost,
        building result: CELValue,
        _ state: inout State
    ) throws(CELError) {
        guard cost.building != .nothing, !result.isScalar else { return }
        let size = CELSize(result)
        guard size.bytes <= UInt64(max(0, limits.resultBytes)) else {
            throw .limit(limits.resultBytes)
        }
        guard size.count <= UInt64(max(0, limits.resultElements)) else {
            throw .limit(limits.resultElements)
        }
        if size.bytes == 0 { _ = try result.bounded() }
        try charge(cost.units(building: size), &state)
    }
}

extension CELValue {
    /// Whether going through the value costs one unit, as far as its kind tells.
    @inline(__always)
    var isScalar: Bool {
        switch self {
        case .string, .bytes, .list, .map, .optional, .object: false
        default: true
        }
    }

    /// Whether a test may go through the value without counting.
    var isLight: Bool { isScalar || weight <= 1_000 }
}
