import PassoCEL
import PassoCore
import PassoDiagnostics
import PassoTesting
import Testing

@testable import PassoDefinition

/// The picture of a small definition as data, and the words on it.
@Suite struct StateGraphTests {
    private static let text = """
        passo: 1
        workflow: door
        version: 1
        data: { count: int, wait: duration, name: { type: string, limit: 3, label: x } }
        refuse: { tooLong: x, tooHeavy: x }
        events: { open: {}, close: {}, lock: {}, knock: {}, never: {}, name: { data: { text: string } } }
        initial: shut
        states:
          shut:
            on:
              open: { if: "count < 3 // not too often", to: room }
              knock: {}
              never: { refuse: x }
              name: { do: { set: { name: event.text } } }
            after:
              15s: { to: room }
              wait: { if: count > 1, to: gone }
              90m: {}
          room:
            initial: light
            on: { close: { to: shut }, lock: { to: light } }
            done: { to: gone }
            states:
              light: { eventless: { if: count > 9, to: end }, on: { open close: { to: both } } }
              both:
                parallel:
                  left: {}
                  right: { initial: a, states: { a: {}, past: { history: shallow, to: a } } }
              end: { final: true }
          gone: { final: true }
        """

    private static let definition: Definition? = DefinitionCompiler.compile(
        SourceText(name: "door.yaml", text),
        strings: nil
    ).definition

    private func graph(_ locale: String = "en") throws -> StateGraph {
        try #require(Self.definition).graph(locale: locale)
    }

    @Test func `states are nested as in the definition`() throws {
        let graph = try graph()
        let lines = graph.nodes.map { node in
            "\(node.parent.map { graph.nodes[$0].id } ?? "") \(node.id) \(node.kind)"
                + (node.isRegion ? " region" : "")
        }
        #expect(
            lines == [
                " shut atomic", " room compound", "room light atomic", "room both parallel",
                "both left atomic region", "both right compound region", "right a atomic",
                "right past shallowHistory", "room end final", " gone final",
            ]
        )
    }

    @Test func `arrows carry what they wait for and their conditions`() throws {
        let graph = try graph()
        let words = GraphWords(locale: "en")
        let lines = graph.edges.map { edge in
            let source =
                switch edge.source {
                case .state(let number): graph.nodes[number].id
                case .initial(let parent): "*" + (parent.map { graph.nodes[$0].id } ?? "")
                }
            let targets = edge.targets.map { graph.nodes[$0].id }.joined(separator: " ")
            let label = words.lines(
                on: GraphArrow(source: edge.source, targets: [], labels: [edge.label])
            )
            return ([source, targets] + label).joined(separator: " | ")
        }
        #expect(
            lines == [
                "* | shut", "shut | room | after 15 s", "shut | gone | after wait | [count > 1]",
                "shut | room | open | [count < 3]", "*room | light",
                "room | shut | close", "room | light | lock", "room | gone | when finished",
                "light | both | open, close", "light | end | [count > 9]", "*right | a", "past | a",
            ]
        )
    }

    @Test func `what leaves no state stands in its box, and what only refuses nowhere`() throws {
        let shut = try #require(graph().nodes.first)
        let words = GraphWords(locale: "en")
        #expect(words.lines(of: shut.reactions) == ["after 90 min", "knock", "name"])
    }

    @Test(arguments: [
        ("en", "after 1.5 s"), ("da", "efter 1,5 s"), ("pl", "po 1,5 s"), ("pt", "após 1,5 s"),
        ("it", "dopo 1,5 s"),
    ])
    func `times are written in the reader's language`(locale: String, text: String) throws {
        let delay = try #require(CELDuration(seconds: 1, nanoseconds: 500_000_000))
        let label = StateGraph.Label(trigger: .timer(.fixed(delay)), conditions: [])
        #expect(GraphWords(locale: locale).lines(of: [label]) == [text])
    }

    @Test func `a long condition is broken between its parts, then cut`() {
        let condition = (1...9).map { "states.number\($0) == true" }.joined(separator: " && ")
        let label = StateGraph.Label(trigger: .none, conditions: [condition, "a"])
        let arrow = GraphArrow(source: .state(0), targets: [], labels: [label])
        #expect(
            GraphWords(locale: "en").lines(on: arrow) == [
                "[states.number1 == true", "&& states.number2 == true",
                "&& states.number3 == true …]", "[a]",
            ]
        )
        let many = StateGraph.Label(trigger: .none, conditions: (1...7).map { "a\($0)" })
        #expect(
            GraphWords(locale: "en")
                .lines(on: GraphArrow(source: .state(0), targets: [], labels: [many]))
                == ["[a1]", "[a2]", "[a3]", "[a4]", "[a5]", "…"]
        )
    }

    @Test func `a box shows twelve lines and says how many more there are`() {
        func lines(_ count: Int) -> [String] {
            let labels = (1...count).map { number in
                StateGraph.Label(
                    trigger: .events([StateGraph.EventName(name: "e\(number)", title: nil)]),
                    conditions: []
                )
            }
            return GraphWords(locale: "da").lines(of: labels)
        }
        #expect(lines(12).count == 12 && lines(12).last == "e12")
        #expect(lines(13).count == 12 && lines(13).last == "… og 2 til")
    }

    @Test func `the active states of an instance are marked`() throws {
        let definition = try #require(Self.definition)
        var effects = Effects()
        let inputs = try definition.chart.inputs()
        var snapshot = try definition.chart.start(inputs: inputs, effects: &effects)
        let open = try definition.chart.event("open")
        let outcome = definition.chart.apply(
            open,
            to: &snapshot,
            inputs: inputs,
            effects: &effects
        )
        #expect(outcome == .taken)
        let graph = definition.graph(locale: "en", snapshot: snapshot)
        #expect(graph.nodes.filter(\.isActive).map(\.id) == ["room", "light"])
        #expect(graph.mermaid.contains("class light active\n    class room around"))
        #expect(graph.dot.contains("\"light\" [class=active"))
        let other = try Lamp.compile().chart.start(
            inputs: Lamp.compile().chart.inputs(allowingMissing: true),
            effects: &effects
        )
        #expect(definition.graph(locale: "en", snapshot: other).nodes.allSatisfy { !$0.isActive })
    }

    @Test func `states of other names than words get names that nobody else has`() {
        let nodes = Naughty.graph(Naughty.ids, ids: Naughty.ids).nodes
        let names = GraphNames(nodes)
        let all = nodes.indices.flatMap { [names[$0], names.port(of: $0)] }
        #expect(Set(all).count == all.count)
        #expect(all.allSatisfy { $0.wholeMatch(of: #/[A-Za-z][A-Za-z0-9_]*/#) != nil })
        #expect(names[nodes.firstIndex { $0.id == "x" } ?? 0] == "x")
    }

    @Test func `every line is one statement that we know of Mermaid`() throws {
        let pictures = [Naughty.graph(Naughty.texts), try graph()]
        for picture in pictures {
            var depth = 0
            let lines = picture.mermaid.split(separator: "\n").drop { $0 != "stateDiagram-v2" }
            for line in lines.dropFirst() {
                let text = line.trimmingPrefix(while: { $0 == " " })
                depth += text.hasSuffix(" {") ? 1 : text == "}" ? -1 : 0
                #expect(text.wholeMatch(of: Self.statement) != nil, "\(text)")
            }
            #expect(depth == 0)
        }
    }

    /// A label: no mark of the grammar but numbers.
    private static var statement: Regex<AnyRegexOutput> {
        let name = "[A-Za-z][A-Za-z0-9_]*"
        let label = "(?:[^:;{}\"#%<>`*_~|\\\\$]|#[0-9]+;|<br>)+"
        let forms = [
            "state \"\(label)\" as \(name)(?: \\{)?", "\\}", "\(name) : \(label)",
            "(?:\(name)|\\[\\*\\]) --> (?:\(name)|\\[\\*\\])(?: : \(label))?",
            "classDef \\w+ [-a-z:#A-Z0-9, ]+", "class [A-Za-z0-9_,]+ \\w+",
        ]
        // The expression is ours: a mistake in it is found by the first run.
        return (try? Regex(forms.joined(separator: "|")))?.matchingSemantics(.unicodeScalar)
            ?? Regex(/a^/)
    }
}
