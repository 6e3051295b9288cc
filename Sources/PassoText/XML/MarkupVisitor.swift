package import PassoDiagnostics

/// Takes the elements of a document as they end, so that a large one is never in memory as a whole.
package protocol MarkupVisitor {
    /// Looks at an element that has ended, with all of it that was not taken before.
    ///
    /// - Parameters:
    ///   - element: the element, which is not the root.
    ///   - parents: the tags around it, the root first.
    /// - Returns: whether it is done with; then the document goes without it.
    mutating func takes(_ element: MarkupElement, within parents: [MarkupTag]) -> Bool
}

/// The start tag of an element that has not ended yet.
package struct MarkupTag {
    /// The element's name.
    package let name: MarkupName
    /// Where the name stands.
    package let nameRange: SourceRange
    /// The attributes in the order of the file.
    package let attributes: [MarkupAttribute]
    /// The namespaces of the prefixes that can be used within the element.
    package let namespaces: [String: String]
    /// Where the tag stands.
    package let startTag: SourceRange
}

/// Takes nothing: all elements stay in the tree.
struct MarkupKeeper: MarkupVisitor {
    mutating func takes(_ element: MarkupElement, within parents: [MarkupTag]) -> Bool { false }
}

extension MarkupElement {
    init(_ tag: MarkupTag, children: [MarkupNode], end: SourceRange) {
        self.init(
            name: tag.name,
            nameRange: tag.nameRange,
            attributes: tag.attributes,
            children: children,
            namespaces: tag.namespaces,
            startTag: tag.startTag,
            range: tag.startTag.union(end)
        )
    }
}
