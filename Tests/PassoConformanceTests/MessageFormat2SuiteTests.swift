import Foundation
import PassoTesting
import Testing

@testable import passo_conformance

@Suite struct MessageFormat2SuiteTests {
    static let published = TestEnvironment.conformance("mf2")

    @Test(.enabled(if: published != nil, "no conformance data beside the package"))
    func `passes all published tests that apply`() throws {
        let folder = try #require(Self.published)
        let report = try #require(MessageFormat2Suite().run(in: folder))
        #expect(report.failures == [])
        #expect(report.passed + report.skipped == (try Self.count(folder)))
        #expect(report.skippedNames == [])
    }

    /// The number of tests by another way than the runner's.
    private static func count(_ folder: URL) throws -> Int {
        let files = try #require(FileManager.default.enumerator(atPath: folder.path))
        return try files.compactMap { $0 as? String }.filter { $0.hasSuffix(".json") }
            .reduce(0) { count, file in
                let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
                return count + text.components(separatedBy: "\"src\":").count - 1
            }
    }

    @Test func `the list of drafts is what the runner goes by`() throws {
        let root = try #require(TestEnvironment.packageRoot())
        let file = root.appending(path: "Tools/passo-conformance/MessageFormat2/drafts.tsv")
        let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").dropFirst()
        let listed = lines.map { $0.split(separator: "\t").map(String.init) }
        #expect(
            listed.map { [$0[0], $0[2], $0[3]] }
                == Draft.all.map {
                    [$0.name, $0.isSupported ? "supported" : "not applicable", $0.reason]
                }
        )
    }

    @Test(arguments: [
        ("{\"src\": \"a\", \"exp\": \"a\"}", "1 passed, 0 failed, 0 skipped", ""),
        (
            "{\"src\": \"a\", \"exp\": \"b\"}", "0 passed, 1 failed, 0 skipped",
            "says 'a' instead of 'b'"
        ),
        (
            "{\"src\": \"{$x}\"}", "0 passed, 1 failed, 0 skipped",
            "has the errors [\"unresolved-variable\"] instead of []"
        ),
        ("{\"src\": \"{$x}\", \"expErrors\": true}", "1 passed, 0 failed, 0 skipped", ""),
        (
            "{\"src\": \"a\", \"expErrors\": true}", "0 passed, 1 failed, 0 skipped",
            "has the errors []"
        ),
        (
            "{\"src\": \"{\", \"expErrors\": [{\"type\": \"syntax-error\"}]}",
            "1 passed, 0 failed, 0 skipped", ""
        ),
        (
            "{\"src\": \"a\", \"expErrors\": [{\"type\": \"syntax-error\"}]}",
            "0 passed, 1 failed, 0 skipped", "has the errors []"
        ),
        ("{\"src\": \"{{a}}\", \"expCleanSrc\": \"a\"}", "1 passed, 0 failed, 0 skipped", ""),
        (
            "{\"src\": \"a\", \"expCleanSrc\": \"b\"}", "0 passed, 1 failed, 0 skipped",
            "is written 'a'"
        ),
        (
            "{\"src\": \"{#b}\", \"expParts\": [{\"type\": \"markup\", \"kind\": \"open\", \"name\": \"b\"}]}",
            "1 passed, 0 failed, 0 skipped", ""
        ),
        (
            "{\"src\": \"{#b c=d}\", \"expParts\": [{\"type\": \"markup\", \"kind\": \"open\", \"name\": \"b\"}]}",
            "0 passed, 1 failed, 0 skipped", "has the parts"
        ),
        ("{\"src\": \"a\", \"expParts\": []}", "0 passed, 1 failed, 0 skipped", "has the parts"),
        (
            "{\"src\": \"{1 :number u:locale=fr}\", \"tags\": [\"u:locale\"]}",
            "0 passed, 0 failed, 1 skipped", ""
        ),
        ("{\"src\": 1}", "0 passed, 1 failed, 0 skipped", "not of a known form"),
        ("{}", "0 passed, 1 failed, 0 skipped", "has no src"),
        (
            "{\"src\": \"{$x :test:function decimalPlaces=1} {-2.75 :test:format decimalPlaces=1}\", \"exp\": \"1.0 -2.7\", \"params\": [{\"name\": \"x\", \"value\": 1}]}",
            "1 passed, 0 failed, 0 skipped", ""
        ),
        (
            "{\"src\": \"{1 :test:select}\", \"exp\": \"{|1|}\", \"expErrors\": [{\"type\": \"unsupported-operation\"}]}",
            "1 passed, 0 failed, 0 skipped", ""
        ),
        (
            "{\"src\": \"{1 :test:function fails=format} {1 :test:function fails=often}\", \"exp\": \"{|1|} 1\", \"expErrors\": [{\"type\": \"bad-option\"}, {\"type\": \"bad-option\"}]}",
            "1 passed, 0 failed, 0 skipped", ""
        ),
        (
            "{\"src\": \"{$b} {$n}\", \"exp\": \"true null\", \"params\": [{\"name\": \"b\", \"value\": true}, {\"name\": \"n\", \"value\": null}]}",
            "1 passed, 0 failed, 0 skipped", ""
        ),
    ])
    func `judges a test`(test: String, summary: String, reason: String) throws {
        let folder = FileManager.default.temporaryDirectory.appending(
            path: "mf2-\(UUID().uuidString)"
        )
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file =
            "{\"defaultTestProperties\": {\"locale\": \"en-US\", \"bidiIsolation\": \"none\"}, \"tests\": [\(test)]}"
        try Data(file.utf8).write(to: folder.appending(path: "cases.json"))
        let report = try #require(MessageFormat2Suite().run(in: folder))
        #expect(report.summary == summary, "\(report.failures)")
        #expect(report.failures.first?.reason.contains(reason) ?? true, "\(report.failures)")
    }

    @Test func `finds no tests in a folder without any`() {
        let folder = FileManager.default.temporaryDirectory.appending(path: "no-such-folder")
        #expect(MessageFormat2Suite().run(in: folder) == nil)
    }
}
