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
