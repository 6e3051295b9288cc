import Foundation
import PassoDiagnostics
import PassoMessages
import PassoTesting
import PassoText
import Testing

@testable import PassoDefinition

@Suite struct DefinitionSchemaTests {
    static let schema: TextNode? =
        JSONReader.read(SourceText(name: "schema.json", DefinitionSchema.json())).0

    @Test func `is JSON`() {
        let (node, diagnostics) = JSONReader.read(
            SourceText(name: "schema.json", DefinitionSchema.json())
        )
        #expect(node != nil && diagnostics.isEmpty)
    }

    @Test func `stands as it is recorded`() {
        #expect(goldenDifference(DefinitionSchema.json(), "passo-workflow.schema.json") == nil)
    }

    @Test(arguments: ShapeName.allCases)
    func `has the keys that the compiler takes, and no other`(name: ShapeName) throws {
        let definition = try #require(Self.schema?["definitions"]?[name.rawValue])
        let keys = Shape.named(name).keys
        #expect(definition["properties"]?.mapping?.map(\.name) == keys.map(\.name))
        #expect(
            (definition["required"]?.sequence ?? []).compactMap { $0.scalar?.text }
                == keys.filter { $0.isRequired && !$0.isOptionalIfOpen }.map(\.name)
        )
        #expect(definition["additionalProperties"]?.scalar?.text == "false")
    }

    @Test(arguments: ShapeName.allCases)
    func `describes every key`(name: ShapeName) throws {
        let properties = try #require(Self.schema?["definitions"]?[name.rawValue]?["properties"])
        for property in properties.mapping ?? [] {
            let text = property.value["description"]?.scalar?.text
            #expect(text?.hasSuffix(".") == true, "\(name).\(property.name): \(text ?? "nothing")")
        }
    }

    @Test func `points only to what is there`() throws {
        let definitions = try #require(Self.schema?["definitions"])
        for reference in Self.references(in: try #require(Self.schema)) {
            let name = reference.dropFirst("#/definitions/".count)
            #expect(definitions[String(name)] != nil, "\(reference)")
        }
    }

    @Test(arguments: ["agent", "customer-form", "respond-to-request"])
    func `takes the shipped definitions`(name: String) throws {
        let root = try #require(TestEnvironment.packageRoot())
        let file = root.appending(path: "Sources/RespondToRequest/Definitions/\(name).yaml")
        let text = try String(contentsOf: file, encoding: .utf8)
        #expect(try Self.mistakes(in: text) == [])
    }

    @Test(arguments: [Lamp.text, StatechartTour.text])
    func `takes every construct`(text: String) throws {
        #expect(try Self.mistakes(in: text) == [])
    }

    @Test func `takes what is written`() throws {
        for count in 0..<UInt64(TestEnvironment.isFull ? 500 : 50) {
            let seed = TestEnvironment.seed &+ count
            var random = RandomDeclaration(seed: seed)
            let text = YAMLWriter.text(of: random.workflow())
            #expect(try Self.mistakes(in: text) == [], "PASSO_SEED=\(seed)\n\(text)")
        }
    }

    /// Names, messages and types are only texts to a schema, and untyped data may be groups.
    @Test func `refuses what the compiler refuses for its form`() throws {
        let ids = ["unknown-key", "wrong-type", "missing-key", "missing-form", "unknown-value"]
        for broken in Broken.all where ids.contains(broken.id) {
            let (root, reading) = YAMLReader.read(broken.source)
            var check = ShapeCheck(source: broken.source, limit: 9)
            check.check(try #require(root))
            guard reading.isEmpty, !check.diagnostics.isEmpty else { continue }
            // With other semantics it would be right.
            if broken.marked.text.contains("data: { order: }") { continue }
            let isRefused = try !Self.mistakes(in: broken.marked.text).isEmpty
            #expect(isRefused, "\(broken.marked.text)")
        }
    }

    private static func mistakes(in text: String) throws -> [String] {
        let (node, _) = YAMLReader.read(SourceText(name: "a.yaml", text))
        return SchemaValidator(schema: try #require(schema)).mistakes(in: try #require(node))
    }

    private static func references(in node: TextNode) -> [String] {
        let own = node["$ref"]?.scalar.map { [$0.text] } ?? []
        let inner = (node.sequence ?? []) + (node.mapping ?? []).map(\.value)
        return own + inner.flatMap(references)
    }
}

@Suite struct ShippedTablesTests {
    @Test(arguments: ["engine", "schema"])
    func `are read without a word`(name: String) {
        let rendered = DiagnosticRenderer().render(ShippedTables.diagnostics(name))
        #expect(ShippedTables.diagnostics(name).isEmpty, "\(rendered)")
        #expect(ShippedTables.bundle(name).template?.keys.isEmpty == false)
    }

    @Test(arguments: ["engine", "schema"])
    func `lack no key in any language`(name: String) {
        let bundle = ShippedTables.bundle(name)
        for table in bundle.tables { #expect(table.keys == bundle.keys, "\(table.locale)") }
    }
}
