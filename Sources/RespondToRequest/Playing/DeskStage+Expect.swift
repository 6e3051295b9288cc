import PassoCEL
public import PassoDiagnostics
public import PassoRuntime
public import PassoText

extension DeskStage {
    /// What a scenario of the procedure can expect beside states, data and messages.
    public var expectationNames: [String] {
        ["queue", "inProgress", "records", "details", "views"]
    }

    /// Checks what only a desk knows.
    ///
    /// ```yaml
    /// queue: [t1, t2]
    /// inProgress: { anna: [t3] }
    /// records: { requests: { r1: { title: Lamp, status: open } }, reservations: { reservation-1: { state: timeout } } }
    /// details: { r1: [request.status, request.createdDate] }
    /// views: { t1: { shown: Maria Lund, request: r1, journey: [r1] } }
    /// ```
    public func check(_ expectation: TextEntry, in scenario: Scenario) -> [Diagnostic] {
        var checking = DeskChecking(desk: desk, scenario: scenario)
        switch expectation.name {
        case "queue": checking.list("queue", expectation.value, desk.queue.map(\.id))
        case "inProgress":
            for entry in checking.mapping(expectation.value)
            where checking.isKnown(entry, "agent", desk.records.all(Agent.self).map(\.id)) {
                checking.list(
                    "inProgress \(entry.name)",
                    entry.value,
                    desk.inProgress(of: entry.name).map(\.id)
                )
            }
        case "records": checking.records(expectation.value)
        case "details":
            for entry in checking.mapping(expectation.value)
            where checking.isKnown(entry, "record", desk.records.all(Request.self).map(\.id)) {
                checking.list(
                    "details \(entry.name)",
                    entry.value,
                    desk.details(ofRequest: entry.name).map(\.label)
                )
            }
        default:
            for entry in checking.mapping(expectation.value) { checking.view(entry) }
        }
        return checking.diagnostics
    }
}

private struct DeskChecking {
    let desk: Desk
    let scenario: Scenario
    var diagnostics: [Diagnostic] = []

    /// The entries of a mapping; anything else is a mistake.
    mutating func mapping(_ node: TextNode) -> [TextEntry] {
        if node.mapping == nil { wrongShape("mapping", at: node) }
        return node.mapping ?? []
    }

    /// Whether there is what an entry is about.
    mutating func isKnown(_ entry: TextEntry, _ kind: String, _ names: [String]) -> Bool {
        if names.contains(entry.name) { return true }
        diagnostics.append(
            .unknownInScenario(
                kind,
                entry.name,
                nearest: nearest(to: entry.name, in: names),
                in: scenario.source,
                at: entry.key.range
            )
        )
        return false
    }

    private mutating func wrongShape(_ expected: String, at node: TextNode) {
        diagnostics.append(.wrongShape(expected, in: scenario.source, at: node.range))
    }

    mutating func list(_ what: String, _ node: TextNode, _ found: [String]) {
        guard let nodes = node.sequence else {
            wrongShape("list", at: node)
            return
        }
        let expected = nodes.map { $0.scalar?.text ?? "" }
        guard expected != found else { return }
        fail(
            what,
            expected: scenario.source.text(in: node.range),
            found: "[" + found.joined(separator: ", ") + "]",
            at: node
        )
    }

    mutating func records(_ node: TextNode) {
        for table in mapping(node) {
            guard let kind = RecordKind(plural: table.name) else {
                let names = RecordKind.allCases.map(\.plural)
                diagnostics.append(
                    .unknownInScenario(
                        "record",
                        table.name,
                        nearest: nearest(to: table.name, in: names),
                        in: scenario.source,
                        at: table.key.range
                    )
                )
                continue
            }
            for record in mapping(table.value) {
                if record.name == "count" {
                    compare(
                        table.name,
                        record.value,
                        CELValue(desk.records.count(kind))
                    )
                } else if let fields = desk.fields(of: kind, record.name) {
                    if record.value.isNull {
                        fail(table.name, expected: "none", found: record.name, at: record.key)
                    } else {
                        compare(record, fields)
                    }
                } else if !record.value.isNull {
                    fail(table.name, expected: record.name, found: "none", at: record.key)
                }
            }
        }
    }

    private mutating func compare(_ record: TextEntry, _ fields: [String: CELValue]) {
        for field in mapping(record.value) {
            guard let value = fields[field.name] else {
                diagnostics.append(
                    .unknownInScenario(
                        "field",
                        field.name,
                        nearest: nearest(to: field.name, in: fields.keys),
                        in: scenario.source,
                        at: field.key.range
                    )
                )
                continue
            }
            compare("\(record.name) \(field.name)", field.value, value)
        }
    }

    mutating func view(_ entry: TextEntry) {
        guard let view = desk.view(of: entry.name) else {
            fail("views", expected: entry.name, found: "none", at: entry.key)
            return
        }
        let fields: [String: CELValue] = [
            "shown": view.shownName.map { CELValue($0) } ?? .null,
            "customer": view.customer.map { CELValue($0.id) } ?? .null,
            "request": view.request.map { CELValue($0.id) } ?? .null,
            "activity": view.activity.map { CELValue($0.id) } ?? .null,
            "journey": CELValue(view.journey.map { CELValue($0.id) }),
        ]
        compare(entry, fields)
    }

    private mutating func compare(_ what: String, _ node: TextNode, _ value: CELValue) {
        guard !ScenarioValues.matches(node, value) else { return }
        fail(
            what,
            expected: scenario.source.text(in: node.range),
            found: ScenarioValues.shown(value),
            at: node
        )
    }

    private mutating func fail(
        _ what: String,
        expected: String,
        found: String,
        at node: TextNode
    ) {
        diagnostics.append(
            .expectationFailed(
                what,
                expected: expected,
                found: found,
                in: scenario.source,
                at: node.range
            )
        )
    }
}

extension RecordKind {
    /// The name of the table in scenarios.
    var plural: String {
        switch self {
        case .activity: "activities"
        default: rawValue + "s"
        }
    }

    init?(plural: String) {
        guard let kind = Self.allCases.first(where: { $0.plural == plural }) else { return nil }
        self = kind
    }
}
