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

extension MarkupElement {
    /// The element as the text of a document of its own.
    ///
    /// The declarations of the namespaces that it uses and has from around it are added to its start
    /// tag, so every name means the same. Values stand in double quotes, and nothing is indented: an
    /// element that is written and read again has the same text.
    public var standaloneText: String {
        var missing: Set<String> = []
        collectPrefixes(declared: ["xml"], in: &missing)
        var output = XMLOutputElement(self)
        let declarations = missing.sorted().compactMap { prefix in
            namespaces[prefix].map {
                XMLOutputAttribute(prefix.isEmpty ? "xmlns" : "xmlns:\(prefix)", $0)
            }
        }
        // At the top of a document there is no namespace to take back.
        output.attributes.removeAll { $0.name == "xmlns" && $0.value.isEmpty }
        output.attributes.insert(contentsOf: declarations, at: 0)
        return XMLWriter.text(inline: output)
    }

    /// Collects the prefixes that are used within the element and declared around it.
    private func collectPrefixes(declared: Set<String>, in missing: inout Set<String>) {
        let own = attributes.filter(\.isDeclaration).map(\.declaredPrefix)
        let declared = declared.union(own)
        let used =
            [name.prefix ?? ""]
            + attributes.filter { !$0.isDeclaration }.compactMap(\.name.prefix)
        missing.formUnion(used.filter { !declared.contains($0) })
        for element in elements { element.collectPrefixes(declared: declared, in: &missing) }
    }
}

extension MarkupAttribute {
    /// The prefix that a declaration declares; empty for the default namespace.
    var declaredPrefix: String { name.prefix == nil ? "" : name.local }
}
