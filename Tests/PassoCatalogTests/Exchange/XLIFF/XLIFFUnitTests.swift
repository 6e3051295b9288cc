import PassoCatalog
import PassoDiagnostics
import PassoTesting
import PassoText
import Testing

/// What a unit says beside its texts: key, state, stamp, segments.
@Suite struct XLIFFUnitTests {
    static let first: [(String, String, ReturnedState?)] = [
        ("", "state=\"new\"", .needsReview), ("", "state=\"needs-translation\"", .needsReview),
        ("", "state=\"needs-review-translation\"", .needsReview),
        ("", "state=\"translated\"", .translated), ("", "state=\"signed-off\"", .translated),
        ("", "state=\"final\"", .translated), ("", "state=\"x-mine\"", nil), ("", "", nil),
        ("approved=\"no\"", "", nil), ("approved=\"yes\"", "", .translated),
        ("approved=\"yes\"", "state=\"needs-translation\"", .translated),
        ("approved=\"no\"", "state=\"translated\"", .translated),
    ]

    @Test(arguments: first)
    func `a state of XLIFF 1 is read`(unit: String, target: String, state: ReturnedState?) throws {
        let text = XLIFFPieces.one("<source>a</source><target \(target)>b</target>", unit: unit)
        #expect(try XLIFFPieces.unit(text).state == state)
    }

    @Test(arguments: ["new", "needs-translation", "needs-l10n"])
    func `a state without a text is one of new messages`(state: String) throws {
        let text = XLIFFPieces.one("<source>a</source><target state=\"\(state)\"/>")
        #expect(try XLIFFPieces.unit(text).state == .new)
    }

    static let second: [(String, String, ReturnedState?)] = [
        ("state=\"initial\"", "<target>b</target>", .needsReview),
        ("state=\"initial\"", "", .new), ("state=\"translated\"", "", .new),
        ("state=\"translated\"", "<target>b</target>", .translated),
        ("state=\"reviewed\"", "<target>b</target>", .translated),
        ("state=\"final\"", "<target>b</target>", .translated), ("", "<target>b</target>", nil),
        (
            "state=\"translated\" subState=\"passo:needs-review\"", "<target>b</target>",
            .needsReview
        ),
        ("state=\"translated\" subState=\"passo:stale\"", "<target>b</target>", .translated),
        ("state=\"translated\" subState=\"other:needs-review\"", "<target>b</target>", .translated),
    ]

    @Test(arguments: second)
    func `a state of XLIFF 2 is read`(segment: String, target: String, state: ReturnedState?) throws
    {
        let content = "<segment \(segment)><source>a</source>\(target)</segment>"
        #expect(try XLIFFPieces.unit(XLIFFPieces.two(content)).state == state)
    }

    @Test(arguments: [("b", ReturnedState.needsReview), ("c", .translated)])
    func `our own state means nothing once the text has changed`(
        target: String,
        state: ReturnedState
    ) throws {
        let stamp = ExchangeStamp(source: TextHash("a"), target: TextHash("b"))
        let metadata =
            "<m:metadata xmlns:m=\"urn:oasis:names:tc:xliff:metadata:2.0\"><m:metaGroup category=\"passo\">"
            + "<m:meta type=\"stamp\">\n\(stamp)\n</m:meta></m:metaGroup></m:metadata>"
        let segment =
            "<segment state=\"translated\" subState=\"passo:needs-review\">"
            + "<source>a</source><target>\(target)</target></segment>"
        let unit = try XLIFFPieces.unit(XLIFFPieces.two(metadata + segment))
        #expect(unit.stamp == stamp)
        #expect(unit.state == state)
    }

    static let segments: [(String, String?, ReturnedState?)] = [
        (
            "<segment state=\"final\"><source>A.</source><target>Å.</target></segment>"
                + "<ignorable><source> \n</source></ignorable>"
                + "<segment state=\"initial\"><source>B.</source><target>Ø.</target></segment>",
            "Å. \nØ.", .needsReview
        ),
        (
            "<segment><source>A.</source><target order=\"3\">Å.</target></segment>"
                + "<ignorable><source> \n</source><target order=\"2\">, </target></ignorable>"
                + "<segment><source>B.</source><target order=\"1\">Ø</target></segment>",
            "Ø, Å.", nil
        ),
        (
            "<segment state=\"final\"><source>A.</source><target>Å.</target></segment>"
                + "<ignorable><source> \n</source></ignorable>"
                + "<segment state=\"initial\"><source>B.</source></segment>",
            nil, .new
        ),
    ]

    @Test(arguments: segments)
    func `segments become one text again`(
        content: String,
        target: String?,
        state: ReturnedState?
    ) throws {
        let unit = try XLIFFPieces.unit(XLIFFPieces.two(content))
        #expect(unit.mistakes.map(\.summary).isEmpty)
        #expect(unit.source?.text == "A. \nB.")
        #expect(unit.target?.text == target)
        #expect(unit.state == state)
    }

    @Test func `proposals, segmentation and other namespaces are passed over`() throws {
        let text = XLIFFPieces.one(
            """
            <source o:x="1" xmlns:o="urn:o">a</source><seg-source><mrk mtype="seg" mid="0">no</mrk></seg-source>
            <target>b</target><alt-trans><source>no</source><target>no</target></alt-trans>
            <o:target xmlns:o="urn:o">no</o:target><note>no</note>
            """
        )
        let unit = try XLIFFPieces.unit(text)
        #expect(unit.source?.text == "a")
        #expect(unit.target?.text == "b")
        #expect(unit.stamp == nil)
    }

    @Test func `matches are passed over`() throws {
        let matches =
            "<mtc:matches xmlns:mtc=\"urn:oasis:names:tc:xliff:matches:2.0\"><mtc:match ref=\"#s\">"
            + "<source>no</source><target>no</target></mtc:match></mtc:matches>"
        let segment = "<segment id=\"s\"><source>a</source><target>b</target></segment>"
        let unit = try XLIFFPieces.unit(XLIFFPieces.two(matches + segment))
        #expect(unit.source?.text == "a")
        #expect(unit.target?.text == "b")
    }

    @Test(arguments: [
        ("id=\"a\" resname=\"b\"", "b"), ("id=\"a\" resname=\"\"", "a"), ("id=\"a\"", "a"),
        ("id=\"\"", ""), ("id=\"two words\"", "two words"), ("id='&quot;&#10;é'", "\"\né"),
    ])
    func `the key of XLIFF 1 is the name, or else the identifier`(
        attributes: String,
        key: String
    ) throws {
        let text = XLIFFPieces.one("<source>a</source>").replacing("id=\"a.b\"", with: attributes)
        let unit = try XLIFFPieces.unit(text)
        #expect(unit.key == key)
        #expect(unit.mistakes.map(\.summary).isEmpty)
    }

    @Test(arguments: [
        ("id=\"a\" name=\"b\"", "b"), ("id=\"a\"", "a"), ("id=\"two_x20_words\"", "two words"),
        ("id=\"_x_\"", ""),
    ])
    func `the key of XLIFF 2 is the name, or else behind the identifier`(
        attributes: String,
        key: String
    ) throws {
        let text = XLIFFPieces.two("<segment><source>a</source></segment>")
            .replacing("id=\"u\" name=\"a.b\"", with: attributes)
        #expect(try XLIFFPieces.unit(text).key == key)
    }

    @Test func `groups and several files of one bundle are one document`() throws {
        let text = """
            <xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2">
              <file original="desk" source-language="en_US" target-language="pt-br" datatype="x"><body>
                <group><trans-unit id="a"><source>a</source></trans-unit>
                <group><trans-unit id="b"><source>b</source></trans-unit></group></group></body></file>
              <file original="desk" source-language="en-US" target-language="pt-BR" datatype="x"><body>
                <bin-unit id="x" mime-type="image"><bin-source/></bin-unit>
                <trans-unit id="c"><source>c</source></trans-unit></body></file>
              <file original="desk" source-language="en-US" target-language="pt-BR" datatype="x"/>
            </xliff>
            """
        let (document, diagnostics) = XLIFFPieces.read(text)
        #expect(diagnostics.map(\.summary).isEmpty)
        #expect(document?.units.map(\.key) == ["a", "b", "c"])
        #expect(document?.bundle == "desk")
        #expect(document?.sourceLocale == "en-US")
        #expect(document?.targetLocale == "pt-BR")
        let range = try #require(document?.targetLocaleRange)
        #expect(document?.source.text(in: range) == "pt-br")
    }
}
