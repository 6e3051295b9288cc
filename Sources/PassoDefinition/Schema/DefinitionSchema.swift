internal import PassoMessages

/// The JSON Schema of the definition language, for completion in editors.
///
/// Made from the table of shapes that the compiler checks keys with, so the two agree.
public enum DefinitionSchema {
    /// The schema (draft 7, which YAML language servers read best) with its descriptions in a
    /// language of the engine's words.
    public static func json(locale: String = "en") -> String {
        SchemaWriter(locale: locale).document.text + "\n"
    }
}

/// Turns shapes into schemas.
private struct SchemaWriter {
    let locale: String
    let bundle = ShippedTables.bundle("schema")

    var document: SchemaNode {
        var definitions: [(String, SchemaNode)] = ShapeName.allCases.map { name in
            (name.rawValue, object(Shape.named(name)))
        }
        definitions.append(("inputGroup", group(.type, item: .typed, name: "inputGroup")))
        definitions.append(("dataGroup", group(.type, item: .data, name: "dataGroup")))
        return .object([
            ("$schema", .text("http://json-schema.org/draft-07/schema#")),
            ("$id", .text("https://passo.dev/schema/passo-workflow.schema.json")),
            ("title", .text(words("schema.title") ?? "Passo")),
            ("allOf", .list([reference("workflow")])),
            ("definitions", .object(definitions.sorted { $0.0 < $1.0 })),
        ])
    }

    private func object(_ shape: Shape) -> SchemaNode {
        let required = shape.keys.filter { $0.isRequired && !$0.isOptionalIfOpen }.map {
            SchemaNode.text($0.name)
        }
        let properties = shape.keys.map { key in
            (key.name, described(schema(key.value), shape.name, key.name))
        }
        var members: [(String, SchemaNode)] = [("type", .text("object"))]
        if !required.isEmpty { members.append(("required", .list(required))) }
        members.append(("properties", .object(properties)))
        members.append(("additionalProperties", .truth(false)))
        let excluded = shape.choices.flatMap { exclusions($0.keys) }
        let needs = shape.choices.filter(\.isNeeded).map { choice in
            SchemaNode.object([("anyOf", .list(choice.keys.map { needed([$0]) }))])
        }
        // Only where `semantics` is said may some of the others be missing.
        let unlessOpen = shape.keys.filter(\.isOptionalIfOpen).map { key in
            SchemaNode.object([("anyOf", .list([needed([key.name]), needed(["semantics"])]))])
        }
        let rules = unlessOpen + needs + excluded
        if !rules.isEmpty { members.append(("allOf", .list(rules))) }
        return .object(members)
    }

    /// No two of these keys.
    private func exclusions(_ keys: [String]) -> [SchemaNode] {
        keys.indices.flatMap { first in
            keys[..<first].map { .object([("not", needed([$0, keys[first]]))]) }
        }
    }

    private func needed(_ keys: [String]) -> SchemaNode {
        .object([("required", .list(keys.map { .text($0) }))])
    }

    /// Puts a description beside a schema; a reference ignores what stands beside it, so it is wrapped.
    private func described(
        _ schema: [(String, SchemaNode)],
        _ shape: ShapeName,
        _ key: String
    ) -> SchemaNode {
        let text =
            words("schema.\(shape.rawValue).\(key)")
            ?? shape.extended.flatMap { words("schema.\($0.rawValue).\(key)") }
        guard let text else { return .object(schema) }
        let body =
            schema.first?.0 == "$ref" ? [("allOf", SchemaNode.list([.object(schema)]))] : schema
        return .object([("description", .text(text))] + body)
    }

    /// The words of a key, or nil where there are none.
    private func words(_ key: String) -> String? {
        bundle.contains(key) ? bundle.text(key, [], in: locale).text : nil
    }

    private func schema(_ value: ShapeValue) -> [(String, SchemaNode)] {
        var choices: [[(String, SchemaNode)]] = []
        if let scalar = value.scalar { choices.append(schema(scalar)) }
        if let items = value.items {
            choices.append([("type", .text("array")), ("items", schema(items))])
        }
        if let mapping = value.mapping { choices.append(schema(mapping)) }
        if value.takesNothing { choices.append([("type", .text("null"))]) }
        if choices.count == 1, let only = choices.first { return only }
        return [("anyOf", .list(choices.map { .object($0) }))]
    }

    private func schema(_ rule: ScalarRule) -> [(String, SchemaNode)] {
        let anything: SchemaNode = .list([.text("string"), .text("number"), .text("boolean")])
        switch rule {
        case .name, .message: return [("type", .text("string"))]
        case .type:
            return [
                ("type", .text("string")),
                ("examples", .list(TypeName.candidates.map { .text($0) })),
            ]
        case .expression, .literal, .text: return [("type", anything)]
        case .integer: return [("type", .text("integer"))]
        case .boolean: return [("type", .text("boolean"))]
        case .empty: return [("type", .text("null"))]
        case .word(let words):
            let nothing: [SchemaNode] = words.contains("null") ? [.nothing] : []
            return [("enum", .list(words.map { .text($0) } + nothing))]
        }
    }

    private func schema(_ rule: ItemRule) -> SchemaNode {
        switch rule {
        case .value(let scalar): .object(schema(scalar))
        case .shape(let name): reference(name.rawValue)
        case .either(let scalar, let name):
            .object([("anyOf", .list([.object(schema(scalar)), reference(name.rawValue)]))])
        case .action:
            .object(
                schema(ShapeValue(.name, mapping: .byKey(.actions, otherwise: nil)))
            )
        case .entries(let scalar):
            .object(schema(MappingRule.entries(ShapeValue(scalar))))
        }
    }

    private func schema(_ rule: MappingRule) -> [(String, SchemaNode)] {
        switch rule {
        case .shape(let name): return [("$ref", .text("#/definitions/\(name.rawValue)"))]
        case .entries(let value):
            return [
                ("type", .text("object")), ("additionalProperties", .object(schema(value))),
            ]
        case .byKey(let names, let otherwise):
            let others = otherwise.map { [SchemaNode.object(schema($0))] } ?? []
            return [("anyOf", .list(names.map { reference($0.rawValue) } + others))]
        case .group(_, let item):
            let name = item == .data ? "dataGroup" : "inputGroup"
            return [("$ref", .text("#/definitions/\(name)"))]
        }
    }

    /// Names with a type, with an item or with such a group again.
    private func group(_ scalar: ScalarRule, item: ShapeName?, name: String) -> SchemaNode {
        var nested = reference(name)
        if item == .data { nested = .object([("anyOf", .list([nested, reference("openData")]))]) }
        if let item {
            nested = .object([
                ("if", mark(of: item)),
                ("then", reference(item.rawValue)), ("else", nested),
            ])
        }
        let nothing: [SchemaNode] = item == .data ? [.object([("type", .text("null"))])] : []
        let choices: [SchemaNode] =
            nothing + [
                .object(schema(scalar)),
                .object([("type", .text("object")), ("allOf", .list([nested]))]),
            ]
        return .object([
            ("type", .text("object")),
            ("additionalProperties", .object([("anyOf", .list(choices))])),
        ])
    }

    /// What tells an item from a group of names; see ``ShapeName/isItem(_:)``.
    private func mark(of item: ShapeName) -> SchemaNode {
        if item == .data { return .object([("required", .list([.text("type")]))]) }
        let truth = SchemaNode.object([("type", .text("boolean"))])
        return .object([
            ("required", .list([.text("sensitive")])),
            ("properties", .object([("sensitive", truth)])),
        ])
    }

    private func reference(_ name: String) -> SchemaNode {
        .object([("$ref", .text("#/definitions/\(name)"))])
    }
}
