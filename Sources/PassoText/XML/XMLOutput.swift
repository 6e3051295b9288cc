/// An element to be written.
public struct XMLOutputElement: Hashable, Sendable {
    /// The name with its prefix.
    public var name: String

    /// The attributes in the order in which they are written, declarations of namespaces among them.
    public var attributes: [XMLOutputAttribute]

    /// What it holds, in order.
    public var children: [XMLOutputNode]

    /// Whether nothing is indented within it, as within one that holds text.
    public var keepsSpace = false

    /// Makes an element.
    public init(
        _ name: String,
        _ attributes: [XMLOutputAttribute] = [],
        children: [XMLOutputNode] = []
    ) {
        self.name = name
        self.attributes = attributes
        self.children = children
    }
}

/// An attribute to be written.
public struct XMLOutputAttribute: Hashable, Sendable {
    /// The name with its prefix.
    public var name: String

    /// What the value says, without any escapes.
    public var value: String

    /// Makes an attribute.
    public init(_ name: String, _ value: String) {
        self.name = name
        self.value = value
    }
}

/// One thing within an element that is to be written.
public enum XMLOutputNode: Hashable, Sendable {
    /// An element.
    case element(XMLOutputElement)

    /// A text, without any escapes.
    case text(String)

    /// A text written as a CDATA section.
    case section(String)

    /// A comment.
    case comment(String)

    /// A processing instruction.
    case instruction(target: String, text: String)
}

extension XMLOutputElement {
    /// Takes over an element that was read, so that it is written as it was but for its quotes.
    public init(_ element: MarkupElement) {
        self.init(
            element.name.qualified,
            element.attributes.map { XMLOutputAttribute($0.name.qualified, $0.value.text) },
            children: element.children.map(XMLOutputNode.init)
        )
    }
}

extension XMLOutputNode {
    /// Takes over a node that was read.
    public init(_ node: MarkupNode) {
        self =
            switch node {
            case .element(let element): .element(XMLOutputElement(element))
            case .text(let text):
                text.isSection ? .section(text.scalar.text) : .text(text.scalar.text)
            case .comment(let comment): .comment(comment.text)
            case .instruction(let instruction):
                .instruction(target: instruction.target, text: instruction.text)
            }
    }
}
