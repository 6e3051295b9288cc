import PassoCEL
import PassoCore
import PassoDefinition
import PassoDiagnostics
import PassoICU
import PassoRuntime
import PassoTesting
import RespondToRequest
import Testing

/// The invariants of the procedure under random agents and events, in both ways of working.
@Suite struct InvariantTests {
    @Test(arguments: DeskTask.Mode.allCases)
    func `random work breaks no invariant`(mode: DeskTask.Mode) throws {
        var random = SeededRandom()
        for round in 0..<(TestEnvironment.isFull ? 400 : 8) {
            var run = try RandomRun(mode: mode)
            for step in 0..<250 {
                let what = try run.step(&random)
                let broken = run.brokenInvariants()
                guard broken.isEmpty else {
                    Issue.record("\(random), round \(round), step \(step), \(what): \(broken)")
                    return
                }
            }
            #expect(try run.replaysToTheSame(), "\(random), round \(round)")
        }
    }
}

extension InvariantTests {
    /// Mistakes an author could make: text in the definitions, and what stands there instead.
    static let faults = [
        // Two calls at a time.
        ("callLimit: 1 ", "callLimit: 2 "),
        // The agent is not told that the offer was missed.
        ("- { send: offer.missed, to: agent, with: { seconds: wait.getSeconds() } }", ""),
        // Tags that differ in case only.
        ("    unique: folded\n", ""),
        // A reservation stays pending.
        ("- { perform: endReservation, with: { outcome: \"'timeout'\" } }", ""),
        // Load drops what is typed.
        ("mine.title: \"choice.title ? draft.title : ''\"", "mine.title: \"''\""),
        // Whoever has an offer is offered another one.
        ("- { that: \"!agent.reserved\", else: dispatch.reserved, with: { agent: agent.id } }", ""),
    ]

    @Test(arguments: faults)
    func `a planted fault is found`(text: String, replacement: String) throws {
        let definitions = try RandomRun.definitions(replacing: text, with: replacement)
        var random = SeededRandom(seed: 7)
        for _ in 0..<20 {
            for mode in DeskTask.Mode.allCases {
                var run = try RandomRun(mode: mode, definitions: definitions)
                for _ in 0..<250 {
                    _ = try run.step(&random)
                    if !run.brokenInvariants().isEmpty { return }
                }
            }
        }
        Issue.record("nobody noticed")
    }
}

/// One random run over definitions with small limits, so that limits are met often.
private struct RandomRun {
    static let definitions = Result {
        try DeskDefinitions.compile(
            strings: nil,
            replacing: [
                "respond-to-request": try small("respond-to-request", limits),
                "customer-form": try small("customer-form", ["fieldLimit": "8"]),
            ]
        )
    }

    static let texts = [
        "", "a", "b", " a ", "A", "abcd", "abcde", "a@b", "12345678", "123456789", "é", "e\u{301}",
        "x\r\ny", "👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦", "VIP", "vip",
    ]

    var desk: Desk
    private var problems: [String] = []
    private var arrivals = 0
    private let mode: DeskTask.Mode
    private let agents = ["anna", "ben", "eve"]

    init(mode: DeskTask.Mode, definitions: DeskDefinitions? = nil) throws {
        self.mode = mode
        desk = Desk(definitions: try definitions ?? Self.definitions.get())
        for agent in agents {
            let accommodation = agent == "eve" ? 150 : 0
            try desk.add(Agent(id: agent, accommodationSeconds: accommodation), mode: mode)
        }
        try desk.add(Customer(id: "c1", name: "One", email: "a@b"))
        try desk.add(Customer(id: "c2", phone: "12345678"))
        try desk.add(Contact(id: "k1", customer: "c1"))
        try desk.add(Contact(id: "k2", customer: "c2"))
        try desk.add(Contact(id: "k3", email: "a@b"))
        try desk.add(Contact(id: "k4"))
        try desk.add(Request(id: "r1", customer: "c1", title: "Old", createdAt: 0))
    }

    /// The small definitions with another text somewhere in the task's.
    static func definitions(
        replacing text: String,
        with replacement: String
    ) throws -> DeskDefinitions {
        let task = try small("respond-to-request", limits)
        let source = String(decoding: task.utf8, as: UTF8.self)
        #expect(source.contains(text))
        let faulty = SourceText(
            name: task.name,
            source.replacing(text, with: replacement, maxReplacements: 1)
        )
        return try DeskDefinitions.compile(
            strings: nil,
            replacing: [
                "respond-to-request": faulty,
                "customer-form": try small("customer-form", ["fieldLimit": "8"]),
            ]
        )
    }

    static let limits = [
        "fieldLimit": "8", "tagLimit": "4", "tagCount": "3", "declineAllowed": "true",
    ]

    static func small(_ workflow: String, _ constants: [String: String]) throws -> SourceText {
        let source = try #require(DeskDefinitions.shippedSource(workflow + ".yaml"))
        let nowhere = SourceRange(at: 0)
        let changes = constants.map {
            ConstantChange(
                workflow: ScenarioText(text: workflow, range: nowhere),
                constant: ScenarioText(text: $0.key, range: nowhere),
                value: $0.value
            )
        }
        let (changed, wrong) = ConstantChange.apply(changes, to: source, from: source)
        #expect(wrong.isEmpty)
        return changed
    }

    /// Does one random thing and says what it was.
    mutating func step(_ random: inout SeededRandom) throws -> String {
        if arrivals < 3 || random.oneIn(25) { return try arrive(&random) }
        if random.oneIn(6) { return pass(&random) }
        if random.oneIn(10) { return try change(&random) }
        if random.oneIn(20) { return try leave(&random) }
        let busy = desk.records.all(DeskTask.self).filter {
            desk.world.isActive("inProgress", in: InstanceID($0.id))
        }
        let pool = busy.isEmpty || random.oneIn(4) ? desk.records.all(DeskTask.self) : busy
        let task = random.pick(pool)?.id ?? "t1"
        let worker = desk.world.value(of: "worker", in: InstanceID(task))?.stringValue ?? ""
        let agent =
            worker.isEmpty || random.oneIn(5) ? random.pick(agents) ?? "anna" : worker
        let form = InstanceID(task + "/form")
        let (id, definition) =
            [
                (InstanceID(agent), desk.definitions.agent), (form, desk.definitions.form),
                (InstanceID(task), desk.definitions.task),
                (InstanceID(task), desk.definitions.task),
            ].randomElement(using: &random) ?? (form, desk.definitions.form)
        guard let event = pick(from: definition, of: id, by: agent, &random) else {
            return "nothing"
        }
        var payload: [String: CELValue] = [:]
        for name in event.parameters {
            payload[name] = name == "seconds" ? 15 : CELValue(random.pick(Self.texts) ?? "")
        }
        let what = "\(agent): \(event.name) \(payload) on \(id)"
        let before = drafts(id)
        note(try desk.send(event.name, payload, to: id, by: agent))
        checkDrafts(id, before: before, after: event.name)
        return what
    }

    /// Any event, or one that would be accepted, so that runs get somewhere.
    private func pick(
        from definition: Definition,
        of id: InstanceID,
        by agent: String,
        _ random: inout SeededRandom
    ) -> EventLabel? {
        let events = definition.events.filter { !$0.isInternal }
        guard random.oneIn(2) else { return random.pick(events) }
        let accepted = desk.explain(id, by: agent).filter { $0.outcome == .accepted }
        let name = random.pick(accepted.filter { $0.name != "discard" && $0.name != "close" })?.name
        return events.first { $0.name == name }
    }

    private mutating func arrive(_ random: inout SeededRandom) throws -> String {
        arrivals += 1
        let task = DeskTask(
            id: "t\(arrivals)",
            mode: mode,
            channel: random.pick(DeskTask.Channel.allCases) ?? .chat,
            contact: random.pick(["k1", "k2", "k3", "k4"]) ?? "k1",
            enqueuedAt: Int64.random(in: 0..<5, using: &random)
        )
        note(try desk.add(task))
        return "arrive \(task.id)"
    }

    private mutating func pass(_ random: inout SeededRandom) -> String {
        let span = [1, 900_000_000, 14_999_000_000, 15_000_000_000, 61_000_000_000]
            .randomElement(using: &random)
        let instant = desk.world.now.advanced(byNanoseconds: Int64(span ?? 1))
        if random.oneIn(2) {
            note(desk.advance(to: instant))
        } else {
            note(desk.advance(through: instant))
        }
        return "time passes to \(instant)"
    }

    private mutating func change(_ random: inout SeededRandom) throws -> String {
        let announced = random.oneIn(2)
        let text = random.pick(["a", "b", "abcd"]) ?? "a"
        if var request = random.pick(desk.records.all(Request.self)), random.oneIn(2) {
            request.title = text
            note(try desk.change(request, announced: announced))
            return "change \(request.id)"
        }
        guard var customer = random.pick(desk.records.all(Customer.self)) else { return "nothing" }
        customer.company = text
        note(try desk.change(customer, announced: announced))
        return "change \(customer.id)"
    }

    private mutating func leave(_ random: inout SeededRandom) throws -> String {
        guard let task = random.pick(desk.records.all(DeskTask.self)) else { return "nothing" }
        note(try desk.send("customer.left", to: InstanceID(task.id), by: "channel"))
        return "the customer of \(task.id) leaves"
    }

    private mutating func note(_ happenings: [Happening]) {
        for happening in happenings {
            switch happening.occurrence {
            case .failed(let delivery, let failure):
                problems.append("failed \(delivery): \(failure)")
            case .overrun(let dropped): problems.append("overrun \(dropped)")
            case .invariantBroken(let id, let broken): problems.append("\(id) \(broken.name)")
            default: break
            }
        }
    }
}

extension RandomRun {
    /// The texts that somebody typed and that are not saved.
    private func drafts(_ id: InstanceID) -> [String: String] {
        guard desk.world.isActive("inProgress", in: id) || desk.world.isActive("editing", in: id)
        else { return [:] }
        var drafts: [String: String] = [:]
        for name in ["title", "description", "name", "email", "phone", "company", "notes"] {
            guard let draft = desk.world.value(of: "draft.\(name)", in: id)?.stringValue,
                let base = desk.world.value(of: "base.\(name)", in: id)?.stringValue,
                normalized(draft, name) != base
            else { continue }
            drafts[name] = draft
        }
        return drafts
    }

    private func normalized(_ text: String, _ field: String) -> String {
        switch field {
        case "description": TextFold.manyLines(text)
        case "notes": TextFold.trimmed(TextFold.manyLines(text))
        default: TextFold.oneLine(text)
        }
    }

    /// No event drops what is typed, unless it says so.
    private mutating func checkDrafts(
        _ id: InstanceID,
        before: [String: String],
        after event: String
    ) {
        let explicit = ["discard", "form.discard", "form.cancel"].contains(event)
        for (name, text) in before where !explicit {
            let isOwn = ["edit", "keepMine", "useTheirs"].contains { event == "\(name).\($0)" }
            let draft = desk.world.value(of: "draft.\(name)", in: id)?.stringValue
            let mine = desk.world.value(of: "mine.\(name)", in: id)?.stringValue
            let base = desk.world.value(of: "base.\(name)", in: id)?.stringValue
            if !isOwn && draft != text && mine != text && base != normalized(text, name) {
                problems.append("\(event) dropped \(name) of \(id)")
            }
        }
    }

    /// Every invariant that does not hold now, in words.
    func brokenInvariants() -> [String] {
        problems + taskProblems() + agentProblems() + recordProblems()
    }

    private func taskProblems() -> [String] {
        var found: [String] = []
        let queued = desk.queue
        if queued.map(\.enqueuedAt) != queued.map(\.enqueuedAt).sorted() {
            found.append("the queue is not in the order of age")
        }
        for task in desk.records.all(DeskTask.self) {
            let id = InstanceID(task.id)
            let lists =
                [queued.contains(task)]
                + ["offered", "closed", "abandoned"].map { desk.world.isActive($0, in: id) }
                + agents.map { desk.inProgress(of: $0).contains(task) }
            if lists.count(where: { $0 }) != 1 { found.append("\(id) is in \(lists)") }
            let pending = desk.records.all(Reservation.self).filter {
                $0.task == task.id && $0.state == .pending
            }
            if pending.count != (desk.world.isActive("offered", in: id) ? 1 : 0) {
                found.append("\(id) has \(pending.count) pending reservations")
            }
            let tags = desk.world.value(of: "tags", in: id)?.listValue ?? []
            let folded = tags.map { TextFold.folded($0.stringValue ?? "") }
            if Set(folded).count != folded.count || folded.count > 3 {
                found.append("\(id) has tags \(tags)")
            }
        }
        return found
    }

    private func agentProblems() -> [String] {
        var found: [String] = []
        for agent in agents {
            let calls = desk.inProgress(of: agent).count { $0.channel == .call }
            if calls > 1 { found.append("\(agent) has \(calls) calls") }
            let pending = desk.records.all(Reservation.self).count {
                $0.agent == agent && $0.state == .pending
            }
            let isReserved = desk.world.isActive("reserved", in: InstanceID(agent))
            if pending != (isReserved ? 1 : 0) {
                found.append("\(agent) has \(pending) offers, reserved: \(isReserved)")
            }
        }
        return found
    }

    private func recordProblems() -> [String] {
        var found: [String] = []
        for activity in desk.records.all(Activity.self)
        where desk.records.find(Request.self, activity.request) == nil {
            found.append("\(activity.id) has no request")
        }
        for request in desk.records.all(Request.self)
        where [request.title, request.description].contains(where: {
            TextCount(of: $0).characters > 8
        }) {
            found.append("\(request.id) is over its limit")
        }
        for customer in desk.records.all(Customer.self) {
            let texts = [customer.name, customer.email, customer.phone, customer.company]
            if texts.contains(where: { TextCount(of: $0).characters > 8 }) {
                found.append("\(customer.id) is over its limit")
            }
        }
        return found
    }

    func replaysToTheSame() throws -> Bool {
        let replay = try JournalReplay(
            of: desk.world.journal,
            definitions: desk.definitions.all
        )
        let again = try Desk(
            RoundTrip.through(desk.archive),
            definitions: desk.definitions
        )
        return desk.world.instanceIDs.allSatisfy {
            replay.snapshots[$0] == desk.world.snapshot(of: $0)
        } && again.archive == desk.archive
    }
}
