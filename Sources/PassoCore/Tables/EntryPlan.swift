import PassoCEL

/// The states one microstep enters, in the order of entry.
struct EntryPlan: Sendable {
    struct Entry: Sendable {
        var state: Int32
        /// Whether the state's own default decides which child is entered.
        var isDefault: Bool
    }

    var entries: [Entry] = []
    /// The history states without a past whose default is used.
    var historyDefaults: [Int32] = []
    /// Whether anything depended on what a history state remembers.
    var usesHistory = false
    /// Targets by document order, a stretch for each level that has any.
    var targets: [Int32] = []

    mutating func removeAll() {
        entries.removeAll(keepingCapacity: true)
        historyDefaults.removeAll(keepingCapacity: true)
        targets.removeAll(keepingCapacity: true)
        usesHistory = false
    }
}

extension ChartTables {
    /// Adds what entering `targets` below the active state `domain` enters.
    ///
    /// The same set as Appendix D's `computeEntrySet`, found from the domain downwards instead of
    /// from the targets upwards, so that its cost is that of what is entered. It holds no state
    /// above the domain, as that one does when an internal transition leads to a history above its
    /// source: such a state is active already (Recommendation, 3.13, "entry set").
    func planEntry(
        domain: Int32,
        targets: ArraySlice<Int32>,
        values: [CELValue],
        into plan: inout EntryPlan
    ) {
        let stretch = addEffective(targets, values: values, to: &plan)
        descend(from: domain, stretch, values: values, into: &plan)
    }

    /// Adds targets to the plan, history states replaced by what they stand for.
    func addEffective(
        _ targets: ArraySlice<Int32>,
        values: [CELValue],
        to plan: inout EntryPlan
    ) -> Range<Int> {
        let start = plan.targets.count
        for target in targets { addEffective(target, values: values, to: &plan, depth: 0) }
        if plan.targets.count - start > 1 { plan.targets[start...].sort() }
        return start..<plan.targets.count
    }

    /// A history whose default leads to other histories is followed to a bounded depth.
    private func addEffective(
        _ target: Int32,
        values: [CELValue],
        to plan: inout EntryPlan,
        depth: Int
    ) {
        let record = states[Int(target)]
        guard record.isHistory else {
            plan.targets.append(target)
            return
        }
        plan.usesHistory = true
        if values.indices.contains(Int(record.historySlot)),
            case .list(let remembered) = values[Int(record.historySlot)]
        {
            for case .int(let state) in remembered.elements {
                plan.targets.append(Int32(truncatingIfNeeded: state))
            }
            return
        }
        plan.historyDefaults.append(target)
        guard depth < CoreLimits.stateDepth,
            plan.historyDefaults.count < CoreLimits.historyDefaults
        else { return }
        for next in statePool[record.initialTargets.indices] {
            addEffective(next, values: values, to: &plan, depth: depth + 1)
        }
    }

    /// Enters what lies below a state that is active or being entered.
    ///
    /// Of the targets come those that lie below it; without any, defaults decide.
    private func descend(
        from state: Int32,
        _ targets: Range<Int>,
        values: [CELValue],
        into plan: inout EntryPlan
    ) {
        let record = states[Int(state)]
        if record.kind == .parallel {
            descendIntoAll(record, targets, values: values, into: &plan)
            return
        }
        var targets = targets
        if targets.isEmpty {
            if plan.entries.last?.state == state {
                plan.entries[plan.entries.count - 1].isDefault = true
            }
            targets = addEffective(
                statePool[record.initialTargets.indices],
                values: values,
                to: &plan
            )
        }
        guard let first = targets.first else { return }
        enter(child(of: state, above: plan.targets[first]), targets, values: values, into: &plan)
    }

    private func descendIntoAll(
        _ record: StateRecord,
        _ targets: Range<Int>,
        values: [CELValue],
        into plan: inout EntryPlan
    ) {
        var position = targets.lowerBound
        for child in statePool[record.children.indices] {
            let start = position
            while position < targets.upperBound, plan.targets[position] < states[Int(child)].end {
                position += 1
            }
            enter(child, start..<position, values: values, into: &plan)
        }
    }

    private func enter(
        _ state: Int32,
        _ targets: Range<Int>,
        values: [CELValue],
        into plan: inout EntryPlan
    ) {
        plan.entries.append(EntryPlan.Entry(state: state, isDefault: false))
        var start = targets.lowerBound
        while start < targets.upperBound, plan.targets[start] <= state { start += 1 }
        guard !states[Int(state)].isAtomic else { return }
        descend(from: state, start..<targets.upperBound, values: values, into: &plan)
    }

    /// The child of `ancestor` that is `state` or lies above it.
    private func child(of ancestor: Int32, above state: Int32) -> Int32 {
        var result = state
        while states[Int(result)].parent > ancestor { result = states[Int(result)].parent }
        return result
    }
}
