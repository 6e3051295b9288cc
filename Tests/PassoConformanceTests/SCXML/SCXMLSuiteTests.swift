import Foundation
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

    @Test func `finds no cases in a folder without any`() {
        let folder = FileManager.default.temporaryDirectory.appending(path: "no-such-folder")
        #expect(SCXMLSuite().run(in: folder) == nil)
    }
}
