import PassoCatalog
import PassoDiagnostics
import PassoTesting
import PassoText
import Testing

/// Files that are not read at all, and single messages that are not.
@Suite struct XLIFFMistakeTests {
    static let broken: [(String, [String])] = [
        ("", ["1:1-1 empty-file"]),
        ("Key,Translation\n", ["1:1-16 text-outside-root"]),
        ("<html version=\"1.2\"/>", ["1:2-6 xliff-root"]),
        ("<xliff xmlns=\"urn:oasis:names:tc:xliff:document:1.2\"/>", ["1:2-7 xliff-version"]),
        (
            "<xliff xmlns=\"urn:oasis:names:tc:xliff:document:2.0\" version=\"3.0\"/>",
            ["1:63-66 xliff-version"]
        ),
        ("<xliff version=\"1.2\"/>", ["1:2-7 wrong-namespace"]),
        (
            "<xliff xmlns=\"urn:oasis:names:tc:xliff:document:1.2\" version=\"2.1\"/>",
            ["1:15-52 wrong-namespace"]
        ),
        (
            "<xliff xmlns=\"urn:oasis:names:tc:xliff:document:1.2\" version=\"1.2\"/>",
            ["1:2-7 xliff-no-file"]
        ),
        (
            "<x:xliff xmlns:x=\"urn:oasis:names:tc:xliff:document:1.2\" version=\"1.2\"><file/></x:xliff>",
            ["1:2-9 xliff-no-file"]
        ),
        (
            "<xliff xmlns=\"urn:oasis:names:tc:xliff:document:1.2\" version=\"1.2\">",
            ["1:2-7 unclosed-element"]
        ),
        ("<xliff version=\"1.2\"><o:file/></xliff>", ["1:23-24 undeclared-prefix"]),
    ]

    @Test(arguments: broken)
    func `a file that is none is refused with a place`(text: String, mistakes: [String]) {
        let (document, problems) = XLIFFPieces.read(text)
        #expect(document == nil)
        #expect(problems.map(\.summary) == mistakes)
    }

    @Test func `a wrong namespace is repaired by its fix`() throws {
        let files = [
            "<xliff version=\"2.2\"/>",
            "<xliff xmlns=\"urn:oasis:names:tc:xliff:document:1.2\" version=\"2.1\"/>",
        ]
        for text in files {
            let problem = try #require(XLIFFPieces.read(text).1.first)
            let fixIt = try #require(problem.fixIts.first)
            var bytes = Array(text.utf8)
            bytes.replaceSubrange(fixIt.range.offsets, with: Array(fixIt.replacement.utf8))
            let (_, problems) = XLIFFPieces.read(String(decoding: bytes, as: UTF8.self))
            #expect(problems.map(\.id) == ["xliff-no-file"])
        }
    }

    @Test(arguments: [
        ("original=\"desk\"", "original=\"engine\""), ("\"da\"", "\"pl\""), ("\"en\"", "\"en-GB\""),
    ])
    func `messages of a second bundle or language are mistakes`(old: String, new: String) throws {
        let one = XLIFFPieces.one("<source>a</source>")
        let second = one.split(separator: "\n")[1...3].joined(separator: "\n")
            .replacing("a.b", with: "c.d").replacing(old, with: new)
        let (document, problems) = XLIFFPieces.read(
            one.replacing("</xliff>", with: second + "</xliff>")
        )
        #expect(problems.map(\.summary).isEmpty)
        let units = try #require(document?.units)
        #expect(units.map(\.mistakes.count) == [0, 1])
        #expect(units[1].mistakes.map(\.id) == ["xliff-several-files"])
        #expect(units[1].mistakes.first?.notes.map(\.id) == ["first-place"])
    }

    @Test func `a message without a key and one given twice are mistakes of their own`() throws {
        let unit = "<trans-unit id=\"a\"><source>a</source></trans-unit>"
        let text = XLIFFPieces.one("<source>b</source>").replacing(
            "</body>",
            with: unit + unit.replacing(">a<", with: ">x<")
                + "<trans-unit><source>c</source></trans-unit></body>"
        )
        let (document, problems) = XLIFFPieces.read(text)
        #expect(problems.map(\.summary).isEmpty)
        let units = try #require(document?.units)
        #expect(
            units.map { $0.mistakes.map(\.id.rawValue) } == [
                [], [], ["exchange-twice"], ["xliff-no-key"],
            ]
        )
    }

    @Test
    func `what breaks a rule of XLIFF 2 within a unit is its mistake, all others are the file's`()
        throws
    {
        let good = "<segment><source>a</source></segment>"
        let units =
            XLIFFPieces.two(good).replacing(
                "</file>",
                with:
                    "<unit id=\"v\" name=\"c\"><segment state=\"done\"><source>b</source></segment></unit></file>"
            )
        let (document, problems) = XLIFFPieces.read(units)
        #expect(problems.map(\.summary).isEmpty)
        #expect(document?.units.map(\.mistakes.isEmpty) == [true, false])
        let (none, others) = XLIFFPieces.read(
            XLIFFPieces.two(good).replacing("id=\"f\" ", with: "")
        )
        #expect(none == nil)
        #expect(others.contains { $0.severity == .error })
    }
}
