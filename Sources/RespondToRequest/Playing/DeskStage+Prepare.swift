public import PassoDiagnostics
public import PassoRuntime
import PassoText

extension DeskStage {
    private static let givenNames = [
        "mode", "policy", "agents", "contacts", "customers", "requests", "tasks",
    ]

    /// Sets up the records that a scenario gives, in the order in which they need each other.
    public mutating func prepare(_ scenario: Scenario) -> ([Happening], [Diagnostic]) {
        var reading = GivenReading(scenario: scenario)
        reading.check(scenario.given, against: Self.givenNames)
        let given: DeskTask.Mode? = reading.choice(reading.entry("mode"), "mode")
        if isModeOpen { mode = given ?? mode }
        readPolicy(&reading)
        let now = scenario.beginsAt * 1_000
        var happenings: [Happening] = []
        do {
            for (id, node) in reading.entries("customers") {
                try desk.add(reading.customer(id, node))
                try desk.add(Contact(id: "contact of \(id)", customer: id))
            }
            for (id, node) in reading.entries("contacts") {
                try desk.add(reading.contact(id, node))
            }
            for (id, node) in reading.entries("requests") {
                try desk.add(reading.request(id, node, now: now))
            }
            for (id, node) in reading.entries("agents") {
                happenings += try desk.add(reading.agent(id, node), mode: mode)
            }
            for (id, node) in reading.entries("tasks") {
                happenings += try add(reading.task(id, node, mode: mode, now: now))
            }
        } catch {
            let range = scenario.given.first?.key.range ?? SourceRange(at: 0)
            reading.diagnostics.append(
                .stepFailed("\(error)", in: scenario.source, at: range)
            )
        }
        return (happenings, reading.diagnostics)
    }

    /// Choices beside the definitions: `policy: { dispatch: leastBusy, attach: lastActivityAt }`.
    private mutating func readPolicy(_ reading: inout GivenReading) {
        guard let node = reading.entry("policy") else { return }
        reading.check(reading.mapping(node), against: ["dispatch", "attach"])
        if let dispatch: DeskPolicy.Dispatch = reading.choice(node["dispatch"], "policy") {
            desk.office.policy.dispatch = dispatch
        }
        if let attach: DeskPolicy.Attach = reading.choice(node["attach"], "policy") {
            desk.office.policy.attach = attach
        }
    }

    /// Adds a task, and its contact if nobody knows it yet.
    mutating func add(_ task: DeskTask) throws(WorldProblem) -> [Happening] {
        if desk.records.find(Contact.self, task.contact) == nil {
            do { try desk.add(Contact(id: task.contact)) } catch {
                throw .duplicateInstance(InstanceID(task.contact))
            }
        }
        return try desk.add(task)
    }
}

/// Reads the records of a scenario.
struct GivenReading {
    let scenario: Scenario
    var diagnostics: [Diagnostic] = []

    func entry(_ name: String) -> TextNode? {
        scenario.given.first { $0.name == name }?.value
    }

    mutating func entries(_ name: String) -> [(String, TextNode)] {
        mapping(entry(name)).map { ($0.name, $0.value) }
    }

    /// The entries of a mapping; anything else but nothing at all is a mistake.
    mutating func mapping(_ node: TextNode?) -> [TextEntry] {
        guard let node, !node.isNull else { return [] }
        if node.mapping == nil {
            diagnostics.append(.wrongShape("mapping", in: scenario.source, at: node.range))
        }
        return node.mapping ?? []
    }

    mutating func check(_ entries: [TextEntry], against keys: [String]) {
        for entry in entries where !keys.contains(entry.name) {
            diagnostics.append(
                .unknownInScenario(
                    "key",
                    entry.name,
                    nearest: nearest(to: entry.name, in: keys),
                    in: scenario.source,
                    at: entry.key.range
                )
            )
        }
    }

    /// One of a few words, or a diagnostic that offers the nearest.
    mutating func choice<Choice: RawRepresentable & CaseIterable>(
        _ node: TextNode?,
        _ kind: String
    ) -> Choice? where Choice.RawValue == String {
        guard let node else { return nil }
        let name = node.scalar?.text ?? ""
        if let choice = Choice(rawValue: name) { return choice }
        let names = Choice.allCases.map(\.rawValue)
        diagnostics.append(
            .unknownInScenario(
                kind,
                name,
                nearest: nearest(to: name, in: names),
                in: scenario.source,
                at: node.range
            )
        )
        return nil
    }

    mutating func agent(_ id: String, _ node: TextNode) -> Agent {
        check(mapping(node), against: ["name", "language", "zone", "accommodation"])
        return Agent(
            id: id,
            name: text(node["name"]),
            language: text(node["language"]) ?? "en",
            timeZone: text(node["zone"]) ?? "UTC",
            accommodationSeconds: Int((span(node["accommodation"]) ?? 0) / 1_000)
        )
    }

    mutating func customer(_ id: String, _ node: TextNode) -> Customer {
        check(mapping(node), against: ["name", "email", "phone", "company", "notes"])
        return Customer(
            id: id,
            name: text(node["name"]) ?? "",
            email: text(node["email"]) ?? "",
            phone: text(node["phone"]) ?? "",
            company: text(node["company"]) ?? "",
            notes: text(node["notes"]) ?? ""
        )
    }

    mutating func contact(_ id: String, _ node: TextNode) -> Contact {
        check(mapping(node), against: ["name", "email", "phone", "customer"])
        return Contact(
            id: id,
            name: text(node["name"]) ?? "",
            email: text(node["email"]) ?? "",
            phone: text(node["phone"]) ?? "",
            customer: text(node["customer"])
        )
    }

    mutating func request(_ id: String, _ node: TextNode, now: Int64) -> Request {
        check(
            mapping(node),
            against: [
                "customer", "contact", "title", "description", "status", "created", "closed",
            ]
        )
        let closed = span(node["closed"]).map { now + $0 }
        let status: Request.Status? = choice(node["status"], "status")
        return Request(
            id: id,
            customer: text(node["customer"]),
            contact: text(node["contact"]),
            title: text(node["title"]) ?? "",
            description: text(node["description"]) ?? "",
            status: status ?? (closed == nil ? .open : .closed),
            createdAt: now + (span(node["created"]) ?? 0),
            closedAt: closed
        )
    }

    mutating func task(
        _ id: String,
        _ node: TextNode,
        mode: DeskTask.Mode,
        now: Int64
    ) -> DeskTask {
        check(mapping(node), against: ["channel", "customer", "contact", "arrived", "mode"])
        let contact = text(node["contact"]) ?? text(node["customer"]).map { "contact of \($0)" }
        if let node = node["customer"], let name = node.scalar?.text {
            known(name, "customers", at: node)
        }
        return DeskTask(
            id: id,
            mode: choice(node["mode"], "mode") ?? mode,
            channel: choice(node["channel"], "channel") ?? .chat,
            contact: contact ?? "contact of \(id)",
            enqueuedAt: now + (span(node["arrived"]) ?? 0)
        )
    }

    private mutating func known(_ name: String, _ kind: String, at node: TextNode) {
        let names = entry(kind)?.mapping?.map(\.name) ?? []
        guard !names.contains(name) else { return }
        diagnostics.append(
            .unknownInScenario(
                "record",
                name,
                nearest: nearest(to: name, in: names),
                in: scenario.source,
                at: node.range
            )
        )
    }

    mutating func text(_ node: TextNode?) -> String? {
        guard let node else { return nil }
        if let text = ScenarioValues.text(node) { return text }
        diagnostics.append(.wrongShape("text", in: scenario.source, at: node.range))
        return nil
    }

    /// A span in milliseconds.
    private mutating func span(_ node: TextNode?) -> Int64? {
        guard let node else { return nil }
        if let span = node.scalar.flatMap({ ScenarioTime.span($0.text) }) {
            return span / 1_000_000
        }
        diagnostics.append(.wrongShape("duration", in: scenario.source, at: node.range))
        return nil
    }
}
