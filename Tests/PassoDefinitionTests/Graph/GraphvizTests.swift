import PassoTesting
import Testing

@testable import PassoDefinition

/// What Graphviz makes of our pictures.
@Suite(.enabled(if: Painter.dot != nil, "Graphviz is not installed: apt-get install graphviz"))
struct GraphvizTests {
    @Test func `draws every text as it is`() throws {
        let size = 70
        for start in stride(from: 0, to: Naughty.texts.count, by: size) {
            let texts = Array(Naughty.texts[start...].prefix(size))
            let graph = Naughty.graph(texts)
            let reading = try Painter.draw(dot: graph.dot)
            #expect(reading.problem.isEmpty, "\(texts)")
            let seen = Set(reading.lines.map { Self.spaced($0) })
            let missing = Naughty.lines(of: graph).filter { !seen.contains(Self.spaced($0)) }
            #expect(missing.isEmpty)
        }
    }

    @Test func `takes every id`() throws {
        let graph = Naughty.graph(Naughty.ids, ids: Naughty.ids)
        let reading = try Painter.draw(dot: graph.dot)
        #expect(reading.problem.isEmpty)
    }

    @Test(arguments: Shipped.definitions, ["en", "da", "pl", "pt", "it"])
    func `draws the shipped definitions without a complaint`(path: String, locale: String) throws {
        let graph = try Shipped.definition(path).graph(locale: locale)
        let reading = try Painter.draw(dot: graph.dot)
        #expect(reading.problem.isEmpty)
        #expect(
            Set(Naughty.lines(of: graph)).subtracting(reading.lines.map { Self.spaced($0) }).isEmpty
        )
    }

    /// Graphviz writes a space that does not break, and U+FFFD for what XML cannot say.
    private static func spaced(_ text: String) -> String {
        text.replacing("\u{A0}", with: " ").replacing("\u{FFFE}", with: "\u{FFFD}")
    }
}
