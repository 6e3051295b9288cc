import Foundation
import PassoTesting

@testable import PassoDefinition

/// Pictures whose every text is meant to break something.
enum Naughty {
    /// Texts that are naughty in the languages of pictures.
    static let own = [
        "direction TB", "%% not a comment", "end note", "a --> b", "--", "[*]", "state x {",
        "}",
        "note right of x", "1. first", "1) first", "- item", "+ item", "# heading", "> quote",
        "===", "---", "```", "*a* _b_ `c` ~~d~~", "[link](https://example.com)", "![x](y)",
        "[x]: y", "&lt;b&gt;", "&amp;", "&#38;", "#quot;", "#35;", "#9829;", "<b>bold</b>",
        "<br>", "<br/>", "\\n", "\\l", "\\N", "\\", "\\\"", "\"", "\"quoted\"", "it's",
        "fa:fa-car", "$$x^2$$", "style: #f00;", "classDef active: #123;", ":::active",
        "a;b:c", "two\nlines", "tab\there", "<<fork>>", "[[join]]", "accTitle: x",
        "title: \"x\"", "{\"a\": 1}", "%%{init: {\"theme\": \"dark\"}}%%", "🤷‍♀️ 👩‍👧", "שלום!",
        "مغلق [x]", "a\u{202E}b", "x = 'a && b' || c < d", "]]>", "<!-- x -->", "$x", "@x", "~",
    ]

    /// Those and the published list of naughty strings.
    static let texts: [String] = {
        guard let place = TestEnvironment.conformance("blns/blns.json"),
            let data = FileManager.default.contents(atPath: place.path),
            let published = try? JSONDecoder().decode([String].self, from: data)
        else { return own }
        return own + published
    }()

    /// Words as ids that languages of pictures know.
    static let ids = [
        "end", "state", "note", "class", "classDef", "style", "default", "direction", "__proto__",
        "constructor", "toString", "s1", "s0", "hide", "scale", "left", "root", "as", "fork", "a.b",
        "a-b", "a b", "æøå", "\"", "", "digraph", "node", "edge", "graph", "subgraph", "strict",
        "cluster", "x_self", "x", "1", "_", "click", "href", "title", "accTitle", "stateDiagram",
    ]

    /// A picture with these texts as titles, events and conditions; boxes hold some of the states.
    static func graph(_ texts: [String], ids: [String] = []) -> StateGraph {
        var nodes: [StateGraph.Node] = []
        var edges: [StateGraph.Edge] = []
        for (number, text) in texts.enumerated() {
            let kind = number % 7 == 0 ? StateGraph.Node.Kind.compound : .atomic
            let label = StateGraph.Label(
                trigger: .events([StateGraph.EventName(name: text, title: nil)]),
                conditions: [text, "x == '\(text)'"]
            )
            var node = StateGraph.Node(
                id: number < ids.count ? ids[number] : "state \(number) \(text)",
                title: text,
                kind: kind,
                parent: kind == .compound ? nil : number - number % 7,
                isRegion: false,
                isActive: number % 3 == 0
            )
            if number % 2 == 0 { node.reactions = [label] }
            nodes.append(node)
            edges.append(
                StateGraph.Edge(
                    source: .state(number),
                    targets: [number % 7 == 0 ? number : number - 1],
                    label: label
                )
            )
        }
        return StateGraph(
            name: "naughty",
            title: texts.first ?? "",
            locale: "en",
            nodes: nodes,
            edges: edges
        )
    }

    /// Every line that is to be read on a picture.
    static func lines(of graph: StateGraph) -> [String] {
        let words = GraphWords(locale: graph.locale)
        let titles = graph.nodes.filter { !$0.kind.isHistory }.map { words.title(of: $0) }
        let labels = graph.nodes.flatMap { words.lines(of: $0.reactions) }
        return (titles + labels + graph.arrows.flatMap { words.lines(on: $0) })
            .filter { !$0.isEmpty }
    }
}
