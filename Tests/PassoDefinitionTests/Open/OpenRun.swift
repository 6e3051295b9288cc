import PassoCEL
import PassoCore
import PassoDefinition
import PassoDiagnostics
import Testing

/// One instance of an open chart on a clock of its own, which jumps from one delayed event to the
/// next.
struct OpenRun {
    /// An event on its way to the instance.
    private struct Pending {
        let due: Int64
        let serial: Int
        let send: SendEffect
    }

    let definition: Definition
    let diagnostics: [Diagnostic]
    private(set) var snapshot: Snapshot
    private var effects = Effects()
    private var pending: [Pending] = []
    private var now: Int64 = 0
    private var serial = 0
    /// What was logged, in order.
    private(set) var logged: [String] = []
    /// What the instance ended with.
    private(set) var result: CELValue?

    /// Starts a definition whose first lines are supplied.
    init(
        _ text: String,
        top: String = "semantics: scxml",
        documents: [String: String] = [:],
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let head = "passo: 1\nworkflow: chart\nversion: 1\n\(top)\n"
        let source = SourceText(name: "chart.yaml", head + text)
        let compiled = DefinitionCompiler.compile(source, strings: nil) { name in
            documents[name].map { SourceText(name: name, $0) }
        }
        diagnostics = compiled.diagnostics
        for problem in diagnostics where problem.severity == .error {
            Issue.record("\(problem.id) \(problem.arguments)", sourceLocation: sourceLocation)
        }
        definition = try compiled.get()
        snapshot = try definition.chart.start(
            session: Session(id: "s1"),
            effects: &effects
        )
        perform()
    }

    /// The ids of the diagnostics.
    var found: [String] { diagnostics.map(\.id.rawValue) }

    /// Sends an event from outside.
    mutating func send(_ name: String, _ data: CELValue = .null) throws {
        try apply(definition.chart.openEvent(name, data: data))
    }

    /// Lets time pass until no event is on its way, or a limit is reached.
    mutating func settle(_ limit: Int = 100) throws {
        for _ in 0..<limit {
            guard
                let next = pending.indices.min(by: {
                    (pending[$0].due, pending[$0].serial) < (pending[$1].due, pending[$1].serial)
                })
            else { return }
            let event = pending.remove(at: next)
            now = event.due
            try apply(
                definition.chart.openEvent(
                    event.send.name,
                    sendID: event.send.sendID,
                    data: event.send.data
                )
            )
        }
    }

    private mutating func apply(_ event: Event) throws {
        let outcome = definition.chart.apply(event, to: &snapshot, inputs: .none, effects: &effects)
        if case .failed(let failure) = outcome { throw failure }
        perform()
    }

    private mutating func perform() {
        let all = Array(effects)
        for effect in all {
            switch effect {
            case .send(let send) where send.target == nil:
                serial += 1
                pending.append(
                    Pending(due: now + send.delayNanoseconds, serial: serial, send: send)
                )
            case .cancel(let id):
                let name = definition.chart.name(of: id)
                pending.removeAll { $0.send.sendID == name }
            case .cancelNamed(let id): pending.removeAll { $0.send.sendID == id }
            case .log(let label, let value): logged.append("\(label): \(value)")
            case .done(let value): result = value
            default: break
            }
        }
    }

    func isActive(_ state: String) -> Bool {
        definition.chart.stateID(state).map { definition.chart.isActive($0, in: snapshot) } ?? false
    }

    func value(_ name: String) -> CELValue? { definition.chart.value(of: name, in: snapshot) }
}
