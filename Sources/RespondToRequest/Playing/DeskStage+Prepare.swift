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
        if isModeOpen, let text = reading.entry("mode")?.scalar?.text {
            mode = DeskTask.Mode(rawValue: text) ?? mode
        }
        let now = scenario.beginsAt * 1_000
        for (id, node) in reading.entries("customers") {
            desk.add(reading.customer(id, node))
            desk.add(Contact(id: "contact of \(id)", customer: id))
        }
        for (id, node) in reading.entries("contacts") { desk.add(reading.contact(id, node)) }
        for (id, node) in reading.entries("requests") {
            desk.add(reading.request(id, node, now: now))
        }
        var happenings: [Happening] = []
        do {
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

    /// Adds a task, and its contact if nobody knows it yet.
    mutating func add(_ task: DeskTask) throws(WorldProblem) -> [Happening] {
        if desk.records.find(Contact.self, task.contact) == nil {
            desk.add(Contact(id: task.contact))
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

    func entries(_ name: String) -> [(String, TextNode)] {
        (entry(name)?.mapping ?? []).map { ($0.name, $0.value) }
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

    mutating func agent(_ id: String, _ node: TextNode) -> Agent {
        check(node.mapping ?? [], against: ["name", "language", "zone", "accommodation"])
        return Agent(
            id: id,
            name: text(node["name"]),
            language: text(node["language"]) ?? "en",
            timeZone: text(node["zone"]) ?? "UTC",
            accommodationSeconds: Int((span(node["accommodation"]) ?? 0) / 1_000)
        )
    }

    mutating func customer(_ id: String, _ node: TextNode) -> Customer {
        check(node.mapping ?? [], against: ["name", "email", "phone", "company", "notes"])
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
        check(node.mapping ?? [], against: ["name", "email", "phone", "customer"])
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
            node.mapping ?? [],
            against: [
                "customer", "contact", "title", "description", "status", "created", "closed",
            ]
        )
        let closed = span(node["closed"]).map { now + $0 }
        let status = text(node["status"]).flatMap(Request.Status.init)
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
        check(node.mapping ?? [], against: ["channel", "customer", "contact", "arrived", "mode"])
        let contact = text(node["contact"]) ?? text(node["customer"]).map { "contact of \($0)" }
        if let node = node["customer"], let name = node.scalar?.text {
            known(name, "customers", at: node)
        }
        return DeskTask(
            id: id,
            mode: text(node["mode"]).flatMap(DeskTask.Mode.init) ?? mode,
            channel: text(node["channel"]).flatMap(DeskTask.Channel.init) ?? .chat,
            contact: contact ?? "contact of \(id)",
            enqueuedAt: now + (span(node["arrived"]) ?? 0)
        )
    }

    private mutating func known(_ name: String, _ kind: String, at node: TextNode) {
        let names = entries(kind).map(\.0)
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

    private mutating func text(_ node: TextNode?) -> String? {
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
