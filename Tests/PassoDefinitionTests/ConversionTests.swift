import Foundation
import PassoDiagnostics
import PassoTesting
import PassoText
import Testing

@testable import PassoDefinition

/// Definitions there and back: nothing is lost on the way.
@Suite struct ConversionTests {
    @Test(arguments: ["agent", "customer-form", "respond-to-request"])
    func `a shipped definition survives SCXML`(name: String) throws {
        let root = try #require(TestEnvironment.packageRoot())
        let file = root.appending(path: "Sources/RespondToRequest/Definitions/\(name).yaml")
        try Self.checkThereAndBack(String(contentsOf: file, encoding: .utf8))
    }

    @Test(arguments: [Lamp.text, StatechartTour.text])
    func `every construct survives SCXML`(text: String) throws {
        try Self.checkThereAndBack(text)
    }

    @Test func `SCXML documents survive YAML`() throws {
        guard let folder = TestEnvironment.conformance("scxml") else { return }
        let files =
            FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)?
            .compactMap { $0 as? URL }.filter { $0.pathExtension == "scxml" } ?? []
        #expect(files.count > 50)
        for file in files {
            let source = SourceText(
                name: file.lastPathComponent,
                utf8: Array(try Data(contentsOf: file))
            )
            let read = SCXMLReader.read(source, limits: .standard)
            guard let declaration = read.declaration else { continue }
            let yaml = SourceText(name: "a.yaml", YAMLWriter.text(of: declaration))
            let (root, mistakes) = YAMLReader.read(yaml)
            #expect(mistakes.isEmpty, "\(file.path)")
            let again = DeclarationReader().workflow(try #require(root))
            let difference = lineDifference(
                expected: Sameness.outline(declaration),
                actual: Sameness.outline(again)
            )
            #expect(difference == nil, "\(file.path): \(difference ?? "")")
            // Whatever SCXML cannot hold is told for both.
            #expect((try? SCXMLWriter.text(of: again)) == (try? SCXMLWriter.text(of: declaration)))
        }
    }

    @Test func `the same language gives the canonical form`() throws {
        let once = try Self.converted(StatechartTour.text, to: .yaml)
        #expect(try Self.converted(once, to: .yaml) == once)
        let document = try Self.converted(once, to: .scxml)
        #expect(try Self.converted(document, to: .scxml) == document)
    }

    @Test func `says what XML cannot hold`() throws {
        let text = "passo: 1\nworkflow: a\nversion: 1\nstates: { a: { title: \"\\x1B\" } }\n"
        let result = DefinitionConverter.convert(SourceText(name: "a.yaml", text), to: .scxml)
        #expect(result.text == nil)
        #expect(result.diagnostics.map(\.id) == ["not-in-xml"])
        let words = EngineWords()
        for diagnostic in result.diagnostics {
            let told = words.text(for: diagnostic.id, arguments: diagnostic.arguments)
            #expect(told == "XML cannot hold the character U+001B")
        }
    }

    @Test func `does not convert what has another form`() {
        for text in ["passo: 1\nstatez: {}\n", "<scxml/>", "<scxml", "", "- a"] {
            for format in DefinitionFormat.allCases {
                let source = SourceText(name: "a", text)
                let result = DefinitionConverter.convert(source, to: format)
                #expect(result.text == nil && !result.diagnostics.isEmpty, "\(text)")
            }
        }
    }

    @Test func `tells formats by endings and by texts`() {
        for (path, format) in [
            ("a.yaml", DefinitionFormat.yaml), ("b/a.YML", .yaml), ("a.b.scxml", .scxml),
            ("a.XML", .scxml), ("a", nil), (".yaml", nil), ("a.yaml/b", nil), ("-", nil),
            ("a.json", nil),
        ] {
            #expect(DefinitionFormat(ending: path) == format, "\(path)")
        }
        #expect(DefinitionFormat(of: SourceText(name: "a", "\u{FEFF}\n <a")) == .scxml)
        #expect(DefinitionFormat(of: SourceText(name: "a", "a: <b>")) == .yaml)
    }

    // MARK: Checks

    private static func checkThereAndBack(_ text: String) throws {
        let written = try converted(text, to: .yaml)
        let document = try converted(text, to: .scxml)
        let difference = lineDifference(
            expected: written,
            actual: try converted(document, to: .yaml)
        )
        #expect(difference == nil, "\(difference ?? "")\n\(document)")
    }

    private static func converted(_ text: String, to format: DefinitionFormat) throws -> String {
        let result = DefinitionConverter.convert(SourceText(name: "a", text), to: format)
        let rendered = DiagnosticRenderer(words: EngineWords()).render(result.diagnostics)
        return try #require(result.text, "\(rendered)")
    }
}
