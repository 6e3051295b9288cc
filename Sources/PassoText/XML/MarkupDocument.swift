public import PassoDiagnostics

/// A document that was read: its root element and what stands around it.
public struct MarkupDocument: Sendable {
    /// The file.
    public let source: SourceText

    /// Comments and instructions before the root.
    public let prolog: [MarkupNode]

    /// The one element that holds all others.
    public let root: MarkupElement

    /// Comments and instructions behind the root.
    public let epilog: [MarkupNode]
}

/// One thing within an element.
public enum MarkupNode: Sendable {
    /// An element.
    case element(MarkupElement)

    /// A text between two tags.
    case text(MarkupText)

    /// A comment.
    case comment(MarkupComment)

    /// A processing instruction.
    case instruction(MarkupInstruction)
}

/// An element with its place.
public struct MarkupElement: Sendable {
    /// Its name.
    public let name: MarkupName

    /// Where the name stands in the start tag.
    public let nameRange: SourceRange

    /// The attributes in the order of the file, declarations of namespaces among them.
    public let attributes: [MarkupAttribute]

    /// What it holds, in order.
    public let children: [MarkupNode]

    /// The namespaces of the prefixes that can be used within it; the default one has the empty prefix.
    public let namespaces: [String: String]

    /// Where its start tag stands, from `<` to `>`.
    public let startTag: SourceRange

    /// Where it stands, with both tags.
    public let range: SourceRange
}

/// An attribute with its place.
public struct MarkupAttribute: Sendable {
    /// Its name; one without a prefix is in no namespace.
    public let name: MarkupName

    /// Where the name stands.
    public let nameRange: SourceRange

    /// The value after references are replaced; it knows where each piece of its text is written.
    public let value: TextScalar

    /// Where the value stands, without its quotes.
    public let valueRange: SourceRange

    /// Whether it declares a namespace.
    public var isDeclaration: Bool { name.namespace == XMLNamespace.declarations }

    /// The whole attribute, from its name to the quote that closes it.
    public var range: SourceRange { SourceRange(nameRange.lowerBound, valueRange.upperBound + 1) }
}

/// A text between two tags, or one CDATA section.
public struct MarkupText: Sendable {
    /// The text after references are replaced; it knows where each piece is written.
    public let scalar: TextScalar

    /// Where it stands, for a section with its brackets.
    public let range: SourceRange

    /// Whether it is a CDATA section.
    public let isSection: Bool

    /// Whether it is nothing but blanks, tabs and line breaks.
    public var isBlank: Bool {
        scalar.text.utf8.allSatisfy { $0 == 0x20 || $0 == 0x0A || $0 == 0x09 || $0 == 0x0D }
    }
}

/// A comment with its place.
public struct MarkupComment: Sendable {
    /// What stands between `<!--` and `-->`.
    public let text: String

    /// Where it stands.
    public let range: SourceRange
}

/// A processing instruction with its place.
public struct MarkupInstruction: Sendable {
    /// The name behind `<?`.
    public let target: String

    /// What stands behind the name.
    public let text: String

    /// Where it stands.
    public let range: SourceRange
}
