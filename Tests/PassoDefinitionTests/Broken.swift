import PassoDefinition
import PassoDiagnostics
import PassoTesting
import Testing

/// A definition with one mistake, marked `1️⃣` and `2️⃣`.
struct Broken: CustomTestStringConvertible, Sendable {
    let id: String
    let marked: MarkedText

    /// A whole definition.
    init(_ id: String, whole text: String) {
        self.id = id
        marked = MarkedText(text)
    }

    /// The parts of a definition that matter; the rest is sound.
    init(
        _ id: String,
        top: String = "",
        states: String = "  idle:\n    on:\n      order: {}\n"
    ) {
        self.init(
            id,
            whole: """
                passo: 1
                workflow: lamp
                version: 1
                strings: test
                \(top)
                \(top.contains("events:") ? "" : "events: { order: {} }")
                states:
                \(states)
                """
        )
    }

    var testDescription: String { id }

    var source: SourceText { SourceText(name: "lamp.yaml", marked.text) }
}
