import Foundation
import PassoDiagnostics
import PassoTesting
import PassoText
import Testing

@testable import PassoDefinition

/// What is written is read again as the same declaration.
@Suite struct YAMLWriterTests {
    @Test func `writes the shipped definitions`() throws {
        let root = try #require(TestEnvironment.packageRoot())
        let folder = root.appending(path: "Sources/RespondToRequest/Definitions")
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path())
            .filter { $0.hasSuffix(".yaml") }
        #expect(files.count > 2)
        for file in files {
            let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
            try Self.checkWriting(text)
        }
    }

    @Test(arguments: [Lamp.text, StatechartTour.text])
    func `writes every construct`(text: String) throws {
        try Self.checkWriting(text)
    }

    @Test func `writes what is not refused for its form`() throws {
        for broken in Broken.all {
            let (root, mistakes) = YAMLReader.read(broken.source)
            guard let root, mistakes.isEmpty else { continue }
            var check = ShapeCheck(source: broken.source, limit: 1)
            check.check(root)
            if check.diagnostics.isEmpty { try Self.checkWriting(broken.marked.text) }
        }
    }

    @Test func `writes in one form, whatever the author's was`() throws {
        let written = YAMLWriter.text(of: try Self.declaration(StatechartTour.text))
        #expect(goldenDifference(written, "tour.yaml") == nil)
        let lamp = YAMLWriter.text(of: try Self.declaration(Lamp.text))
        #expect(goldenDifference(lamp, "lamp.yaml") == nil)
    }

    @Test(arguments: RandomDeclaration.hostile.indices)
    func `quotes what YAML would take for something else`(index: Int) throws {
        let text = RandomDeclaration.hostile[index]
        for kind in [YAMLScalar.Kind.text, .expression] {
            let scalar = YAMLScalar(text: text, kind: kind)
            for layout in [YAMLMapping.Layout.compact, .block] {
                var mapping = YAMLMapping(layout)
                mapping.add(scalar, .scalar(scalar))
                mapping.add("list", .list([.scalar(scalar), .scalar(scalar)]))
                mapping.add("last", .list([.mapping(mapping), .scalar(scalar)]))
                var root = YAMLMapping(.block)
                root.add("inner", .mapping(mapping))
                root.add(scalar, .scalar(scalar))
                let written = YAMLLayout.text(of: root)
                let (node, mistakes) = YAMLReader.read(SourceText(name: "a.yaml", written))
                #expect(mistakes.isEmpty, "\(written)")
                for entry in [node?.mapping?.last, node?["inner"]?.mapping?.first] {
                    #expect(entry?.name == text, "\(written)")
                    #expect(entry?.value.scalar?.text == text, "\(written)")
                    if kind == .text {
                        #expect(entry?.value.scalar?.value == .string(text), "\(written)")
                    }
                }
                #expect(node?["inner"]?["list"]?.sequence?.map { $0.scalar?.text } == [text, text])
            }
        }
    }

    @Test func `writes any declaration`() throws {
        for count in 0..<UInt64(TestEnvironment.isFull ? 2_000 : 200) {
            let seed = TestEnvironment.seed &+ count
            var random = RandomDeclaration(seed: seed)
            try Self.check(random.workflow(), "PASSO_SEED=\(seed)")
        }
    }

    // MARK: Checks

    private static func declaration(_ text: String) throws -> WorkflowDeclaration {
        let (root, mistakes) = YAMLReader.read(SourceText(name: "a.yaml", text))
        #expect(mistakes.isEmpty)
        return DeclarationReader().workflow(try #require(root))
    }

    private static func checkWriting(_ text: String) throws {
        try check(declaration(text), "as written")
    }

    static func check(_ declaration: WorkflowDeclaration, _ label: String) throws {
        let written = YAMLWriter.text(of: declaration)
        let source = SourceText(name: "written.yaml", written)
        var limits = TextLimits()
        limits.maximumDepth = 1_000
        let (root, mistakes) = YAMLReader.read(source, limits: limits)
        var check = ShapeCheck(source: source, limit: 3)
        check.check(try #require(root))
        let rendered = DiagnosticRenderer(words: EngineWords()).render(mistakes + check.diagnostics)
        #expect(mistakes.isEmpty && check.diagnostics.isEmpty, "\(label): \(rendered)\n\(written)")
        let again = DeclarationReader().workflow(try #require(root))
        let difference = lineDifference(
            expected: Sameness.outline(declaration),
            actual: Sameness.outline(again)
        )
        #expect(difference == nil, "\(label): \(difference ?? "")\n\(written)")
        #expect(YAMLWriter.text(of: again) == written, "\(label)")
    }
}
