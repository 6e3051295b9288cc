import PassoDiagnostics
import PassoText
import Testing

@testable import PassoDefinition

/// How definitions say in YAML what SCXML says.
@Suite struct StatechartKeysTests {
    @Test func `has a form for everything`() throws {
        let root = try Self.root(StatechartTour.text)
        var check = ShapeCheck(source: SourceText(name: "tour.yaml", StatechartTour.text), limit: 9)
        check.check(root)
        let rendered = DiagnosticRenderer(words: EngineWords()).render(check.diagnostics)
        #expect(check.diagnostics.isEmpty, "\(rendered)")
    }

    @Test func `needs a name only where one is needed`() throws {
        for (semantics, mistakes) in [("scxml", 0), ("passo", 1)] {
            let text = "passo: 1\nversion: 1\nsemantics: \(semantics)\nstates: { a: {} }\n"
            var check = ShapeCheck(source: SourceText(name: "a.yaml", text), limit: 9)
            check.check(try Self.root(text))
            #expect(
                check.diagnostics.map(\.id.rawValue)
                    == Array(repeating: "missing-key", count: mistakes)
            )
        }
    }

    @Test func `reads the head of an untyped definition`() throws {
        let read = try Self.declaration(StatechartTour.text)
        #expect(read.semantics?.value == "scxml")
        #expect(read.datamodel?.value == "null")
        #expect(read.binding?.value == "late")
        #expect(read.script.count == 1)
        #expect(read.initial?.targets.map(\.value) == ["one", "two"])
        #expect(read.initial?.actions.count == 1)
        #expect(read.data.map(\.name.value) == ["bare", "empty", "five", "text", "far", "type"])
        #expect(read.data.map(\.type.value) == ["dyn", "dyn", "dyn", "dyn", "dyn", "list(int)"])
        #expect(read.data[2].initial?.text == "5")
        guard case .text(let text) = read.data[3].content else { throw Missing() }
        #expect(text.value == "[1, 2]")
        #expect(read.data[4].src?.value == "far.json")
    }

    @Test func `keeps every value of a name`() throws {
        let actions = try Self.declaration(StatechartTour.text).states[0].entry
        guard case .send(let send) = actions.first else { throw Missing() }
        #expect(send.arguments.map(\.name.value) == ["a", "a", "b"])
        #expect(send.arguments.map(\.value.text) == ["1", "2", "3"])
    }

    @Test func `takes a name or an expression for it`() throws {
        let actions = try Self.declaration(StatechartTour.text).states[0].entry
        guard case .send(let send) = actions[1], case .cancelExpression(let id) = actions[2],
            case .expression(let event) = send.event, case .expression(let target) = send.target
        else { throw Missing() }
        #expect((event.text, target.text, id.text) == ("next", "'#_' + peer", "sent"))
        guard case .send(let nameless) = actions[3] else { throw Missing() }
        #expect(nameless.event == nil && nameless.content != nil)
    }

    @Test func `keeps transitions of a list in order`() throws {
        let state = try Self.declaration(StatechartTour.text).states[0]
        let triggers = state.transitions.map { transition in
            switch transition.trigger {
            case .event(let event): event.value
            case .eventless: "-"
            case .done: "done"
            case .timer: "timer"
            }
        }
        #expect(triggers == ["foo bar.*", "-", "done", "foo"])
    }

    @Test func `reads invocations`() throws {
        let state = try Self.declaration(StatechartTour.text).states[0]
        #expect(state.invokes.map(\.workflow?.value) == ["payment", "payment", nil, nil])
        #expect(state.invokes[1].id?.value == "pay")
        #expect(state.invokes[1].finalize?.count == 0)
        #expect(state.invokes[0].finalize == nil)
        #expect(state.invokes[2].isAutoforward)
        guard case .xml(let xml) = state.invokes[3].content else { throw Missing() }
        #expect(xml.value == "<scxml/>")
    }

    private struct Missing: Error {}

    private static func root(_ text: String) throws -> TextNode {
        try #require(YAMLReader.read(SourceText(name: "tour.yaml", text)).0)
    }

    private static func declaration(_ text: String) throws -> WorkflowDeclaration {
        DeclarationReader().workflow(try root(text))
    }
}
