public import PassoDiagnostics

extension MarkupElement {
    /// Finds the attribute of a name; without a namespace, one without a prefix.
    public func attribute(_ local: String, in namespace: String? = nil) -> MarkupAttribute? {
        attributes.first { $0.name.matches(local, in: namespace) }
    }

    /// The elements within it, in order.
    public var elements: [MarkupElement] {
        children.compactMap { if case .element(let element) = $0 { element } else { nil } }
    }

    /// The texts within it, in order, without those of elements within it.
    public var texts: [MarkupText] {
        children.compactMap { if case .text(let text) = $0 { text } else { nil } }
    }

    /// Whether it holds no element, and no text but blanks.
    public var isEmpty: Bool {
        children.allSatisfy { node in
            switch node {
            case .element: false
            case .text(let text): text.isBlank && !text.isSection
            case .comment, .instruction: true
            }
        }
    }

    /// What stands between its tags; empty behind the start tag of `<a/>`.
    public var contentRange: SourceRange {
        guard let last = children.last, startTag.upperBound < range.upperBound else {
            return SourceRange(at: startTag.upperBound)
        }
        return SourceRange(startTag.upperBound, last.range.upperBound)
    }

    /// Its texts and sections as one text, which knows where each piece is written.
    public var text: TextScalar {
        TextScalar(joining: texts.map(\.scalar), at: startTag.upperBound)
    }
}

extension MarkupNode {
    /// Where it stands.
    public var range: SourceRange {
        switch self {
        case .element(let element): element.range
        case .text(let text): text.range
        case .comment(let comment): comment.range
        case .instruction(let instruction): instruction.range
        }
    }
}

extension MarkupDocument {
    /// Returns the text of an element as a document of its own.
    ///
    /// The declarations of the namespaces that it has from around it are added to its start tag, so
    /// every name means the same.
    ///
    /// - Parameter element: one of this document.
    /// - Returns: the element as it stands in the file, from tag to tag.
    public func standaloneText(of element: MarkupElement) -> String {
        let own = Set(element.attributes.filter(\.isDeclaration).map(\.declaredPrefix))
        let added = element.namespaces
            .filter { $0.key != "xml" && !own.contains($0.key) }
            .sorted { $0.key < $1.key }
            .map { prefix, namespace in
                let name = prefix.isEmpty ? "xmlns" : "xmlns:\(prefix)"
                return " \(name)=\"\(XMLEscape.attribute(namespace))\""
            }
        let end = element.nameRange.upperBound
        return source.text(in: SourceRange(element.range.lowerBound, end)) + added.joined()
            + source.text(in: SourceRange(end, element.range.upperBound))
    }
}

extension MarkupAttribute {
    /// The prefix that a declaration declares; empty for the default namespace.
    var declaredPrefix: String { name.prefix == nil ? "" : name.local }
}
