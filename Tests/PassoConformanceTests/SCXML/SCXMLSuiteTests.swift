import Foundation
import PassoDefinition
import PassoDiagnostics
import PassoTesting
import Testing

@testable import passo_conformance

@Suite struct SCXMLSuiteTests {
    static let published = TestEnvironment.conformance("scxml")

    @Test(
        .enabled(if: published != nil, "no conformance data beside the package"),
        arguments: DocumentRoute.allCases
    )
    func `passes all published tests that apply`(route: DocumentRoute) throws {
        let folder = try #require(Self.published)
        let report = try #require(SCXMLSuite(route: route).run(in: folder))
        #expect(report.failures == [])
        #expect(report.passed + report.failures.count + report.skipped == (try Self.count(folder)))
        let listed = try Self.listed()
        #expect(report.skippedNames.filter { !listed.contains($0) } == [])
    }

    @Test(.enabled(if: published != nil, "no conformance data beside the package"))
    func `either folder alone is run, too`() throws {
        let folder = try #require(Self.published)
        let whole = try #require(SCXMLSuite().run(in: folder))
        let parts = try ["irp", "scion"].map {
            try #require(SCXMLSuite().run(in: folder.appending(path: $0)))
        }
        #expect(parts.map(\.passed).reduce(0, +) == whole.passed)
        #expect(parts.map(\.skipped).reduce(0, +) == whole.skipped)
    }

    /// The number of cases by another way than the runner's: start documents of the W3C, which the
    /// index names and which are no machines of others, and documents of SCION.
    private static func count(_ folder: URL) throws -> Int {
        let manager = FileManager.default
        let texts = try manager.contentsOfDirectory(
            atPath: folder.appending(path: "irp/txml").path
        )
        let started = texts.filter {
            $0.hasSuffix(".txml") && !$0.contains("sub") || $0 == "test513.txt"
        }
        let scion = try #require(manager.enumerator(atPath: folder.appending(path: "scion").path))
        let documents = scion.compactMap { $0 as? String }.filter { $0.hasSuffix(".scxml") }
        return started.count + documents.count
    }

    /// The names in the list of what does not apply; a number stands for all its documents.
    private static func listed() throws -> Set<String> {
        let root = try #require(TestEnvironment.packageRoot())
        let file = root.appending(path: "Tools/passo-conformance/SCXML/not-applicable.tsv")
        let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").dropFirst()
        #expect(lines.allSatisfy { $0.split(separator: "\t").count == 3 })
        return Set(lines.compactMap { $0.split(separator: "\t").first.map(String.init) })
    }

    @Test(arguments: DocumentRoute.allCases)
    func `passes our own documents for assertions`(route: DocumentRoute) throws {
        for (assertion, body) in AssertionDocuments.all.sorted(by: { $0.key < $1.key }) {
            let isLate = assertion.contains("late")
            let report = try Self.report(
                body,
                route,
                attributes: isLate ? "binding=\"late\"" : ""
            )
            #expect(report.failures == [], "\(assertion)")
            #expect(report.passed == 1, "\(assertion)")
        }
    }

    @Test(arguments: [
        ("<transition conf:targetfail=\"\"/>", "ends in fail"),
        ("<transition event=\"never\" conf:targetpass=\"\"/>", "stays in s"),
        ("<conf:unknown/>", "unknown <conf:unknown>"),
        ("<transition target=\"nowhere\"/>", "test9.scxml is refused: unknown-state at line"),
        ("<transition", "is no XML"),
    ])
    func `fails what does not pass`(part: String, reason: String) throws {
        let report = try Self.report("<state id=\"s\">\(part)</state>", .direct)
        #expect(report.summary == "0 passed, 1 failed, 0 skipped")
        #expect(report.failures.first?.id == "9")
        #expect(report.failures.first?.reason.contains(reason) == true, "\(report.failures)")
    }

    /// What a rule for a test that people judge says of a document that breaks the assertion.
    @Test(arguments: [
        ("178", "<transition target=\"fail\"/>", "has not both values"),
        ("230", "<transition target=\"fail\"/>", "two sessions are to log seven fields"),
        ("250", "<transition target=\"fail\"/>", "the child logs []"),
        ("301", "<transition target=\"fail\"/>", "the document is not refused"),
        ("307", "<transition target=\"fail\"/>", "nothing is logged in s0"),
        ("313", "<transition target=\"fail\"/>", "ends in fail"),
        (
            "415",
            "<onentry><raise event=\"a\"/></onentry><transition event=\"a\" target=\"fail\"/>",
            "an event is heard after the end"
        ),
        ("999", "<transition target=\"pass\"/>", "a manual test without a rule"),
    ])
    func `a rule for a manual test can fail`(id: String, part: String, reason: String) throws {
        let report = try Self.report("<state id=\"s\">\(part)</state>", .direct, id: id, "true")
        #expect(report.failures.first?.reason.contains(reason) == true, "\(report.failures)")
    }

    @Test func `the way through YAML runs a text in YAML`() throws {
        let text =
            "<scxml xmlns=\"http://www.w3.org/2005/07/scxml\" version=\"1.0\"><state id=\"s\"/></scxml>"
        let source = SourceText(name: "a.scxml", text)
        let folder = FolderHost(FileManager.default.temporaryDirectory)
        let direct = try TestDocument.definition(source, in: folder, by: .direct)
        let converted = try TestDocument.definition(source, in: folder, by: .yaml)
        #expect(direct.source.name == "a.scxml")
        #expect(converted.source.name == "a.yaml")
        #expect(String(decoding: converted.source.utf8, as: UTF8.self).contains("semantics: scxml"))
    }

    /// Runs one document in a folder of its own.
    private static func report(
        _ body: String,
        _ route: DocumentRoute,
        id: String = "9",
        _ manual: String = "false",
        attributes: String = ""
    ) throws -> ConformanceReport {
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "scxml-\(UUID().uuidString)")
        let texts = folder.appending(path: "txml")
        try FileManager.default.createDirectory(at: texts, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let index = """
            id,spec,conformance,manual,group,files,deps,assertion
            \(id),3.1,mandatory,\(manual),core,test\(id).txml,,"says ""a, b"" and more"
            """
        let document = """
            <scxml xmlns="http://www.w3.org/2005/07/scxml" version="1.0" conf:datamodel=""
            xmlns:conf="http://www.w3.org/2005/scxml-conformance" \(attributes)>
            \(body)<conf:pass/><conf:fail/></scxml>
            """
        for (name, text) in [
            ("index.csv", index), ("txml/test\(id).txml", document), ("txml/data.txt", "[1]"),
        ] {
            try Data(text.utf8).write(to: folder.appending(path: name))
        }
        return try #require(SCXMLSuite(route: route).run(in: folder))
    }

    @Test func `finds no cases in a folder without any`() {
        let folder = FileManager.default.temporaryDirectory.appending(path: "no-such-folder")
        #expect(SCXMLSuite().run(in: folder) == nil)
    }
}
