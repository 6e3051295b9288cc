import Foundation
import PassoDiagnostics
import PassoTesting
import PassoText
import Testing

@testable import PassoDefinition

@Suite struct SCXMLShippedTests {
    private static let files: [URL] = {
        let root = TestEnvironment.packageRoot()
        let folders = [
            "Sources/RespondToRequest/Definitions", "Tools/passo/Starter",
            "Tools/passo-bench/Definitions",
        ]
        return folders.flatMap { folder -> [URL] in
            guard let place = root?.appending(path: folder) else { return [] }
            let names = try? FileManager.default.contentsOfDirectory(atPath: place.path)
            return (names ?? []).filter { $0.hasSuffix(".yaml") }.sorted()
                .map { place.appending(path: $0) }
        }
    }()

    @Test func `the shipped definitions survive a round trip through SCXML`() throws {
        #expect(Self.files.count >= 4)
        for file in Self.files {
            let text = try String(contentsOf: file, encoding: .utf8)
            try expectRoundTrip(text, file.lastPathComponent)
        }
    }

    @Test(arguments: [Lamp.text, StatechartTour.text])
    func `every construct survives it`(text: String) throws {
        try expectRoundTrip(text, "tour.yaml")
    }

    @Test func `the tour of the language survives it`() throws {
        let article = try #require(TestEnvironment.packageRoot()).appending(
            path: "Sources/PassoDefinition/PassoDefinition.docc/Language.md"
        )
        let text = try String(contentsOf: article, encoding: .utf8)
        let parts = text.components(separatedBy: "```yaml\n").dropFirst()
        let first = try #require(parts.first?.components(separatedBy: "```").first)
        try expectRoundTrip(first, "Language.md")
    }

    private func expectRoundTrip(_ yaml: String, _ name: String) throws {
        let (node, mistakes) = YAMLReader.read(SourceText(name: name, yaml))
        let root = try #require(node)
        guard mistakes.isEmpty, root["workflow"] != nil else { return }
        let workflow = DeclarationReader().workflow(root)
        let written = try SCXMLWriter.text(of: workflow)
        let source = SourceText(name: "\(name).scxml", written)
        let (again, complaints, _) = SCXMLReader.read(source, limits: .standard)
        #expect(
            complaints.isEmpty,
            "\(name): \(DiagnosticRenderer(words: EngineWords()).render(complaints))"
        )
        let difference = try lineDifference(
            expected: Sameness.outline(workflow),
            actual: Sameness.outline(#require(again))
        )
        #expect(difference == nil, "\(name)")
        // What a comment allows is told again where the comment is lost.
        let errors = [SourceText(name: name, yaml), source].map { source in
            DefinitionCompiler.compile(source, strings: nil).diagnostics
                .filter { $0.severity == .error }.map(\.id.rawValue).sorted()
        }
        #expect(errors[0] == errors[1], "\(name)")
    }
}
