import PassoDefinition
import PassoDiagnostics
import Testing

/// What is said of ways through a chart.
@Suite struct FlowTests {
    private func found(_ states: String, _ top: String = "") -> [String] {
        let text = "passo: 1\nworkflow: lamp\nversion: 1\n\(top)\nstates:\n\(states)\n"
        let source = SourceText(name: "lamp.yaml", text)
        return DefinitionCompiler.compile(source, strings: nil).diagnostics.map { diagnostic in
            let name = diagnostic.arguments.first { $0.name == "name" }
            guard case .string(let text) = name?.value else { return diagnostic.id.rawValue }
            return "\(diagnostic.id) \(text)"
        }
    }

    private static let regions = """
          p:
            parallel:
              a:
                initial: a1
                states:
                  a1: { eventless: { to: a2 } }
                  a2: {}
              b:
                initial: b1
                states:
                  b1: { eventless: { to: b2 } }
                  b2: {}
        """

    @Test func `eventless transitions of regions beside each other are no ring`() {
        #expect(found(Self.regions) == [])
    }

    @Test func `a transition that enters its region anew is a ring`() {
        let ring = Self.regions.replacing("b2: {}", with: "b2: { eventless: { to: p } }")
        #expect(found(ring).map { $0.prefix(15) }.contains("eventless-cycle"))
    }

    @Test func `a ring in an open chart is a warning, because its events may lead out`() {
        let ring = "  a: { eventless: { to: b } }\n  b: { eventless: { to: a } }"
        let result = DefinitionCompiler.compile(
            SourceText(
                name: "a.yaml",
                "passo: 1\nworkflow: a\nversion: 1\nsemantics: scxml\nstates:\n\(ring)\n"
            ),
            strings: nil
        )
        #expect(result.diagnostics.map(\.id) == ["eventless-cycle"])
        #expect(result.definition != nil)
    }

    @Test func `states that only an initial target of several names are reached`() {
        let states = """
              p:
                parallel:
                  a: { initial: a1, states: { a1: {}, a2: {} } }
                  b: { initial: b1, states: { b1: {}, b2: {} } }
            """
        #expect(
            found(states, "initial: [a2, b2]") == ["unreachable-state a1", "unreachable-state b1"]
        )
        #expect(found(states) == ["unreachable-state a2", "unreachable-state b2"])
    }

    @Test func `what is heard of an invocation leads on`() {
        let states = """
              a:
                invoke: { workflow: bell, id: ring }
                on: { done.invoke.ring: { to: b }, error.communication: { to: c } }
              b: { transitions: [ { on: done.invoke, to: d } ] }
              c: {}
              d: {}
            """
        #expect(found(states, "targets: { bell: doorbell }\ninitial: a") == [])
    }
}
