/// Values of the variables to try, and where they lie.
package struct CELSample {
    /// The instance's own values.
    package var data: [CELValue]
    /// The payload of the event.
    package var event: [CELValue]
    /// What the host supplies.
    package var inputs: [CELValue]

    /// Makes a sample.
    package init(data: [CELValue], event: [CELValue] = [], inputs: [CELValue]) {
        self.data = data
        self.event = event
        self.inputs = inputs
    }

    /// The value of a variable; nil where there is none.
    package subscript(slot: CELSlot) -> CELValue? {
        get {
            let values =
                switch slot.space {
                case .data: data
                case .event: event
                case .inputs: inputs
                }
            return values.indices.contains(slot.index) ? values[slot.index] : nil
        }
        set {
            guard let newValue, self[slot] != nil else { return }
            switch slot.space {
            case .data: data[slot.index] = newValue
            case .event: event[slot.index] = newValue
            case .inputs: inputs[slot.index] = newValue
            }
        }
    }
}

extension CELDecider {
    /// Looks for values of the variables with which all demands are met, and tries them.
    ///
    /// - Parameters:
    ///   - demands: what shall be met.
    ///   - base: the values from which it starts, of the types that the variables have.
    ///   - isPossible: whether some truth values of variables can be at one time.
    /// - Returns: the values; nil when none were found, which does not mean that there are none.
    package mutating func witness(
        of demands: [CELDemand],
        over base: CELSample,
        where isPossible: ([CELSlot: Bool]) -> Bool = { _ in true }
    ) -> CELSample? {
        let programs = demands.flatMap(\.programs)
        let slots = CELSlot.sorted(programs.flatMap(\.slots))
        let constants = programs.flatMap { form($0).constants }
        var found: CELSample?
        _ = first(demands) { facts in
            guard isPossible(facts.slots) else { return false }
            let pools = slots.map { slot in
                Self.pool(of: slot, in: base, constants, facts)
            }
            found = Self.search(slots, pools, base) { sample in
                demands.allSatisfy { $0.isMet(by: CELSlotValues(sample)) }
                    && isPossible(sample.truths(of: slots))
            }
            return found != nil
        }
        return found
    }

    /// The values worth trying for a variable, the most promising ones first.
    private static func pool(
        of slot: CELSlot,
        in base: CELSample,
        _ constants: [CELValue],
        _ facts: CELFacts
    ) -> [CELValue] {
        guard let zero = base[slot] else { return [] }
        if case .bool = zero {
            let truth = facts.slots[slot]
            return truth.map { [.bool($0)] } ?? [.bool(false), .bool(true)]
        }
        var pool = facts.domains.first { $0.key.slot == slot }?.value.samples ?? []
        pool.append(zero)
        if case .int = zero { pool.append(.int(1)) }
        pool += constants.filter { $0.type == zero.type }.flatMap(\.neighbours)
        if case .string = zero { pool.append("a") }
        if case .list = zero { pool.append(CELValue([CELValue("a")])) }
        var seen: Set<CELValue> = []
        return Array(pool.filter { seen.insert($0).inserted }.prefix(12))
    }

    /// Tries combinations of the pools: all of them, or as many as are worth it.
    private static func search(
        _ slots: [CELSlot],
        _ pools: [[CELValue]],
        _ base: CELSample,
        _ holds: (CELSample) -> Bool
    ) -> CELSample? {
        var choice = Array(repeating: 0, count: slots.count)
        for _ in 0..<256 {
            var sample = base
            for (position, slot) in slots.enumerated() where !pools[position].isEmpty {
                sample[slot] = pools[position][choice[position]]
            }
            if holds(sample) { return sample }
            guard advance(&choice, pools) else { return nil }
        }
        return nil
    }

    /// Counts on, the last variable fastest.
    private static func advance(_ choice: inout [Int], _ pools: [[CELValue]]) -> Bool {
        for position in choice.indices.reversed() {
            choice[position] += 1
            if choice[position] < pools[position].count { return true }
            choice[position] = 0
        }
        return false
    }
}

extension CELSlotValues {
    fileprivate init(_ sample: CELSample) {
        self.init(data: sample.data, event: sample.event, inputs: sample.inputs)
    }
}

extension CELSample {
    fileprivate func truths(of slots: [CELSlot]) -> [CELSlot: Bool] {
        var result: [CELSlot: Bool] = [:]
        for slot in slots {
            if let truth = self[slot]?.boolValue { result[slot] = truth }
        }
        return result
    }
}

extension CELForm {
    /// The values that the condition names.
    var constants: [CELValue] {
        checked.expression.nodes.indices.compactMap { value($0) }.flatMap { value in
            if case .list(let list) = value { list.elements } else { [value] }
        }
    }
}

extension CELSlot {
    /// Each of some places once, in the order of the arrays.
    package static func sorted(_ slots: some Sequence<CELSlot>) -> [CELSlot] {
        Set(slots).sorted { ($0.space.rawValue, $0.index) < ($1.space.rawValue, $1.index) }
    }
}
