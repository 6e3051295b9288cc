import PassoDiagnostics
import PassoTesting
import PassoText
import Testing

@testable import PassoCatalog

/// What hostile and huge files cost.
@Suite struct XLIFFLimitTests {
    private static let laughs = (1...9).map { level in
        let inner = String(repeating: "&l\(level - 1);", count: 10)
        return "<!ENTITY l\(level) \"\(inner)\">"
    }.joined()

    @Test(arguments: [
        "<!DOCTYPE xliff [<!ENTITY l0 \"ha\">\(laughs)]>",
        "<!DOCTYPE xliff [<!ENTITY l9 SYSTEM \"file:///etc/passwd\">]>",
        "<!DOCTYPE xliff [<!ENTITY % p SYSTEM \"http://127.0.0.1:9/a.dtd\"> %p;]>",
        "<!DOCTYPE xliff SYSTEM \"http://127.0.0.1:9/a.dtd\">",
        "<!DOCTYPE xliff [<!ENTITY l9 \"\(String(repeating: "a", count: 100_000))\">]>",
        "<!DOCTYPE xliff [<!ATTLIST unit id CDATA \"x\">]>",
    ])
    func `entities are neither expanded nor fetched`(declaration: String) throws {
        let body = XLIFFCase.source("", String(repeating: "&l9;", count: 10_000)).text
        let source = SourceText(name: "a.xlf", declaration + body)
        let (document, mistakes) = XMLReader.read(source)
        #expect(document == nil)
        #expect(mistakes.map(\.id) == ["document-type"])
        #expect(mistakes.first?.range.lowerBound == 0)
        let (returned, diagnostics) = XLIFF2Codec.read(source, limits: .standard)
        #expect(returned == nil)
        #expect(diagnostics.map(\.id) == ["document-type"])
    }

    @Test func `an entity without a declaration is unknown`() throws {
        let source = SourceText(name: "a.xlf", XLIFFCase.source("", "&l9;").text)
        #expect(XMLReader.read(source).1.map(\.id) == ["unknown-entity"])
    }

    @Test(arguments: ["group", "pc", "my:x", "mda:metaGroup"])
    func `the deepest file is checked on a small stack`(name: String) throws {
        let depth = 240
        let open = (0..<depth).map { "<\(name) id='\(name.first ?? "a")\($0)'>" }.joined()
        let close = String(repeating: "</\(name)>", count: depth)
        let text =
            switch name {
            case "group": XLIFFCase.file("", open + close).text
            case "pc": XLIFFCase.source("", open + close).text
            case "my:x": XLIFFCase.before("", open + close).text
            default:
                XLIFFCase.before(
                    "",
                    "<mda:metadata>\(open)<mda:meta type='a'/>\(close)</mda:metadata>"
                ).text
            }
        let found = try onSmallStack { try XLIFFCase.diagnostics(of: text) }
        #expect(found.isEmpty)
    }

    @Test func `very many mistakes are told up to the limit, the first ones first`() throws {
        let units = (0..<5_000).map { "<unit id='u\($0)'><segment><src/></segment></unit>" }
        let found = try XLIFFCase.diagnostics(of: XLIFFCase.file("", units.joined()).text)
        #expect(found.count == ExchangeLimits.standard.maximumDiagnostics)
        let places = found.map(\.range.lowerBound)
        #expect(places == places.sorted())
        #expect(found.first?.source.position(at: places[0]).line == 1)
        #expect(found.map(\.id).prefix(2) == ["xliff-element-missing", "xliff-element"])
    }

    @Test func `time grows with the size of the file alone`() throws {
        func seconds(_ count: Int) throws -> Double {
            let units = (0..<count).map { number in
                "<unit id='u\(number)'><notes><note id='n'>x</note></notes><segment><source>"
                    + "<mrk id='m' type='comment' ref='#f=f/u=u\(number)/n=n'><ph id='p' "
                    + "subFlows='u\(count - 1 - number)'/></mrk></source></segment></unit>"
            }
            let text = XLIFFCase.head + "<file id='f'>\(units.joined())</file></xliff>"
            let (document, _) = XMLReader.read(SourceText(name: "a.xlf", text))
            let read = try #require(document)
            let clock = ContinuousClock()
            var best = Double.infinity
            for _ in 0..<3 {
                let duration = clock.measure {
                    #expect(XLIFFValidation.diagnostics(of: read).isEmpty)
                }
                best = min(best, duration / .seconds(1))
            }
            return best
        }
        guard TestEnvironment.isFull else {
            _ = try seconds(200)
            return
        }
        let small = try seconds(1_000)
        let large = try seconds(8_000)
        #expect(large < 8 * small * 4, "\(small) s and \(large) s")
    }
}
