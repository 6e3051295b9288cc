extension Chart {
    /// The event of that name, resolved once and used often.
    ///
    /// The cost is one hash of all bytes and one comparison, so an event may also come by name each
    /// time.
    public func eventID(_ name: String) -> EventID? {
        let number = tables.eventIndex.number(of: name)
        return number < 0 ? nil : EventID(Int(number))
    }

    /// The name of an event.
    public func name(of event: EventID) -> String {
        guard tables.eventNames.indices.contains(Int(event.index)) else { return "" }
        return tables.eventNames[Int(event.index)]
    }

    /// The events a host may send, in the order of the definition.
    ///
    /// Those that the engine makes are left out: `done.state.*`, `error.*` and timers.
    public var events: [EventID] {
        tables.eventNames.indices.filter { !tables.events[$0].isReserved }.map { EventID($0) }
    }

    /// The payload of an event.
    public func parameters(of event: EventID) -> [ParameterBlueprint] {
        guard tables.eventNames.indices.contains(Int(event.index)) else { return [] }
        return Array(tables.parameters[tables.events[Int(event.index)].parameters.indices])
    }

    /// The number of a state.
    public func stateID(_ id: String) -> StateID? {
        tables.stateIndex[id].map { StateID(Int($0)) }
    }

    /// The id of a state.
    public func name(of state: StateID) -> String {
        guard tables.stateNames.indices.contains(Int(state.index)) else { return "" }
        return tables.stateNames[Int(state.index)]
    }

    /// All states in document order, history states among them, without the root.
    public var states: [StateID] { tables.states.indices.dropFirst().map { StateID($0) } }

    /// The state a state lies in; nil at the top.
    public func parent(of state: StateID) -> StateID? {
        guard tables.states.indices.contains(Int(state.index)) else { return nil }
        let parent = tables.states[Int(state.index)].parent
        return parent > 0 ? StateID(Int(parent)) : nil
    }

    /// Whether a state has no children.
    public func isAtomic(_ state: StateID) -> Bool {
        tables.states.indices.contains(Int(state.index))
            && tables.states[Int(state.index)].isAtomic
    }

    /// Where the definition declares a state.
    public func place(of state: StateID) -> Int {
        guard tables.statePlaces.indices.contains(Int(state.index)) else { return 0 }
        return tables.statePlaces[Int(state.index)]
    }

    /// All transitions in document order.
    public var transitions: [TransitionID] {
        tables.transitions.indices.map { TransitionID($0) }
    }

    /// The state a transition starts from.
    public func source(of transition: TransitionID) -> StateID {
        guard tables.transitions.indices.contains(transition.index) else { return StateID(0) }
        return StateID(Int(tables.transitions[transition.index].source))
    }

    /// Where the definition has a transition.
    public func place(of transition: TransitionID) -> Int {
        guard tables.transitions.indices.contains(transition.index) else { return 0 }
        return Int(tables.transitions[transition.index].place)
    }

    /// The id of a delayed send.
    public func name(of send: SendID) -> String {
        guard tables.sendIDs.indices.contains(Int(send.index)) else { return "" }
        return tables.sendIDs[Int(send.index)]
    }

    /// The delayed send of that id.
    public func sendID(_ id: String) -> SendID? {
        tables.sendIDs.firstIndex(of: id).map { SendID($0) }
    }

    /// A hash of what the chart is; snapshots fit charts of an equal hash only.
    public var hash: UInt64 { tables.hash }
}
