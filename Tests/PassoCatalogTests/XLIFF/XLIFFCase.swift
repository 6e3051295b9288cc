import PassoDiagnostics
import PassoTesting
import PassoText
import Testing

@testable import PassoCatalog

/// A small file with one mistake: its id without `xliff-`, and the place between `1️⃣` and `2️⃣`.
struct XLIFFCase: CustomTestStringConvertible {
    let id: String
    let text: String

    var testDescription: String { "\(id): \(text.dropFirst(XLIFFCase.head.count))" }

    /// A whole file.
    init(_ id: String, _ text: String) {
        self.id = id
        self.text = text
    }

    /// The content of the root.
    static func root(_ id: String, _ body: String) -> Self {
        .init(id, "\(head)\(body)</xliff>")
    }

    /// The content of a file, before a good unit.
    static func file(_ id: String, _ body: String) -> Self {
        .root(id, "<file id='f'>\(body)\(good)</file>")
    }

    /// The content of a unit.
    static func unit(_ id: String, _ body: String) -> Self {
        .root(id, "<file id='f'><unit id='u'>\(body)</unit></file>")
    }

    /// What stands in a unit before its segment.
    static func before(_ id: String, _ body: String) -> Self {
        .unit(id, body + "<segment id='s'><source>a</source></segment>")
    }

    /// The content of a source; there is original data `d1` and a note `n1`.
    static func source(_ id: String, _ inline: String) -> Self {
        .unit(id, "\(details)<segment id='s'><source>\(inline)</source></segment>")
    }

    /// The contents of a source and of its target.
    static func both(_ id: String, _ source: String, _ target: String) -> Self {
        .unit(
            id,
            details
                + "<segment><source>\(source)</source><target>\(target)</target></segment>"
        )
    }

    static let good = "<unit id='u'><segment><source>a</source></segment></unit>"

    private static let details = """
        <notes><note id='n1'>x</note></notes><originalData><data id='d1'>x</data></originalData>
        """

    static let head = """
        <xliff xmlns='urn:oasis:names:tc:xliff:document:2.0' version='2.1' srcLang='en' trgLang='da' \
        xmlns:my='urn:my' xmlns:fs='urn:oasis:names:tc:xliff:fs:2.0' \
        xmlns:mtc='urn:oasis:names:tc:xliff:matches:2.0' \
        xmlns:gls='urn:oasis:names:tc:xliff:glossary:2.0' \
        xmlns:mda='urn:oasis:names:tc:xliff:metadata:2.0' \
        xmlns:res='urn:oasis:names:tc:xliff:resourcedata:2.0' \
        xmlns:ctr='urn:oasis:names:tc:xliff:changetracking:2.0' \
        xmlns:slr='urn:oasis:names:tc:xliff:sizerestriction:2.0' \
        xmlns:val='urn:oasis:names:tc:xliff:validation:2.0' \
        xmlns:its='http://www.w3.org/2005/11/its' xmlns:itsm='urn:oasis:names:tc:xliff:itsm:2.1' \
        its:version='2.0'>
        """

    /// Expects exactly this mistake at this place.
    func check(sourceLocation: SourceLocation = #_sourceLocation) throws {
        let marked = MarkedText(text)
        let found = try Self.diagnostics(of: marked.text)
        let shown = found.map { "\($0.id) '\($0.source.text(in: $0.range))'" }
        #expect(shown.count == 1, "\(shown)", sourceLocation: sourceLocation)
        let first = try #require(found.first, "nothing found", sourceLocation: sourceLocation)
        #expect(first.id.rawValue == "xliff-\(id)", "\(shown)", sourceLocation: sourceLocation)
        #expect(
            first.range.offsets == marked.range(1, 2),
            "\(shown)",
            sourceLocation: sourceLocation
        )
    }

    /// What the rules say of a well-formed file.
    static func diagnostics(of text: String) throws -> [Diagnostic] {
        let (document, mistakes) = XMLReader.read(SourceText(name: "a.xlf", text))
        #expect(mistakes.isEmpty, "\(text)")
        return XLIFFValidation.diagnostics(of: try #require(document))
    }
}
