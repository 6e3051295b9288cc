import PassoDiagnostics
import PassoText

/// Compares a tree with the table of shapes and reports every key and value that does not fit.
///
/// After it, reading declarations can skip what does not fit without a word: it has been reported.
struct ShapeCheck {
    let source: SourceText
    private(set) var diagnostics: [Diagnostic] = []
    /// How many diagnostics more there were than are reported.
    private(set) var dropped = 0
    private let limit: Int
    /// Whether the definition follows the Recommendation to the letter: its data have no types.
    private var isOpen = false

    init(source: SourceText, limit: Int) {
        self.source = source
        self.limit = limit
    }

    /// Takes a diagnostic; beyond the limit they are only counted.
    private mutating func report(_ diagnostic: Diagnostic) {
        if isFull { dropped += 1 } else { diagnostics.append(diagnostic) }
    }

    /// Whether there are mistakes enough; then near names are not looked for any more.
    private var isFull: Bool { diagnostics.count >= limit }

    /// Checks a whole definition.
    mutating func check(_ root: TextNode) {
        guard root.mapping != nil else {
            return report(.missingKey("passo", at: root.startRange, in: source))
        }
        isOpen = root.isOpenDefinition
        if !isOpen { checkClosed(root) }
        check(root, ShapeValue(mapping: .shape(.workflow)), Place(key: "", range: root.startRange))
    }

    /// Reports what only untyped definitions have.
    private mutating func checkClosed(_ root: TextNode) {
        for entry in root.mapping ?? [] where ["datamodel", "binding"].contains(entry.keyText) {
            report(.needsSemantics(entry.keyText, at: entry.key.range, in: source))
        }
    }

    /// Where a value stands: its key, and the range to mark when something is missing.
    private struct Place {
        let key: String
        let range: SourceRange
    }

    private mutating func check(_ node: TextNode, _ value: ShapeValue, _ place: Place) {
        switch node.content {
        case .scalar(let scalar):
            check(scalar, at: node.range, value, place)
        case .sequence(let items):
            guard let rule = value.items else { return report(node, value, place) }
            for item in items {
                check(item, rule.value, Place(key: place.key, range: item.startRange))
            }
        case .mapping(let entries):
            guard let rule = value.mapping else { return report(node, value, place) }
            check(entries, node, rule, place)
        }
    }

    private mutating func check(
        _ scalar: TextScalar,
        at range: SourceRange,
        _ value: ShapeValue,
        _ place: Place
    ) {
        if value.takesNothing, case .null = scalar.value { return }
        guard let rule = value.scalar, rule.takes(scalar) else {
            return report(
                .wrongType(
                    key: place.key,
                    expected: value.kindName,
                    found: scalar.kindName,
                    at: range,
                    in: source
                )
            )
        }
        guard case .word(let words) = rule, !words.contains(scalar.text) else { return }
        report(.unknownValue(scalar.text, of: words, at: range, in: source))
    }

    private mutating func report(_ node: TextNode, _ value: ShapeValue, _ place: Place) {
        report(
            .wrongType(
                key: place.key,
                expected: value.kindName,
                found: node.kindName,
                at: node.startRange,
                in: source
            )
        )
    }

    private mutating func check(
        _ entries: [TextEntry],
        _ node: TextNode,
        _ rule: MappingRule,
        _ place: Place
    ) {
        switch rule {
        case .shape(let name):
            check(entries, Shape.named(name), place)
        case .entries(let value):
            for entry in entries {
                check(entry.value, value, Place(key: entry.keyText, range: entry.key.range))
            }
        case .byKey(let names, let otherwise):
            checkByKey(entries, node, names, otherwise, place)
        case .group(let scalar, let item):
            checkGroup(entries, scalar, item: item)
        }
    }

    private mutating func check(_ entries: [TextEntry], _ shape: Shape, _ place: Place) {
        for entry in entries {
            let text = entry.keyText
            guard let key = shape.key(text) else {
                report(
                    .unknownKey(
                        text,
                        among: isFull ? [] : shape.keys.map(\.name),
                        at: entry.key.range,
                        in: source
                    )
                )
                continue
            }
            check(entry.value, key.value, Place(key: text, range: entry.key.range))
        }
        for key in shape.keys where key.isRequired && !entries.contains(key: key.name) {
            if isOpen, key.isOptionalIfOpen { continue }
            report(.missingKey(key.name, at: place.range, in: source))
        }
        for choice in shape.choices { check(entries, choice, place) }
    }

    private mutating func check(_ entries: [TextEntry], _ choice: KeyChoice, _ place: Place) {
        let found = entries.filter { choice.keys.contains($0.keyText) }
        guard let first = found.first else {
            if choice.isNeeded { report(.missingForm(choice.keys, at: place.range, in: source)) }
            return
        }
        for other in found.dropFirst() where other.keyText != first.keyText {
            report(
                .conflictingKeys(other.keyText, first.keyText, at: other.key.range, in: source)
            )
        }
    }

    private mutating func checkByKey(
        _ entries: [TextEntry],
        _ node: TextNode,
        _ names: [ShapeName],
        _ otherwise: MappingRule?,
        _ place: Place
    ) {
        let shapes = names.map { Shape.named($0) }
        if let shape = shapes.first(where: {
            $0.keys.first.map { entries.contains(key: $0.name) } ?? false
        }) {
            return check(entries, shape, Place(key: place.key, range: node.startRange))
        }
        if let otherwise { return check(entries, node, otherwise, place) }
        let choices = shapes.compactMap(\.keys.first?.name)
        guard let first = entries.first else {
            return report(.missingForm(choices, at: node.startRange, in: source))
        }
        report(
            .unknownKey(
                first.keyText,
                among: isFull ? [] : choices,
                at: first.key.range,
                in: source
            )
        )
    }

    /// Names with a type, with a whole item or with a group of names.
    private mutating func checkGroup(
        _ entries: [TextEntry],
        _ scalar: ScalarRule,
        item: ShapeName?
    ) {
        for entry in entries {
            let place = Place(key: entry.keyText, range: entry.key.range)
            if let item, case .mapping(let inner) = entry.value.content, item.isItem(inner) {
                check(inner, Shape.named(item), place)
            } else if isOpen, item == .data {
                check(
                    entry.value,
                    ShapeValue(scalar, mapping: .shape(.openData)).orNothing,
                    place
                )
            } else {
                check(
                    entry.value,
                    ShapeValue(scalar, mapping: .group(scalar, item: item)),
                    place
                )
            }
        }
    }
}

extension ShapeName {
    /// Whether a mapping among names with types is one of these and not a group of names.
    ///
    /// A data item says so by its `type`. An input may be named `type`, and is told by `sensitive`,
    /// which is true or false and no type.
    func isItem(_ entries: [TextEntry]) -> Bool {
        switch self {
        case .data: entries.contains(key: "type")
        default: entries.contains { $0.keyText == "sensitive" && $0.value.boolean != nil }
        }
    }
}

extension ItemRule {
    /// What each item may be.
    fileprivate var value: ShapeValue {
        switch self {
        case .value(let scalar): ShapeValue(scalar)
        case .shape(let name): ShapeValue(mapping: .shape(name))
        case .either(let scalar, let name): ShapeValue(scalar, mapping: .shape(name))
        case .action: ShapeValue(.name, mapping: .byKey(.actions, otherwise: nil))
        case .entries(let scalar): ShapeValue(mapping: .entries(ShapeValue(scalar)))
        }
    }
}

extension ScalarRule {
    /// Whether the scalar's resolved value is of this rule's kind.
    fileprivate func takes(_ scalar: TextScalar) -> Bool {
        switch (self, scalar.value) {
        case (.empty, .null): true
        case (.word(let words), .null): words.contains(scalar.text)
        case (_, .null), (.empty, _): false
        case (.expression, _), (.literal, _), (.text, _): true
        case (.integer, .int), (.boolean, .bool): true
        case (.name, .string), (.message, .string), (.type, .string), (.word, .string): true
        default: false
        }
    }
}

extension TextScalar {
    /// The name of what stands here, for diagnostics.
    fileprivate var kindName: String {
        switch value {
        case .null: "nothing"
        case .bool: "boolean"
        case .int: "integer"
        case .double: "number"
        case .string: "text"
        }
    }
}

extension TextNode {
    fileprivate var kindName: String {
        switch content {
        case .scalar(let scalar): scalar.kindName
        case .sequence: "list"
        case .mapping: "mapping"
        }
    }

    /// Whether the definition in this tree follows the Recommendation to the letter.
    var isOpenDefinition: Bool { self["semantics"]?.scalar?.text == "scxml" }

    /// The first character: what to mark when a whole block is meant.
    var startRange: SourceRange {
        SourceRange(range.lowerBound, min(range.lowerBound + 1, range.upperBound))
    }
}

extension ShapeValue {
    /// The name of what may stand here, for diagnostics: `name`, `nameList`, `mapping` and so on.
    var kindName: String {
        if let kind { return kind }
        var parts: [String] = []
        if let scalar, scalar != .empty { parts.append(scalar.kindName) }
        if items != nil { parts.append(parts.isEmpty ? "list" : "List") }
        if mapping != nil { parts.append(parts.isEmpty ? "mapping" : "Mapping") }
        return parts.joined()
    }
}

extension ScalarRule {
    fileprivate var kindName: String {
        switch self {
        case .name: "name"
        case .message: "message"
        case .type: "type"
        case .expression: "expression"
        case .integer: "integer"
        case .boolean: "boolean"
        case .literal: "literal"
        case .text: "text"
        case .empty: "nothing"
        case .word: "word"
        }
    }
}

extension TextEntry {
    /// The text of the key; keys of definitions are scalars, the reader sees to it.
    var keyText: String {
        guard case .scalar(let scalar) = key.content else { return "" }
        return scalar.text
    }
}

extension [TextEntry] {
    func contains(key name: String) -> Bool { contains { $0.keyText == name } }
}
