import Foundation
import PassoDiagnostics
import PassoTesting
import PassoText
import Testing

@testable import PassoCatalog

/// Our workbooks opened in LibreOffice and saved from there.
@Suite(.enabled(if: Spreadsheet.isInstalled, "LibreOffice is not installed; Tools/test does that"))
struct XLSXLibreOfficeTests {
    static let formats = [["xlsx"], ["ods", "xlsx"]]

    @Test(arguments: formats)
    func `saves every bundle in every language without a loss`(formats: [String]) throws {
        let documents = ExchangeSamples.shipped.filter {
            TestEnvironment.isFull || $0.bundle == "desk"
        }
        #expect(documents.count >= 4)
        let saved = try Spreadsheet.convert(
            documents.map { XLSXCodec.write($0) },
            through: formats
        )
        for (document, bytes) in zip(documents, saved) {
            try XLSXCodec.expect(document, in: bytes)
        }
    }

    @Test(arguments: formats)
    func `keeps naughty strings`(formats: [String]) throws {
        let document = try ExchangeSamples.naughty { Self.isLost($0, formats) }
        #expect(document.units.count > 50)
        let saved = try Spreadsheet.convert([XLSXCodec.write(document)], through: formats)
        for bytes in saved {
            try XLSXCodec.expect(document, in: bytes)
        }
    }

    /// What LibreOffice itself loses: of a line break its carriage return, and in a file of its own
    /// format every control character but line breaks, and what XML cannot hold.
    private static func isLost(_ scalar: Unicode.Scalar, _ formats: [String]) -> Bool {
        guard formats.contains("ods") else { return scalar == "\r" }
        return (scalar.value < 0x20 && scalar != "\n") || !XMLEscape.isAllowed(scalar)
    }
}
