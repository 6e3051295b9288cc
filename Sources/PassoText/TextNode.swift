public import PassoDiagnostics

/// A value in a YAML or JSON text, with its place.
public struct TextNode: Sendable {
    /// What a value can be.
    public enum Content: Sendable {
        /// A text, number, truth value or nothing.
        case scalar(TextScalar)

        /// Values in order.
        case sequence([TextNode])

        /// Keys with their values in order; no two keys are equal.
        case mapping([TextEntry])
    }

    /// Where the value is written: with its quotes or brackets, without anchors and comments.
    ///
    /// A value that is missing (`key:`) has an empty range where it would stand.
    public let range: SourceRange

    /// Where an alias stands (`*name`) through which the value is reached.
    public let alias: SourceRange?

    /// The value.
    public let content: Content

    /// Makes a node.
    public init(range: SourceRange, alias: SourceRange? = nil, content: Content) {
        self.range = range
        self.alias = alias
        self.content = content
    }
}

/// A key and its value.
public struct TextEntry: Sendable {
    /// The key, which is a scalar in every text that was read without mistakes.
    public let key: TextNode

    /// The value.
    public let value: TextNode

    /// Makes an entry.
    public init(key: TextNode, value: TextNode) {
        self.key = key
        self.value = value
    }

    /// The text of the key.
    public var name: String { key.scalar?.text ?? "" }
}

extension TextNode {
    /// The scalar, when it is one.
    public var scalar: TextScalar? {
        if case .scalar(let scalar) = content { scalar } else { nil }
    }

    /// The values, when it is a sequence.
    public var sequence: [TextNode]? {
        if case .sequence(let nodes) = content { nodes } else { nil }
    }

    /// The entries, when it is a mapping.
    public var mapping: [TextEntry]? {
        if case .mapping(let entries) = content { entries } else { nil }
    }

    /// Whether it is a plain `null`, `~` or nothing at all.
    public var isNull: Bool { scalar?.value == .null }

    /// Finds the value of a key by a search over the entries; nil when it is no mapping.
    public subscript(_ name: String) -> TextNode? {
        mapping?.first { $0.name == name }?.value
    }
}
