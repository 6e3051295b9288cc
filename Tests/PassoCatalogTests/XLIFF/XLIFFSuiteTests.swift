import Foundation
import PassoDiagnostics
import PassoTesting
import PassoText
import Testing

@testable import PassoCatalog

/// The OASIS test suite of XLIFF 2.1, file by file.
@Suite struct XLIFFSuiteTests {
    static let published = TestEnvironment.conformance("xliff/test-suite-2.1/xliff-21/test-suite")

    @Test(.enabled(if: published != nil, "no conformance data beside the package"))
    func `finds nothing wrong with the valid files of core and modules`() throws {
        let folders = ["core/valid", "core/in-out", "modules/valid"]
        let files = try folders.flatMap { try Self.files(in: $0) }
        #expect(files.count == 77)
        for file in files {
            #expect(Self.findings(in: file.text).isEmpty, "\(file.name)")
        }
    }

    @Test(.enabled(if: published != nil, "no conformance data beside the package"))
    func `finds in each invalid file what is wrong with it, on its line`() throws {
        let files = try ["core/invalid", "modules/invalid"].flatMap { try Self.files(in: $0) }
        let found = files.map { file in
            let name = file.name.replacing(#/^(bad_|Bad-)|\.xlf$/#, with: "")
            return ([name] + Self.findings(in: file.text)).joined(separator: " ")
        }
        #expect(found.count == 162)
        let expected = Self.expected.split(separator: "\n").map(String.init)
        #expect(
            lineDifference(
                expected: expected.joined(separator: "\n"),
                actual: found.joined(separator: "\n")
            ) == nil
        )
    }

    /// The lines and ids of all that is wrong with a file.
    private static func findings(in text: String) -> [String] {
        let source = SourceText(name: "a.xlf", text)
        let (document, mistakes) = XMLReader.read(source)
        let all = mistakes + (document.map { XLIFFValidation.diagnostics(of: $0) } ?? [])
        return all.map { mistake in
            let line = source.position(at: mistake.range.lowerBound).line
            let id = mistake.id.rawValue.replacing("xliff-", with: "")
            return "\(line):\(id)" + (mistake.severity == .error ? "" : "?")
        }
    }

    private static func files(in folder: String) throws -> [(name: String, text: String)] {
        let place = try #require(published).appending(path: folder)
        return try FileManager.default.contentsOfDirectory(atPath: place.path).sorted()
            .filter { $0.hasSuffix(".xlf") }.map { name in
                let data = try Data(contentsOf: place.appending(path: name))
                return (name, String(decoding: data, as: UTF8.self))
            }
    }
}
