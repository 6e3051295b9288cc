internal import PassoDiagnostics
internal import PassoText

extension XLIFFCheck {
    /// Checks what change tracking tells of a file, group or unit (XLIFF 2.0, module Change
    /// Tracking; an extension since 2.1).
    mutating func checkChanges(in element: MarkupElement, _ context: XLIFFContext) {
        let tracks = element.elements.filter { name($0) == "ctr:changeTrack" }
        guard !tracks.isEmpty else { return }
        var changed = XLIFFChanged()
        changed.collect(element, core: core)
        for revisions in tracks.flatMap(\.elements) where name(revisions) == "ctr:revisions" {
            check(revisions, changed)
        }
    }

    private mutating func check(_ revisions: MarkupElement, _ changed: XLIFFChanged) {
        guard let kind = revisions.token("appliesTo") else { return }
        var concerned = changed.elements[kind] ?? []
        if let reference = revisions.attribute("ref") {
            guard let element = changed.byID[XLIFFToken.collapse(reference.value.text)] else {
                dangle(reference, .changed)
                return
            }
            concerned = [element]
        } else if concerned.count > 1, concerned.contains(where: { $0.attribute("id") != nil }),
            let appliesTo = revisions.attribute("appliesTo")
        {
            need("ref", beside: appliesTo, isValue: true)
        }
        let list = revisions.elements.filter { name($0) == "ctr:revision" }
        if let current = revisions.attribute("currentVersion"),
            !list.contains(where: { $0.token("version") == XLIFFToken.collapse(current.value.text) }
            )
        {
            dangle(current, .revision)
        }
        for revision in list { checkItems(of: revision, concerned) }
    }

    /// An item is about the content, or about an attribute that is there; each is told once.
    private mutating func checkItems(of revision: MarkupElement, _ concerned: [MarkupElement]) {
        var told: [String: SourceRange] = [:]
        for item in revision.elements {
            guard let property = item.attribute("property") else { continue }
            let text = property.value.text
            if let first = told[text] {
                report.add(
                    .xliffTwice(
                        "property",
                        property,
                        within: "ctr:revision",
                        first: first,
                        in: source
                    )
                )
            }
            told[text] = told[text] ?? property.valueRange
            let isThere = concerned.contains { element in
                element.attributes.contains { $0.name.qualified == text }
            }
            if text != "content", !concerned.isEmpty, !isThere { dangle(property, .property) }
        }
    }
}

/// What can have changed in a file, group or unit.
private struct XLIFFChanged {
    var elements: [String: [MarkupElement]] = [:]
    var byID: [String: MarkupElement] = [:]

    /// Collects the elements of the core, without what is in groups and units of their own.
    ///
    /// The depth is that of the tree, which the reader of XML limits.
    mutating func collect(_ element: MarkupElement, core: String) {
        for child in element.elements where child.name.namespace == core {
            elements[child.name.local, default: []].append(child)
            if let id = child.token("id"), byID[id] == nil { byID[id] = child }
            if child.name.local != "group", child.name.local != "unit" {
                collect(child, core: core)
            }
        }
    }
}
