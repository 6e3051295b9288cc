import Foundation
import PassoDiagnostics
import PassoTesting
import PassoText
import Testing

@testable import PassoCatalog

/// Our workbooks in openpyxl, which many tools of translators are made with.
@Suite(
    .enabled(
        if: OpenPyXL.isInstalled,
        "openpyxl is not installed: Tools/test makes .build-python-test where PyPI is reached"
    )
)
struct OpenPyXLTests {
    @Test func `opens and saves every bundle and naughty strings without a loss`() throws {
        // Its library for XML turns a carriage return into a line break, and refuses controls.
        let naughty = try ExchangeSamples.naughty {
            ($0.value < 0x20 && !"\t\n".unicodeScalars.contains($0)) || !XMLEscape.isAllowed($0)
        }
        let documents = ExchangeSamples.shipped + [naughty]
        let saved = try OpenPyXL.rewrite(documents.map { XLSXCodec.write($0) })
        for (document, bytes) in zip(documents, saved) {
            try XLSXCodec.expect(document, in: bytes)
        }
    }

    @Test func `a cell filled in there is taken, and a formula is refused`() throws {
        let document = ExchangeSamples.document(["a", "b", "c"])
        let bytes = XLSXCodec.write(document)
        let saved = try OpenPyXL.rewrite(
            [bytes],
            changing: [("C2", "ny\n tekst "), ("C3", "=1+1"), ("D4", "stale")]
        )
        let source = SourceText(name: "a.xlsx", utf8: try #require(saved.first))
        let (returned, mistakes) = XLSXCodec.read(source)
        #expect(mistakes.isEmpty)
        let units = try #require(returned?.units)
        #expect(units.map(\.place) == ["C2", "C3", "C4"])
        #expect(units[0].target?.text == "ny\n tekst ")
        #expect(units[1].mistakes.map(\.id) == ["workbook-cell"])
        #expect(units[1].target == nil)
        #expect(units[2].state == .needsReview)
        #expect(units[2].mistakes.isEmpty)
    }
}

/// The Python with openpyxl that `Tools/test` installs.
enum OpenPyXL {
    static let isInstalled: Bool = {
        guard let python = TranslateToolkit.python.map(OutsideProgram.init) else { return false }
        // A Python that cannot be run has no openpyxl either.
        return (try? python.run(["-c", "import openpyxl"]))?.status == 0
    }()

    /// Has workbooks, with some cells changed, opened and saved; gives the bytes of what was saved.
    static func rewrite(
        _ files: [[UInt8]],
        changing changes: [(cell: String, text: String)] = []
    ) throws -> [[UInt8]] {
        let python = OutsideProgram(try #require(TranslateToolkit.python))
        let script = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "OpenPyXL/rewrite.py")
        var saved: [[UInt8]] = []
        try withFiles([:]) { folder in
            var arguments = [script.path]
            for (number, bytes) in files.enumerated() {
                try Data(bytes).write(to: URL(filePath: "\(folder)/\(number).xlsx"))
                arguments.append("\(folder)/\(number).xlsx=\(folder)/\(number).copy.xlsx")
            }
            for (cell, text) in changes { arguments += ["--set", "\(cell)=\(text)"] }
            let run = try python.run(arguments)
            #expect(run.status == 0, "\(run.output)")
            #expect(run.output.hasPrefix("openpyxl 3.1."), "\(run.output)")
            saved = try files.indices.map {
                Array(try Data(contentsOf: URL(filePath: "\(folder)/\($0).copy.xlsx")))
            }
        }
        return saved
    }
}
