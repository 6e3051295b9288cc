import PassoCEL

/// Turns a blueprint into tables, stage by stage.
///
/// The order matters: states get their numbers first, then events, then the actions can name both,
/// then transitions are laid out, and last what follows from all of them.
struct ChartBuilder {
    let blueprint: ChartBlueprint
    var tables = ChartTables()
    /// The states as described, by number.
    var described: [StateBlueprint] = []
    var eventNumbers: [String: Int32] = [:]
    /// The payload that all events of an open chart share.
    var openPayload = Stretch.empty
    var sendNumbers: [String: Int32] = [:]
    var actionNumbers: [String: Int32] = [:]
    var programNumbers: [ObjectIdentifier: Int32] = [:]
    /// What each transition listens to, by number.
    var transitionEvents: [TransitionEvents] = []
    /// The transitions as described, by number.
    var describedTransitions: [TransitionBlueprint] = []
    /// The slots that hold the ids of invocations.
    var invokeSlots: Set<Int> = []
    /// The slots that follow a state, by state number.
    var watchSlots: [Int32: [Int32]] = [:]

    init(_ blueprint: ChartBlueprint) { self.blueprint = blueprint }

    static func tables(
        of blueprint: ChartBlueprint,
        microsteps: Int
    ) throws(ChartProblem) -> ChartTables {
        var builder = ChartBuilder(blueprint)
        builder.tables.microsteps = max(1, microsteps)
        try builder.numberStates()
        builder.findInvokes()
        try builder.declareData()
        try builder.checkSession()
        try builder.resolveWatches()
        try builder.declareEvents()
        try builder.layOutTransitions()
        try builder.resolveInitials()
        try builder.assembleStates()
        try builder.computeDomains()
        try builder.collectCandidates()
        builder.computeMasks()
        builder.computeEntries()
        builder.layOutTests()
        builder.tables.parameterCodes = builder.tables.parameterKinds.map(\.code)
        builder.tables.quickValues = builder.tables.programs.map(\.quickValue)
        builder.tables.isBounded = builder.isBounded()
        builder.layOutQuickTables()
        builder.computeHash()
        return builder.tables
    }

    /// The number of a state that something names.
    func state(_ id: String, place: Int) throws(ChartProblem) -> Int32 {
        guard let number = tables.stateIndex[id], number > 0 else {
            throw .unknownState(id, place: place)
        }
        return number
    }

    /// Adds states to the pool.
    mutating func pool(_ states: [Int32]) -> Stretch {
        let stretch = Stretch(start: tables.statePool.count, count: states.count)
        tables.statePool += states
        return states.isEmpty ? .empty : stretch
    }

    /// The number of a program; one that is used twice is kept once.
    mutating func program(_ program: CELProgram) -> Int32 {
        let identity = ObjectIdentifier(program)
        if let known = programNumbers[identity] { return known }
        let number = Int32(truncatingIfNeeded: tables.programs.count)
        tables.programs.append(program)
        programNumbers[identity] = number
        return number
    }

    /// Puts the tests of all conditions into one table, so that few are left to their programs.
    private mutating func layOutTests() {
        for program in tables.programs {
            let tests = CELConditionTest.tests(of: program, from: tables.tests.count)
            tables.testStarts.append(
                tests.isEmpty
                    ? Answer.unknown : Int32(truncatingIfNeeded: tables.tests.count)
            )
            tables.tests += tests
        }
        for number in tables.transitions.indices where tables.transitions[number].condition >= 0 {
            let condition = Int(tables.transitions[number].condition)
            tables.transitions[number].test = tables.testStarts[condition]
        }
    }

    private mutating func declareData() throws(ChartProblem) {
        for (slot, item) in blueprint.data.enumerated() {
            tables.dataKinds.append(ValueKind(item.type))
            tables.dataIndex[item.name] = Int32(truncatingIfNeeded: slot)
        }
        tables.inputKinds = blueprint.inputs.map { ValueKind($0.type) }
        tables.valueCount = blueprint.data.count
        for state in tables.states.indices where tables.states[state].isHistory {
            tables.states[state].historySlot = Int32(truncatingIfNeeded: tables.valueCount)
            tables.valueCount += 1
        }
        for action in blueprint.actions {
            actionNumbers[action.name] = Int32(truncatingIfNeeded: tables.actionNames.count)
            tables.actionNames.append(action.name)
        }
    }

    private func checkSession() throws(ChartProblem) {
        guard let slots = blueprint.session else { return }
        try checkSlot(slots.sessionID, place: 0)
        try checkSlot(slots.ioProcessors, place: 0)
    }

    private mutating func resolveWatches() throws(ChartProblem) {
        for watch in blueprint.watches {
            let number = try state(watch.state, place: 0)
            try checkSlot(watch.slot, place: 0)
            watchSlots[number, default: []].append(Int32(truncatingIfNeeded: watch.slot))
        }
    }

    func checkSlot(_ slot: Int, place: Int) throws(ChartProblem) {
        guard blueprint.data.indices.contains(slot) else { throw .unknownSlot(slot, place: place) }
    }
}
