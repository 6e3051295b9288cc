import PassoDiagnostics
import Testing

@testable import PassoText

@Suite struct MarkupVisitorTests {
    /// Takes the elements of a name, and keeps what they are and stand in.
    private struct Taker: MarkupVisitor {
        let name: String
        var taken: [String] = []

        mutating func takes(_ element: MarkupElement, within parents: [MarkupTag]) -> Bool {
            guard element.name.local == name else { return false }
            let path = parents.map(\.name.local).joined(separator: "/")
            taken.append("\(path): \(element.standaloneText)")
            return true
        }
    }

    @Test func `an element that is taken is whole, and the document goes without it`() throws {
        let text = """
            <a xmlns:p="urn:p">
              <b><c p:d="1">x</c>y</b>
              <e/>
              <b/>
            </a>
            """
        var taker = Taker(name: "b")
        let source = SourceText(name: "a.xml", text)
        let (document, mistakes) = XMLReader.read(source, visitor: &taker)
        #expect(mistakes.isEmpty)
        #expect(taker.taken == [#"a: <b xmlns:p="urn:p"><c p:d="1">x</c>y</b>"#, "a: <b/>"])
        let root = try #require(document?.root)
        #expect(root.standaloneText == "<a xmlns:p=\"urn:p\">\n  <e/>\n</a>")
    }

    @Test func `elements that are taken do not count towards the nodes in memory`() {
        let text = "<a>" + String(repeating: "<b><c/></b>\n", count: 1_000) + "</a>"
        var limits = XMLLimits()
        // The root, the line break that is kept until the next one is taken, and two elements.
        limits.maximumNodes = 4
        let source = SourceText(name: "a.xml", text)
        var taker = Taker(name: "b")
        #expect(XMLReader.read(source, limits: limits, visitor: &taker).1.isEmpty)
        #expect(taker.taken.count == 1_000)
        limits.maximumNodes = 3
        var other = Taker(name: "b")
        let (document, mistakes) = XMLReader.read(source, limits: limits, visitor: &other)
        #expect(document == nil)
        #expect(mistakes.map(\.id) == ["element-limit"])
    }

    @Test func `nothing is taken out of a document that is not well-formed`() {
        var taker = Taker(name: "b")
        let source = SourceText(name: "a.xml", "<a><b/><b></a>")
        let (document, mistakes) = XMLReader.read(source, visitor: &taker)
        #expect(document == nil)
        #expect(!mistakes.isEmpty)
        #expect(taker.taken.isEmpty)
    }
}
