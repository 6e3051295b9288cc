public import PassoCEL

extension Chart {
    /// The active states in document order, ancestors before descendants.
    ///
    /// Of an instance that has come to its end, the final state it ended in.
    public func configuration(of snapshot: Snapshot) -> [StateID] {
        numbers(in: snapshot.configuration).filter { $0 > 0 }.map { StateID($0) }
    }

    /// Whether a state is active.
    public func isActive(_ state: StateID, in snapshot: Snapshot) -> Bool {
        switch snapshot.configuration {
        case .bits(let bits):
            (0..<64).contains(state.index) && bits & (1 << UInt64(state.index)) != 0
        case .list(let list):
            list.indices.contains(Workspace.lowerBound(list, state.index))
                && list[Workspace.lowerBound(list, state.index)] == state.index
        }
    }

    /// Whether a state is active, by its id.
    public func isActive(_ id: String, in snapshot: Snapshot) -> Bool {
        stateID(id).map { isActive($0, in: snapshot) } ?? false
    }

    /// Whether a final state at the top was reached.
    public func isFinished(_ snapshot: Snapshot) -> Bool {
        switch snapshot.configuration {
        case .bits(let bits): bits & 1 == 0
        case .list(let list): list.first != 0
        }
    }

    /// The value of a data item, or nil when the chart has none of that name.
    public func value(of name: String, in snapshot: Snapshot) -> CELValue? {
        guard let slot = tables.dataIndex[name], !blueprint.data[Int(slot)].isHidden,
            snapshot.values.indices.contains(Int(slot))
        else { return nil }
        return snapshot.values[Int(slot)]
    }

    /// All data items in the order of the definition.
    public func data(in snapshot: Snapshot) -> [(name: String, value: CELValue)] {
        zip(blueprint.data, snapshot.values)
            .filter { !$0.0.isHidden }
            .map { ($0.0.name, $0.1) }
    }

    /// The invariants that do not hold.
    public func brokenInvariants(in snapshot: Snapshot, inputs: Inputs) -> [BrokenInvariant] {
        blueprint.invariants.compactMap { invariant in
            var failure: CELError?
            switch invariant.condition.test(data: snapshot.values, inputs: inputs.values) {
            case .true: return nil
            case .false: break
            case .error(let error): failure = error
            }
            return BrokenInvariant(name: invariant.name, error: failure, place: invariant.place)
        }
    }

    func numbers(in configuration: Configuration) -> [Int] {
        switch configuration {
        case .bits(let bits): (0..<64).filter { bits & (1 << UInt64($0)) != 0 }
        case .list(let list): list.map { Int($0) }
        }
    }
}
