import Foundation
import PassoCatalog
import PassoDiagnostics
import PassoTesting
import Testing

/// The official test suite of XLIFF 2.1 through the reader of translators' files.
@Suite(
    .enabled(
        if: TestEnvironment.conformance("xliff/test-suite-2.1") != nil,
        "the test suite of XLIFF 2.1 is absent"
    )
)
struct XLIFFPublishedTests {
    private static let folder = "xliff/test-suite-2.1/xliff-21/test-suite"

    /// The files of a folder of the suite, by name.
    private static func files(_ name: String) -> [SourceText] {
        let place = TestEnvironment.conformance("\(folder)/\(name)")?.path ?? ""
        let names = FileManager.default.enumerator(atPath: place)?.compactMap { $0 as? String }
        return (names ?? []).filter { $0.hasSuffix(".xlf") }.sorted().compactMap { name in
            FileManager.default.contents(atPath: "\(place)/\(name)").map {
                SourceText(name: name, utf8: Array($0))
            }
        }
    }

    @Test(arguments: ["core/valid", "modules/valid"])
    func `valid files are read, every message of them`(folder: String) {
        let files = Self.files(folder)
        #expect(files.count > 20)
        for file in files {
            let (document, problems) = XLIFF2Codec.read(file, limits: .standard)
            #expect(!problems.contains { $0.severity == .error }, "\(file.name)")
            #expect(document != nil, "\(file.name)")
            let mistakes = document?.units.flatMap(\.mistakes).map(\.id) ?? []
            // Codes may say nothing about themselves, and files may belong together.
            let known: Set<DiagnosticID> = [
                "xliff-inline", "xliff-several-files", "exchange-twice",
            ]
            #expect(mistakes.allSatisfy(known.contains), "\(file.name) \(mistakes)")
        }
    }

    @Test func `invalid files are refused with a place, or the message that is wrong in them is`() {
        let files = Self.files("core/invalid")
        #expect(files.count == 119)
        for file in files {
            let (document, problems) = XLIFF2Codec.read(file, limits: .standard)
            let mistakes = problems + (document?.units.flatMap(\.mistakes) ?? [])
            let errors = mistakes.filter { $0.severity == .error }
            #expect(!errors.isEmpty, "\(file.name)")
            for error in errors {
                #expect(error.range.upperBound <= file.utf8.count, "\(file.name)")
                #expect(error.range.upperBound > 0, "\(file.name)")
            }
        }
    }
}
