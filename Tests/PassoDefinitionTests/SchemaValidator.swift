import PassoText

/// Holds a tree against the parts of JSON Schema (draft 7) that our schema is made of.
struct SchemaValidator {
    let schema: TextNode

    /// What does not fit, as paths with the rule that is broken; nothing when all fits.
    func mistakes(in node: TextNode) -> [String] { mistakes(node, schema, "") }

    private func mistakes(_ node: TextNode, _ rule: TextNode, _ path: String) -> [String] {
        var result: [String] = []
        for entry in rule.mapping ?? [] {
            result += mistakes(node, entry.name, entry.value, rule, path)
        }
        return result
    }

    private func fits(_ node: TextNode, _ rule: TextNode) -> Bool {
        mistakes(node, rule, "").isEmpty
    }

    private func mistakes(
        _ node: TextNode,
        _ name: String,
        _ value: TextNode,
        _ rule: TextNode,
        _ path: String
    ) -> [String] {
        let all = value.sequence ?? []
        switch name {
        case "$ref":
            let target = value.scalar?.text.split(separator: "/").last.map { String($0) } ?? ""
            guard let definition = schema["definitions"]?[target] else { return ["no \(target)"] }
            return mistakes(node, definition, path)
        case "type":
            let types = value.scalar.map { [$0.text] } ?? all.compactMap { $0.scalar?.text }
            return types.contains { node.hasType($0) } ? [] : ["\(path): no \(types)"]
        case "enum": return all.contains { $0.isSame(as: node) } ? [] : ["\(path): not in the list"]
        case "allOf": return all.flatMap { mistakes(node, $0, path) }
        case "anyOf":
            let found = all.map { mistakes(node, $0, path) }
            return found.contains { $0.isEmpty } ? [] : found.min { $0.count < $1.count } ?? []
        case "not": return fits(node, value) ? ["\(path): not allowed"] : []
        case "if":
            let next = rule[fits(node, value) ? "then" : "else"]
            return next.map { mistakes(node, $0, path) } ?? []
        case "items":
            return (node.sequence ?? []).flatMap { mistakes($0, value, path + "[]") }
        case "required":
            guard node.mapping != nil else { return [] }
            return all.compactMap { $0.scalar?.text }.filter { node[$0] == nil }
                .map { "\(path): needs \($0)" }
        case "properties", "additionalProperties":
            return properties(node, name, value, rule, path)
        case "$schema", "$id", "title", "description", "definitions", "examples", "then", "else":
            return []
        default: return ["unknown rule \(name)"]
        }
    }

    private func properties(
        _ node: TextNode,
        _ name: String,
        _ value: TextNode,
        _ rule: TextNode,
        _ path: String
    ) -> [String] {
        (node.mapping ?? []).flatMap { entry -> [String] in
            let place = path + "." + entry.name
            if name == "properties" {
                return value[entry.name].map { mistakes(entry.value, $0, place) } ?? []
            }
            if rule["properties"]?[entry.name] != nil { return [] }
            if value.scalar?.text == "false" { return ["\(place): unknown"] }
            return mistakes(entry.value, value, place)
        }
    }
}

extension TextNode {
    fileprivate func hasType(_ name: String) -> Bool {
        switch (name, content) {
        case ("object", .mapping), ("array", .sequence): true
        case (_, .scalar(let scalar)):
            switch (name, scalar.value) {
            case ("null", .null), ("boolean", .bool), ("integer", .int), ("number", .int): true
            case ("number", .double), ("string", .string): true
            default: false
            }
        default: false
        }
    }

    fileprivate func isSame(as other: TextNode) -> Bool {
        guard let scalar, let theirs = other.scalar else { return false }
        return scalar.value == theirs.value
    }
}
