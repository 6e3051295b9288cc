import PassoCEL
import PassoCore
import PassoDefinition
import PassoDiagnostics
import PassoRuntime
import RespondToRequest
import Testing

/// A small desk to send events to.
struct DeskFixture {
    var desk: Desk

    /// A desk with one customer and one chat, in mode `queue`, that Anna has accepted.
    init(mode: DeskTask.Mode = .queue, isAccepted: Bool = true) throws {
        desk = Desk(definitions: try DeskDefinitions.shipped.get())
        try desk.add(Agent(id: "anna", name: "Anna"), mode: mode)
        try desk.add(Customer(id: "maria", name: "Maria Lund"))
        try desk.add(Contact(id: "guest", customer: "maria"))
        try desk.add(
            DeskTask(id: "t1", mode: mode, channel: .chat, contact: "guest", enqueuedAt: 0)
        )
        if isAccepted { try desk.send("accept", to: "t1", by: "anna") }
    }

    /// Sends an event with a text as Anna, and returns why it was refused.
    @discardableResult
    mutating func send(
        _ event: String,
        _ text: String? = nil,
        to id: InstanceID = "t1"
    ) throws -> RefusedEvent? {
        let payload: [String: CELValue] = text.map { ["text": CELValue($0)] } ?? [:]
        let happenings = try desk.send(event, payload, to: id, by: "anna")
        for happening in happenings {
            if case .refused(_, let refused) = happening.occurrence { return refused }
        }
        return nil
    }

    func value(_ name: String, in id: InstanceID = "t1") -> CELValue? {
        desk.world.value(of: name, in: id)
    }

    var tags: [String] { value("tags")?.listValue?.compactMap(\.stringValue) ?? [] }

    var request: Request? { desk.records.find(Request.self, "request-1") }
}

extension RefusedEvent {
    /// The value of one argument of what people read.
    func argument(_ name: String) -> CELValue? {
        guard case .value(let value) = notice?.arguments.first(where: { $0.name == name })?.value
        else { return nil }
        return value
    }

    /// What people read in a language.
    func text(in locale: String) -> String {
        guard let notice else { return "" }
        return TranscriptWriter(strings: DeskStrings.shipped, locale: locale).text(of: notice)
    }
}
