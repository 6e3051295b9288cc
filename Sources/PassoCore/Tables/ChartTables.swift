import PassoCEL

/// Everything a step reads: arrays of plain records that refer to each other by number.
struct ChartTables: Sendable {
    var states: [StateRecord] = []
    var stateNames: [String] = []
    var stateIndex: [String: Int32] = [:]
    var statePlaces: [Int] = []
    var transitions: [TransitionRecord] = []
    var requirements: [RequirementRecord] = []
    var refusals: [MessageTemplate] = []
    var refusalFields: [String?] = []
    /// Lists of states: children, histories, targets.
    var statePool: [Int32] = []

    /// What static transitions of charts beyond 64 states enter.
    var entryPool: [EntryPlan.Entry] = []
    var enteredPool: [Int32] = []

    var events: [EventRecord] = []
    var eventNames: [String] = []
    var eventIndex = NameTable([])
    var parameters: [ParameterBlueprint] = []
    var parameterKinds: [ValueKind] = []
    /// The kinds again, as numbers.
    var parameterCodes: [UInt8] = []
    /// By event, the hearers in document order.
    var candidates: [Candidates] = []
    /// The transitions to try, in order.
    var candidatePool: [Int32] = []
    /// Of a chart that fits in 64 bits: candidates by event times states plus state.
    var candidateGrid: [Stretch] = []
    /// The events as the short way knows them, of a chart that has one.
    var quickEvents: [QuickEvent] = []
    /// The same as the candidate pool, of such a chart.
    var quickCandidates: [QuickCandidate] = []
    /// Of such a chart beyond 64 states: by state, what it offers for which events, in order.
    var quickStates: [Stretch] = []
    var quickCells: [QuickCell] = []

    var programs: [CELProgram] = []
    /// The tests of all conditions, and where those of each program begin.
    var tests: [CELConditionTest] = []
    var testStarts: [Int32] = []
    /// The values of the programs that need no machine, by their numbers.
    var quickValues: [CELQuickValue] = []
    var constants: [CELValue] = []
    var code: [Instruction] = [Instruction(operation: .end)]
    /// Lists of programs: payloads and arguments.
    var argumentLists: [Stretch] = []
    var argumentPool: [Int32] = []
    var sends: [SendRecord] = []
    var sendIDs: [String] = []
    var loops: [LoopRecord] = []
    var logs: [LogRecord] = []
    var tells: [MessageTemplate] = []
    var actionNames: [String] = []

    /// Whether the chart is open, or has invocations: then macrosteps take the long way.
    var isFull = false
    /// Whether events may have any name.
    var isOpen = false
    var hasInvokes = false
    /// The invocations in document order.
    var invokes: [InvokeRecord] = []
    /// What stands for the payload before the first event.
    var blankPayload: [CELValue] = []
    /// Of an open chart: the event whose hearers are those of names that no descriptor has.
    var anyEvent: Int32 = 0
    /// Of an open chart: the events of timers, which only their own names find.
    var timerEvents: Set<Int32> = []
    /// Of an open chart: the bytes of the longest name that is known.
    var longestName = 0
    /// The names of raised events, of an open chart.
    var raisedNames: [String] = []
    /// The sends that are more than an event of this chart with its payload.
    var openSends: [SendBlueprint] = []
    /// The assignments to places inside values.
    var paths: [PathRecord] = []
    /// The data of final states, of an open chart and at the top.
    var doneContents: [DataTemplate] = []

    var dataKinds: [ValueKind] = []
    var dataIndex: [String: Int32] = [:]
    var inputKinds: [ValueKind] = []
    /// Data slots, then one per history state.
    var valueCount = 0

    /// Whether configurations are bits: at most 64 states, the root among them.
    var isSmall = true
    /// The states that run something when they are exited.
    var busyExits: UInt64 = 0
    /// The states whose histories remember something when they are exited.
    var remembering: UInt64 = 0
    /// The states that run something when they are entered.
    var busyEntries: UInt64 = 0
    /// The compound states whose default entry runs something.
    var busyDefaults: UInt64 = 0

    /// Eventless transitions are the candidates of this event, which nobody can send.
    var eventlessEvent: Int32 = 0
    var hasEventless = false
    /// Whether a guard of an eventless transition reads the payload of the event before it.
    var eventlessReadsPayload = false
    var errorExecution: Int32 = 0
    /// How many events and microsteps one macrostep may take.
    var microsteps = CoreLimits.microsteps
    /// Whether no macrostep can reach a limit, so that none needs a way back.
    var isBounded = true
    /// What a snapshot carries to say whose it is.
    var stamp: UInt32 = 0
    var hash: UInt64 = 0
}
