import PassoDefinition
import PassoDiagnostics
import PassoTesting
import Testing

/// One file with ten mistakes: all of them in one run, as their author reads them.
@Suite struct RenderedMistakesTests {
    static let text = """
        passo: 1
        workflow: lamp
        version: 1
        strings: test
        titel: title

        constants: { wait: 15 sec }
        inputs: { shop: { open: bool } }
        data:
          title: { type: string, limit: 9000000, label: field.title }
          count: itn
        refuse: { tooLong: field.tooLong, tooHeavy: field.tooHeavy }
        events:
          order: { title: event.ordr }
        states:
          idle:
            after: { wait: { to: idle } }
            on:
              order:
                if: >
                  shop.open &&
                  shop.opne
                require: { that: "count <", else: busy, with: { max: count } }
                to: bussy
              odrer: {}
        steps:
          - { id: choose, instruct: step.web }
        """

    static let result = DefinitionCompiler.compile(
        SourceText(name: "lamp.yaml", text),
        strings: TestStrings.bundle
    )

    @Test func `ten mistakes are found in one run`() {
        let ids = Self.result.diagnostics.map(\.id.rawValue)
        #expect(
            ids == [
                "unknown-key", "limit-conflict", "unknown-type", "missing-message", "bad-duration",
                "unknown-input", "guard-syntax", "unknown-state", "unknown-event",
                "step-without-state",
            ]
        )
        #expect(Self.result.definition == nil)
    }

    @Test(arguments: ["en", "da", "pl", "pt", "it"])
    func `they read well in every language`(language: String) {
        let renderer = DiagnosticRenderer(words: EngineWords(locale: language))
        let rendered = renderer.render(Self.result.diagnostics)
        #expect(goldenDifference(rendered, "mistakes.\(language).txt") == nil)
    }

    @Test func `they can be read by machines`() {
        let renderer = DiagnosticRenderer(words: EngineWords())
        let json = renderer.renderJSON(Self.result.diagnostics)
        #expect(goldenDifference(json, "mistakes.json") == nil)
    }

    @Test func `what is refused cannot be taken for a definition`() {
        #expect(throws: DefinitionRefused.self) { try Self.result.get() }
    }
}
