import PassoTesting
import Testing

@testable import PassoDefinition

/// What Mermaid makes of our pictures.
@Suite(
    .enabled(
        if: Painter.python != nil,
        "mermaidx is not installed: Tools/test makes .build-python-mermaid where PyPI is reached"
    )
)
struct MermaidTests {
    @Test func `draws every text as it is`() throws {
        // Mermaid takes some tens of milliseconds for each state, and more in bigger pictures.
        let size = 30
        let texts =
            TestEnvironment.isFull ? Naughty.texts : Naughty.own + Naughty.texts.suffix(size)
        let graphs = stride(from: 0, to: texts.count, by: size).map {
            Naughty.graph(Array(texts[$0...].prefix(size)))
        }
        for (graph, reading) in zip(graphs, try Painter.draw(mermaid: graphs.map(\.mermaid))) {
            #expect(reading.problem.isEmpty)
            let seen = Set(reading.lines.map { Self.bare($0) })
            let missing = Naughty.lines(of: graph).filter { !seen.contains(Self.bare($0)) }
            #expect(missing.isEmpty)
        }
    }

    @Test func `takes every id`() throws {
        let graph = Naughty.graph(Naughty.ids, ids: Naughty.ids)
        let reading = try #require(try Painter.draw(mermaid: [graph.mermaid]).first)
        #expect(reading.problem.isEmpty)
    }

    @Test(arguments: TestEnvironment.isFull ? ["en", "da", "pl", "pt", "it"] : ["pl"])
    func `draws the shipped definitions`(locale: String) throws {
        let graphs = try Shipped.definitions.map { path in
            try Shipped.definition(path).graph(locale: locale)
        }
        for (graph, reading) in zip(graphs, try Painter.draw(mermaid: graphs.map(\.mermaid))) {
            #expect(reading.problem.isEmpty)
            let seen = Set(reading.lines.map { Self.bare($0) })
            #expect(Set(Naughty.lines(of: graph).map { Self.bare($0) }).subtracting(seen).isEmpty)
        }
    }

    /// A line without its white space, which pages collapse.
    private static func bare(_ text: String) -> String {
        text.filter { !$0.isWhitespace }
    }
}
