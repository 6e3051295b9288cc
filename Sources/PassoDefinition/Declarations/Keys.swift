import PassoDiagnostics
import PassoText

/// The entries of a mapping by name; of a key given twice the first stands.
struct Keys {
    /// One of the author's names with its value.
    struct Entry {
        let name: Located<String>
        let value: TextNode
    }

    private let all: [TextEntry]

    init(_ node: TextNode) {
        guard case .mapping(let entries) = node.content else {
            all = []
            return
        }
        var seen: Set<String> = []
        all = entries.filter { seen.insert($0.keyText).inserted }
    }

    subscript(name: String) -> TextNode? { pair(name)?.value }

    /// The key and value of this name.
    func pair(_ name: String) -> TextEntry? { all.first { $0.keyText == name } }

    /// The places of the keys.
    var ranges: [String: SourceRange] {
        Dictionary(all.map { ($0.keyText, $0.key.range) }, uniquingKeysWith: { one, _ in one })
    }

    /// All entries, in order.
    var entries: [Entry] {
        all.map { Entry(name: Located($0.keyText, at: $0.key.range), value: $0.value) }
    }

    /// The entries of the mapping under this key.
    func entries(_ name: String) -> [Entry] { self[name].map { Keys($0).entries } ?? [] }

    /// The entries of the mapping under this key, with their keys as they were written.
    func pairs(_ name: String) -> [TextEntry] { self[name].map { Keys($0).all } ?? [] }

    /// The items of the list under this key; one alone needs no list.
    func items(_ name: String) -> [TextNode] {
        guard let node = self[name] else { return [] }
        guard case .sequence(let items) = node.content else { return [node] }
        return items
    }
}

extension TextNode {
    /// The text of a scalar that is one.
    var text: Located<String>? {
        guard case .scalar(let scalar) = content, case .string = scalar.value else { return nil }
        return Located(scalar.text, at: range)
    }

    /// The texts of a list, or of one scalar.
    var texts: [Located<String>] {
        guard case .sequence(let items) = content else { return text.map { [$0] } ?? [] }
        return items.compactMap(\.text)
    }

    var integer: Located<Int>? {
        guard case .scalar(let scalar) = content, case .int(let value) = scalar.value,
            let small = Int(exactly: value)
        else { return nil }
        return Located(small, at: range)
    }

    var boolean: Bool? {
        guard case .scalar(let scalar) = content, case .bool(let value) = scalar.value else {
            return nil
        }
        return value
    }

    /// The text of a scalar; `null` is a word, too.
    var word: Located<String>? {
        if case .scalar(let scalar) = content, scalar.text == "null" {
            return Located(scalar.text, at: range)
        }
        return text
    }

    /// The text of a scalar, numbers and truth values as they are written.
    var anyText: Located<String>? {
        guard case .scalar(let scalar) = content, scalar.value != .null else { return nil }
        return Located(scalar.text, at: range)
    }

    /// The text of a scalar as CEL.
    var expression: ExpressionDeclaration? {
        guard case .scalar(let scalar) = content else { return nil }
        if case .null = scalar.value { return nil }
        return ExpressionDeclaration(text: scalar.text, range: range, scalar: scalar)
    }
}
