import FoundationXML
import Foundation
import PassoDiagnostics
import PassoTesting
import PassoText
import Testing

@Suite struct RandomXMLTests {
    static let rounds = TestEnvironment.isFull ? 50_000 : 1_000

    @Test func `reads any document, and what it writes of it reads the same`() throws {
        var random = SeededRandom()
        for _ in 0..<Self.rounds {
            var writer = RandomXML(random: SeededRandom(seed: random.next()))
            let text = writer.document()
            let source = SourceText(name: "a.xml", text)
            let (document, problems) = XMLReader.read(source)
            #expect(problems.map(\.summary) == [], "\(random)\n\(text)")
            #expect(XMLCheck.faults(document, problems, in: source) == [], "\(random)\n\(text)")
            let root = try #require(document?.root)
            let written = try XMLWriter().write(XMLOutputElement(root))
            let (again, complaints) = XMLReader.read(SourceText(name: "b.xml", written))
            #expect(complaints.map(\.summary) == [], "\(random)\n\(written)")
            let twice = try again.map { try XMLWriter().write(XMLOutputElement($0.root)) }
            #expect(twice == written, "\(random)\n\(text)")
            let hasText = !root.texts.isEmpty
            let shape = XMLShape.of(.element(root))
            #expect(
                !hasText || again.map { XMLShape.of(.element($0.root)) } == shape,
                "\(random)\n\(text)"
            )
        }
    }

    @Test func `reads names, values and texts as libxml2 does`() throws {
        var random = SeededRandom()
        for _ in 0..<Self.rounds {
            var writer = RandomXML(random: SeededRandom(seed: random.next()))
            let text = writer.document()
            let (document, _) = XMLReader.read(SourceText(name: "a.xml", text))
            let reading = Libxml2Reading(text)
            let ours = document.map { Libxml2Reading.lines(of: $0.root) }
            #expect(ours == reading.lines, "\(random)\n\(text)")
        }
    }

    @Test func `reads any broken document without harm`() {
        var random = SeededRandom()
        var accepted = 0
        for _ in 0..<Self.rounds {
            var writer = RandomXML(random: SeededRandom(seed: random.next()))
            var mutation = Mutation(random: SeededRandom(seed: random.next()))
            let bytes = mutation.broken(writer.document(), with: Self.pieces)
            let source = SourceText(name: "a.xml", utf8: bytes)
            let text = source.text(in: SourceRange(0, bytes.count))
            let (document, problems) = XMLReader.read(source)
            #expect(XMLCheck.faults(document, problems, in: source) == [], "\(random)\n\(text)")
            if problems.isEmpty { accepted += 1 }
        }
        #expect(accepted > Self.rounds / 20)
    }

    private static let pieces: [String] = [
        "<", ">", "/>", "</", "<a>", "</a>", "<b/>", "&", "&amp;", "&x;", "&#1;", "&#65;", "\"",
        "'", "=",
        " ", "<!--", "-->", "--", "<![CDATA[", "]]>", "<?", "?>", "<?xml ?>", " a=\"1\"",
        " xmlns=''",
        " p:a='1'", "é", "\u{FFFE}", "\u{1}", "\0", "]", "&lt", "p:", ":", "<!DOCTYPE a>",
    ]
}

/// What libxml2 reads of a document: a line for each start, end and text.
private final class Libxml2Reading: NSObject, XMLParserDelegate {
    private(set) var lines: [String] = []

    init(_ text: String) {
        super.init()
        let parser = XMLParser(data: Data(text.utf8))
        parser.shouldProcessNamespaces = true
        parser.delegate = self
        _ = parser.parse()
    }

    func parser(
        _ parser: XMLParser,
        didStartElement name: String,
        namespaceURI: String?,
        qualifiedName: String?,
        attributes: [String: String]
    ) {
        let shown = attributes.filter { !$0.key.hasPrefix("xmlns") }.map { "\($0.key)=\($0.value)" }
        lines.append("< \(namespaceURI ?? "") \(name) \(shown.sorted())")
    }

    func parser(
        _ parser: XMLParser,
        didEndElement name: String,
        namespaceURI: String?,
        qualifiedName: String?
    ) {
        lines.append(">")
    }

    func parser(_ parser: XMLParser, foundCharacters text: String) { add(text) }

    func parser(_ parser: XMLParser, foundCDATA data: Data) {
        add(String(decoding: data, as: UTF8.self))
    }

    private func add(_ text: String) {
        if lines.last?.hasPrefix("'") == true {
            lines[lines.count - 1] += text
        } else {
            lines.append("'" + text)
        }
    }

    static func lines(of element: MarkupElement) -> [String] {
        let shown = element.attributes.filter { !$0.isDeclaration }.map {
            "\($0.name.qualified)=\($0.value.text)"
        }
        let reading = Libxml2Reading("")
        reading.lines = [
            "< \(element.name.namespace ?? "") \(element.name.local) \(shown.sorted())"
        ]
        for child in element.children {
            switch child {
            case .element(let element):
                reading.lines += lines(of: element)
            case .text(let text): if !text.scalar.text.isEmpty { reading.add(text.scalar.text) }
            case .comment, .instruction: break
            }
        }
        return reading.lines + [">"]
    }
}
