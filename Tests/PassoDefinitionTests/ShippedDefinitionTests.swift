import Foundation
import PassoDefinition
import PassoDiagnostics
import PassoMessages
import PassoTesting
import Testing

/// The files of the repository, read as an author's tools would read them.
enum Shipped {
    static let root = TestEnvironment.packageRoot() ?? URL(filePath: ".")

    static let definitions = files(in: "Sources/RespondToRequest/Definitions", "yaml")

    static let bundle = StringBundle(
        name: "desk",
        tables: files(in: "Localization/desk", "arb").compactMap { file in
            let (source, _) = SourceFile.load(file)
            return source.flatMap { StringTable.read(arb: $0).0 }
        }
    )

    /// A definition of the repository, compiled.
    static func definition(_ path: String) throws -> Definition {
        let source = try #require(SourceFile.load(path).0)
        return try DefinitionCompiler.compile(source, strings: bundle).get()
    }

    static func files(in folder: String, _ pathExtension: String) -> [String] {
        let place = root.appending(path: folder).path()
        let names = (try? FileManager.default.contentsOfDirectory(atPath: place)) ?? []
        return names.filter { $0.hasSuffix("." + pathExtension) }.sorted().map { "\(place)/\($0)" }
    }
}

@Suite struct ShippedDefinitionTests {
    @Test(arguments: Shipped.definitions)
    func `compiles with its texts in five languages`(path: String) throws {
        let (source, problems) = SourceFile.load(path)
        #expect(problems.isEmpty)
        let result = DefinitionCompiler.compile(try #require(source), strings: Shipped.bundle)
        let rendered = DiagnosticRenderer(words: EngineWords()).render(result.diagnostics)
        #expect(result.definition != nil && result.diagnostics.isEmpty, "\(rendered)")
        #expect(Shipped.bundle.locales.count >= 5)
    }
}
