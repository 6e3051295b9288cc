import Foundation
import PassoTesting
import Testing

@testable import passo_conformance

@Suite struct XLIFFSuiteTests {
    static let published = TestEnvironment.conformance("xliff")

    @Test(.enabled(if: published != nil, "no conformance data beside the package"))
    func `takes all valid files and refuses all invalid ones`() throws {
        let folder = try #require(Self.published)
        let report = try #require(XLIFFSuite().run(in: folder))
        #expect(report.failures.isEmpty)
        #expect(report.summary == "239 passed, 0 failed, 0 skipped")
        let invalid = XLIFFSuite.files(in: folder).filter { !$0.isValid }
        #expect(invalid.count { $0.id.contains("core/") } == 119)
        #expect(invalid.count { $0.id.contains("modules/") } == 43)
    }

    @Test func `fails a good file among the invalid ones, and a bad one among the valid ones`()
        throws
    {
        let good = """
            <xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="en">
            <file id="f"><unit id="u"><segment><source>a</source></segment></unit></file></xliff>
            """
        let bad = good.replacing("<source>", with: "<source dir=\"ltr\">")
        let report = try Self.report(["valid": ["a": good, "b": bad], "invalid": ["a": good]])
        #expect(report.summary == "1 passed, 2 failed, 0 skipped")
        #expect(
            report.failures.map { "\($0.id): \($0.reason)" } == [
                "core/invalid/a.xlf: not refused",
                "core/valid/b.xlf: refused: 2:44: xliff-attribute(name: 'dir', element: 'source', "
                    + "allowed: ['xml:lang', 'xml:space'], takes: 'some')",
            ]
        )
    }

    @Test func `finds no cases in a folder without any`() {
        let folder = FileManager.default.temporaryDirectory.appending(path: "no-such-folder")
        #expect(XLIFFSuite().run(in: folder) == nil)
    }

    private static func report(_ cases: [String: [String: String]]) throws -> ConformanceReport {
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "xliff-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        for (kind, files) in cases {
            let place = folder.appending(path: "core/\(kind)")
            try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
            for (name, text) in files {
                try Data(text.utf8).write(to: place.appending(path: name + ".xlf"))
            }
        }
        return try #require(XLIFFSuite().run(in: folder))
    }
}
