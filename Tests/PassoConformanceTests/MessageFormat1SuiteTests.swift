import Foundation
import PassoTesting
import Testing

@testable import passo_conformance

@Suite struct MessageFormat1SuiteTests {
    static let published = TestEnvironment.conformance("mf1")

    @Test(.enabled(if: published != nil, "no conformance data beside the package"))
    func `passes all published cases`() throws {
        let folder = try #require(Self.published)
        let report = try #require(MessageFormat1Suite().run(in: folder))
        #expect(report.failures.isEmpty)
        #expect(report.passed == 92)
        #expect(report.summary == "92 passed, 0 failed, 0 skipped")
    }

    /// Cases that are wrong in one way each, and what is said of them.
    @Test(arguments: [
        (
            "{a}", #"{"val": [{"type": 1, "value": "b"}], "err": null}"#,
            "the name 'a' instead of 'b'"
        ),
        (
            "{a}", #"{"val": [{"type": 0, "value": "{a}"}], "err": null}"#,
            "the name 'a' instead of '{a}'"
        ),
        ("a", #"{"val": [{"type": 0, "value": "b"}], "err": null}"#, "the text 'a' instead of 'b'"),
        ("{a}", #"{"val": [], "err": null}"#, "1 elements instead of 0"),
        (
            "ż😀{a}",
            #"{"val": [{"type": 0, "value": "ż😀"}, {"type": 1, "value": "a", "location": {"start": {"offset": 4}, "end": {"offset": 7}}}], "err": null}"#,
            "the place (3, 6) instead of (4, 7)"
        ),
        (
            "{a, number, percent}",
            #"{"val": [{"type": 2, "value": "a", "style": "integer"}], "err": null}"#,
            "instead of a number"
        ),
        (
            "{n, plural, offset:1 other{}}",
            #"{"val": [{"type": 6, "value": "n", "options": {"other": {"value": []}}, "offset": 0, "pluralType": "cardinal"}], "err": null}"#,
            "instead of a plural"
        ),
        (
            "{n, select, a{} other{}}",
            #"{"val": [{"type": 5, "value": "n", "options": {"other": {"value": []}, "b": {"value": []}}}], "err": null}"#,
            "the branch"
        ),
        ("a", "no JSON", "the file is not"),
    ])
    func `fails what differs`(pattern: String, expected: String, reason: String) throws {
        let report = try Self.report(["wrong": "\(pattern)\n---\n{}\n---\n\(expected)"])
        #expect(report.summary == "0 passed, 1 failed, 0 skipped")
        #expect(report.failures.first?.id == "wrong")
        #expect(report.failures.first?.reason.contains(reason) == true, "\(report.failures)")
    }

    @Test func `lets ICU decide where FormatJS differs, and says so`() throws {
        let quoted = #"""
            {"val": [{"type": 5, "value": "n", "options": {"other": {"value": [{"type": 0, "value": "# x"}]}}}],
            "err": null}
            """#
        let report = try Self.report([
            "tag": "<a>\n---\n{}\n---\n{\"val\": null, \"err\": {\"kind\": 27}}",
            "quote": "{n, select, other{'#' x}}\n---\n{}\n---\n\(quoted)",
            "other": "{n, plural, one{}}\n---\n{}\n---\n{\"val\": [], \"err\": null}",
        ])
        #expect(report.summary == "3 passed, 0 failed, 0 skipped")
        #expect(
            report.notes == [
                "other: FormatJS takes it, ICU decides: a selector needs the branch other",
                "quote: FormatJS reads it otherwise (the text ''#' x' instead of '# x'), ICU decides by its text",
                "tag: FormatJS refuses it, ICU decides: tags are text",
            ]
        )
    }

    @Test func `finds no cases in a folder without any`() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "no-such-folder")
        #expect(MessageFormat1Suite().run(in: folder) == nil)
    }

    private static func report(_ cases: [String: String]) throws -> ConformanceReport {
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "mf1-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        for (name, text) in cases {
            try Data(text.utf8).write(to: folder.appending(path: name + ".txt"))
        }
        return try #require(MessageFormat1Suite().run(in: folder))
    }
}
