import PassoCEL
import PassoCore

/// Writes charts in few words, with expressions as text.
///
/// Data, payloads and inputs are declared first; then `cel` knows their names, a payload's as
/// `event.NAME`.
struct Sketch {
    private(set) var data: [DataBlueprint] = []
    private(set) var events: [EventBlueprint] = []
    private(set) var inputs: [InputBlueprint] = []
    private(set) var isOpen = false
    private(set) var session: SessionSlots?
    private(set) var serialSlot: Int?
    private var environment = CELEnvironment()

    /// Events are names, or `name(parameter)` for an event with one int.
    init(data: KeyValuePairs<String, CELValue> = [:], events: [String] = [], inputs: [String] = [])
    {
        for (name, value) in data { declare(name, value) }
        for event in events { declareEvent(event) }
        for input in inputs {
            environment.declare(input, .int, at: CELSlot(.inputs, self.inputs.count))
            self.inputs.append(InputBlueprint(name: input, type: .int, zero: 0))
        }
    }

    /// An open chart: data of any type, and events of any name with `_event`.
    ///
    /// Beside the data it has the system variables, a hidden counter of ids and hidden slots for
    /// invocations, under these names.
    init(open data: KeyValuePairs<String, CELValue>, hidden: [String] = []) {
        isOpen = true
        environment.declare("_event", .dyn, at: CELSlot(.event, 0))
        for (name, value) in data { declareOpen(name, value) }
        session = SessionSlots(sessionID: self.data.count, ioProcessors: self.data.count + 1)
        declareOpen("_sessionid", .null)
        declareOpen("_ioprocessors", .null)
        for name in hidden { declareHidden(name) }
        declareSerial()
    }

    /// Adds a hidden slot that is null at first.
    mutating func declareHidden(_ name: String) {
        data.append(DataBlueprint(name: name, type: .dyn, zero: .null, isHidden: true))
    }

    /// Adds the hidden slot that counts ids.
    mutating func declareSerial() {
        serialSlot = data.count
        data.append(DataBlueprint(name: "serial", type: .int, zero: 0, isHidden: true))
    }

    private mutating func declareOpen(_ name: String, _ value: CELValue) {
        environment.declare(name, .dyn, at: CELSlot(.data, data.count))
        data.append(DataBlueprint(name: name, type: .dyn, zero: value))
    }

    private mutating func declare(_ name: String, _ value: CELValue) {
        environment.declare(name, value.type, at: CELSlot(.data, data.count))
        data.append(DataBlueprint(name: name, type: value.type, zero: value))
    }

    private mutating func declareEvent(_ text: String) {
        let parts = text.split(separator: "(")
        guard parts.count == 2 else {
            events.append(EventBlueprint(name: text))
            return
        }
        let parameter = String(parts[1].dropLast())
        environment.declare("event.\(parameter)", .int, at: CELSlot(.event, 0))
        events.append(
            EventBlueprint(
                name: String(parts[0]),
                parameters: [ParameterBlueprint(name: parameter, type: .int, zero: 0)]
            )
        )
    }

    /// Compiles an expression; a mistake in it is a mistake of the test.
    func cel(_ text: String) -> CELProgram {
        let (tree, syntax) = CELParser.parse(text, limits: CELLimits())
        guard let tree else { preconditionFailure("\(text): \(syntax)") }
        let (checked, problems) = CELChecker.check(tree, in: environment)
        guard let checked else { preconditionFailure("\(text): \(problems)") }
        return CELProgram(checked, environment)
    }

    func slot(_ name: String) -> Int {
        data.firstIndex { $0.name == name } ?? -1
    }

    func set(_ name: String, _ value: String) -> ActionBlueprint {
        .assign(slot: slot(name), cel(value))
    }

    func log(_ label: String) -> ActionBlueprint { .log(label: label, cel("0")) }

    func on(
        _ events: String...,
        if condition: String? = nil,
        to targets: [String] = [],
        internal isInternal: Bool = false,
        require: [Requirement] = [],
        do actions: [ActionBlueprint] = []
    ) -> TransitionBlueprint {
        TransitionBlueprint(
            events: events,
            condition: condition.map { cel($0) },
            requirements: require,
            targets: targets,
            isInternal: isInternal,
            actions: actions
        )
    }

    func require(_ condition: String, else key: String, _ arguments: [String: String] = [:])
        -> Requirement
    {
        Requirement(
            condition: cel(condition),
            refusal: MessageTemplate(
                key: key,
                arguments: arguments.sorted { $0.key < $1.key }.map {
                    NamedArgumentTemplate(name: $0.key, value: .value(cel($0.value)))
                }
            )
        )
    }

    func chart(
        _ states: [StateBlueprint],
        initial: String? = nil,
        watches: [StateWatch] = [],
        invariants: [InvariantBlueprint] = []
    ) throws -> Chart {
        try Chart(blueprint(states, initial: initial, watches: watches, invariants: invariants))
    }

    func blueprint(
        _ states: [StateBlueprint],
        initial: String? = nil,
        watches: [StateWatch] = [],
        invariants: [InvariantBlueprint] = []
    ) -> ChartBlueprint {
        ChartBlueprint(
            name: "sketch",
            contentHash: 7,
            data: data,
            inputs: inputs,
            events: events,
            actions: [ActionSignature(name: "ring")],
            targets: ["other"],
            root: StateBlueprint(
                id: "root",
                children: states,
                initial: initial.map { TransitionBlueprint(targets: [$0]) }
            ),
            invariants: invariants,
            watches: watches,
            isOpen: isOpen,
            session: session,
            serialSlot: serialSlot
        )
    }
}

/// A state that logs its entry and exit by name.
func state(
    _ id: String,
    _ children: [StateBlueprint] = [],
    kind: StateBlueprint.Kind = .state,
    initial: TransitionBlueprint? = nil,
    entry: [ActionBlueprint] = [],
    exit: [ActionBlueprint] = [],
    on transitions: [TransitionBlueprint] = [],
    after timers: [TimerBlueprint] = [],
    done: [CELProgram] = []
) -> StateBlueprint {
    StateBlueprint(
        id: id,
        kind: kind,
        children: children,
        initial: initial,
        entry: entry.isEmpty ? [] : [entry],
        exit: exit.isEmpty ? [] : [exit],
        transitions: transitions,
        timers: timers,
        doneData: done
    )
}

func parallel(
    _ id: String,
    _ children: [StateBlueprint],
    entry: [ActionBlueprint] = [],
    exit: [ActionBlueprint] = [],
    on transitions: [TransitionBlueprint] = []
) -> StateBlueprint {
    state(id, children, kind: .parallel, entry: entry, exit: exit, on: transitions)
}

func final(_ id: String, entry: [ActionBlueprint] = [], done: [CELProgram] = []) -> StateBlueprint {
    state(id, kind: .final, entry: entry, done: done)
}
