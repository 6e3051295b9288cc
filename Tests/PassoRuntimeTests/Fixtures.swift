import PassoCEL
import PassoCore
import PassoDefinition
import PassoDiagnostics
import PassoRuntime
import Testing

/// Definitions for tests, compiled from texts.
enum Fixtures {
    static func definition(_ text: String) throws -> Definition {
        try DefinitionCompiler.compile(SourceText(name: "test.yaml", text), strings: nil).get()
    }

    /// A door that closes by itself after 15 seconds.
    static let door = """
        passo: 1
        workflow: door
        version: 1
        constants: { closesAfter: 15s, key: "7" }
        inputs: { guests: int }
        data: { openings: int, note: { type: string, limit: 5, label: door.note } }
        refuse: { tooLong: door.tooLong, tooHeavy: door.tooHeavy }
        events: { open: { data: { key: string } }, close: {}, write: { data: { text: string } } }
        initial: shut
        states:
          shut:
            title: door.shut
            on:
              open:
                require:
                  - { that: event.key == key, else: door.wrongKey, with: { key: event.key } }
                  - { that: guests < 3, else: door.full, with: { max: 3 } }
                to: ajar
                do: [{ set: { openings: openings + 1 } }]
                tell: door.opened
          ajar:
            title: door.ajar
            after: { closesAfter: { to: shut, tell: door.closed } }
            on:
              close: { to: shut }
              write: { do: [{ set: { note: event.text } }] }
        always: { opened: openings >= 0 }
        """

    /// Two charts that answer each other for ever.
    static func pingPong(_ name: String, _ other: String) -> String {
        """
        passo: 1
        workflow: \(name)
        version: 1
        data: { count: int }
        events: { ball: {}, stop: {} }
        targets: { \(other): { workflow: \(other), events: { ball: {} } } }
        states:
          playing:
            on:
              ball: { do: [{ set: { count: count + 1 } }, { send: ball, to: \(other) }] }
              stop: {}
        """
    }

    static func world() throws -> World {
        World(definitions: [try definition(door)])
    }
}

extension [Occurrence] {
    var told: [String] {
        compactMap { if case .told(_, let notice, _) = $0 { notice.key } else { nil } }
    }

    var refusals: [String] {
        compactMap {
            if case .refused(_, let refused) = $0 { refused.notice?.key ?? "-" } else { nil }
        }
    }

    var overruns: Int { count { if case .overrun = $0 { true } else { false } } }
}
