import PassoCEL

extension Chart {
    /// Says whether a snapshot is one of this chart's, wherever it comes from.
    ///
    /// ``apply(_:to:inputs:effects:)`` finds out by itself and fails with
    /// ``StepFailure/foreignSnapshot``; this is for hosts that want to know before.
    public func accepts(_ snapshot: Snapshot) -> Bool {
        var snapshot = snapshot
        return examine(&snapshot) == nil
    }

    /// Looks at a snapshot that may come from anywhere, once; after that it is trusted.
    ///
    /// - Returns: why it is none of this chart's, or nil.
    func examine(_ snapshot: inout Snapshot) -> StepFailure? {
        guard snapshot.stamp == tables.stamp else { return .foreignSnapshot }
        if snapshot.isChecked { return nil }
        guard snapshot.values.count == tables.valueCount,
            hasFittingData(snapshot), hasFittingHistory(snapshot),
            isLegal(snapshot.configuration), hasFittingWatches(snapshot),
            hasFittingInvocations(snapshot)
        else { return .foreignSnapshot }
        snapshot.isChecked = true
        return nil
    }

    private func hasFittingData(_ snapshot: borrowing Snapshot) -> Bool {
        for slot in tables.dataKinds.indices
        where !blueprint.data[slot].isHidden
            && !tables.dataKinds[slot].admits(snapshot.values[slot])
        {
            return false
        }
        return true
    }

    /// What a history remembers lies below its parent and can be active together.
    private func hasFittingHistory(_ snapshot: borrowing Snapshot) -> Bool {
        for record in tables.states where record.isHistory {
            switch snapshot.values[Int(record.historySlot)] {
            case .null: continue
            case .list(let list):
                let inside = tables.states[Int(record.parent)].descendants(of: Int(record.parent))
                var before: Int32 = 0
                for element in list.elements {
                    guard case .int(let number) = element, let state = Int32(exactly: number),
                        inside.contains(state), state > before,
                        !tables.states[Int(state)].isHistory
                    else { return false }
                    before = state
                }
                if list.count == 0 { return false }
            default: return false
            }
        }
        return true
    }

    /// What expressions are told about activity is what is active.
    private func hasFittingWatches(_ snapshot: borrowing Snapshot) -> Bool {
        let active = Set(numbers(in: snapshot.configuration))
        return blueprint.watches.allSatisfy { watch in
            guard let number = tables.stateIndex[watch.state],
                case .bool(let isActive) = snapshot.values[watch.slot]
            else { return false }
            return isActive == active.contains(Int(number))
        }
    }

    /// Only an active state has invocations that run, each with an id that no other has; and ids
    /// are counted upwards.
    private func hasFittingInvocations(_ snapshot: borrowing Snapshot) -> Bool {
        if let slot = blueprint.serialSlot {
            guard case .int(let made) = snapshot.values[slot], made >= 0 else { return false }
        }
        if !tables.hasInvokes { return true }
        let active = Set(numbers(in: snapshot.configuration))
        var ids: Set<CELValue> = []
        return tables.invokes.allSatisfy { record in
            switch snapshot.values[Int(record.activeSlot)] {
            case .null: return true
            case .string(let id):
                return active.contains(Int(record.state)) && id.byteCount > 0
                    && ids.insert(.string(id)).inserted
                    && (record.blueprint.id.map { $0 == id.string } ?? true)
            default: return false
            }
        }
    }

    /// A legal configuration (Recommendation, 3.11): one child of each active compound state, all
    /// children of each active parallel one, and nothing without its parent.
    private func isLegal(_ configuration: Configuration) -> Bool {
        switch configuration {
        case .bits(let bits):
            guard tables.isSmall,
                tables.states.count == 64 || bits >> UInt64(tables.states.count) == 0
            else { return false }
        case .list(let list):
            guard !tables.isSmall, zip(list, list.dropFirst()).allSatisfy({ $0 < $1 }),
                list.allSatisfy({ tables.states.indices.contains(Int($0)) })
            else { return false }
        }
        let active = numbers(in: configuration)
        // Nothing is active in an instance that was stopped.
        guard let first = active.first else { return true }
        if first != 0 {
            return active.count == 1 && tables.states[first].parent == 0
                && tables.states[first].kind == .final
        }
        return hasLegalChildren(active)
    }

    private func hasLegalChildren(_ active: [Int]) -> Bool {
        var childCounts: [Int32: Int32] = [:]
        let members = Set(active)
        for state in active {
            let record = tables.states[state]
            guard !record.isHistory, record.parent < 0 || members.contains(Int(record.parent))
            else {
                return false
            }
            // A running instance has not reached an end at the top.
            if record.kind == .final, record.parent == 0 { return false }
            childCounts[record.parent, default: 0] += 1
        }
        return active.allSatisfy { state in
            let record = tables.states[state]
            let count = childCounts[Int32(truncatingIfNeeded: state)] ?? 0
            return switch record.kind {
            case .compound: count == 1
            case .parallel: count == record.children.count
            default: count == 0
            }
        }
    }
}
