import Foundation
import PassoCatalog
import PassoDiagnostics
import PassoTesting
import PassoText
import Testing

/// Our files through the XLIFF classes of translate-toolkit, which Weblate and Virtaal open them with.
@Suite(.enabled(if: TranslateToolkit.python != nil, "translate-toolkit is not installed"))
struct XLIFFToolkitTests {
    @Test(arguments: XLIFFSamples.Format.allCases)
    func `every bundle is read and written back without a loss`(format: XLIFFSamples.Format) throws
    {
        var documents = ExchangeSamples.shipped + [XLIFFSamples.small]
        documents.append(
            try ExchangeSamples.naughty { format == .xliff1 && !XLIFFRoundTripTests.isXML($0) }
        )
        let files = try documents.map { (name: $0.bundle, bytes: try format.codec.write($0)) }
        try TranslateToolkit.rewrite(files, as: "\(format)") { _, copies in
            let complaints = try XLIFFSchema.complaints(about: copies, format)
            #expect(complaints == nil)
            for (document, copy) in zip(documents, copies) {
                let (returned, diagnostics) = format.read(SourceText(name: "copy.xlf", utf8: copy))
                #expect(diagnostics.map(\.summary).isEmpty)
                #expect(ExchangeSamples.loss(of: document, in: returned) == nil)
            }
        }
    }

    /// Every state that a message can have when its translator opens it.
    @Test(arguments: XLIFFSamples.Format.allCases, TranslationState.allCases)
    func `a text changed in it comes back as it was typed, and is done`(
        format: XLIFFSamples.Format,
        state: TranslationState
    ) throws {
        var document = try #require(ExchangeSamples.shipped.first)
        let place = try #require(document.units.firstIndex { $0.state == state })
        let text = " En \"ny\" tekst\nmed {n}, <b> & \t'…' "
        let changes = [document.units[place].key: text]
        let file = (name: "da.xlf", bytes: try format.codec.write(document))
        let stamp = document.units[place].stamp
        try TranslateToolkit.rewrite([file], as: "\(format)", changing: changes) { _, copies in
            let source = SourceText(name: "da.xlf", utf8: try #require(copies.first))
            let (returned, diagnostics) = format.read(source)
            #expect(diagnostics.map(\.summary).isEmpty)
            let unit = try #require(returned?.units[place])
            #expect(unit.target?.text == text)
            #expect(unit.state == .translated)
            #expect(unit.stamp == stamp)
            document.units.remove(at: place)
            var rest = returned
            rest?.units.remove(at: place)
            #expect(ExchangeSamples.loss(of: document, in: rest) == nil)
        }
    }

    @Test func `the way of editors that know elements comes back, too`() throws {
        let document = XLIFFSamples.small
        let file = (name: "da.xlf", bytes: try XLIFF1Codec.write(document))
        let changes = ["under_xscore": "Klokken <ringer>"]
        try TranslateToolkit.rewrite([file], as: "xliff1", changing: changes, isRich: true) {
            let copy = try #require($1.first)
            let source = SourceText(name: "da.xlf", utf8: copy)
            let (returned, diagnostics) = XLIFF1Codec.read(source, limits: .standard)
            #expect(diagnostics.map(\.summary).isEmpty)
            #expect(returned?.units.map(\.mistakes.count) == [0, 0, 0, 0])
            #expect(returned?.units.last?.target?.text == "Klokken <ringer>")
        }
    }

    @Test func `its converter makes PO of XLIFF, with what we tell translators`() throws {
        let document = XLIFFSamples.small
        try withFiles(["a.txt": ""]) { folder in
            let bytes = try XLIFF1Codec.write(document)
            try Data(bytes).write(to: URL(filePath: "\(folder)/da.xlf"))
            let converter = try #require(TranslateToolkit.python)
                .deletingLastPathComponent().appending(path: "xliff2po")
            let run = try OutsideProgram(converter).run(
                ["--progress=none", "\(folder)/da.xlf", "\(folder)/da.po"]
            )
            try #require(run.status == 0, "\(run.output)")
            let text = try String(contentsOf: URL(filePath: "\(folder)/da.po"), encoding: .utf8)
            #expect(text.contains("#. Button: saves the request & closes the form."))
            #expect(text.contains("msgid \"Save\"\nmsgstr \"Gem\""))
            #expect(text.contains("#, fuzzy"))
            #expect(text.contains("msgid \"\"\n\" a\\n\"\n\" b\\t\"\nmsgstr \"\""))
        }
    }
}
