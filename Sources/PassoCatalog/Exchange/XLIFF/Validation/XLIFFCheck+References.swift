internal import PassoDiagnostics
internal import PassoText

/// A reference that is looked up when the whole file was seen.
struct XLIFFReference {
    /// What it must name; the raw value is what the words of the diagnostic know.
    enum Kind: String {
        /// Anything in the file, or something outside of it.
        case anything
        /// A note of the same unit.
        case note
        /// Text of the same unit.
        case span
        /// Units of the same file.
        case units
        /// Details of issues of quality in the same unit.
        case issues
        /// Records of provenance in the same unit, or in the groups and the file around.
        case records
        /// A resource of the file.
        case resource
        /// Details of sizes beside the element or beside one around it.
        case sizes
        /// Original data of the same unit.
        case data
        /// A code of the same unit.
        case code
        /// Something that changed, and its attribute.
        case changed, property, revision
    }

    let attribute: MarkupAttribute
    let kind: Kind
    let scope: Int
}

extension XLIFFCheck {
    /// Notes a reference, if the element has the attribute.
    mutating func refer(
        _ element: MarkupElement,
        _ local: String,
        in namespace: String? = nil,
        _ kind: XLIFFReference.Kind,
        _ context: XLIFFContext
    ) {
        guard let attribute = element.attribute(local, in: namespace) else { return }
        references.append(XLIFFReference(attribute: attribute, kind: kind, scope: context.scope))
    }

    /// Reports a reference that names nothing.
    mutating func dangle(_ attribute: MarkupAttribute, _ kind: XLIFFReference.Kind) {
        report.add(.xliffReference(attribute, kind.rawValue, in: source))
    }

    /// Looks up all references.
    mutating func resolveReferences() {
        for reference in references where reference.scope >= 0 { resolve(reference) }
    }

    private mutating func resolve(_ reference: XLIFFReference) {
        let text = XLIFFToken.collapse(reference.attribute.value.text)
        let scope = reference.scope
        switch reference.kind {
        case .anything: resolveAnything(reference, text)
        case .note: resolveNote(reference, text)
        case .span: resolveSpan(reference, text)
        case .units:
            let units = scopes[scopes[scope].file].members[.unit] ?? [:]
            let ids = XLIFFToken.list(text)
            if ids.allSatisfy(XLIFFToken.isToken), ids.contains(where: { units[$0] == nil }) {
                dangle(reference.attribute, .units)
            }
        case .issues, .records: resolveITS(reference, text)
        case .resource: resolveResource(reference, text)
        case .sizes: resolveSizes(reference, text)
        case .data, .code, .changed, .property, .revision: break
        }
    }

    /// Reads what stands behind `#`; reports what is no fragment.
    private mutating func fragment(
        of reference: XLIFFReference,
        _ text: Substring
    ) -> XLIFFFragment? {
        do {
            return try XLIFFFragment(text)
        } catch {
            report.add(.xliffFragment(reference.attribute, error.rawValue, in: source))
            return nil
        }
    }

    /// The file, group or unit that a fragment leads to.
    private func scope(of fragment: XLIFFFragment, from place: Int) -> Int? {
        let home =
            fragment.file.map { files[$0] } ?? (fragment.isAbsolute ? nil : scopes[place].file)
        guard let home else { return nil }
        if let unit = fragment.unit { return scopes[home].members[.unit]?[unit] }
        if let group = fragment.group { return scopes[home].members[.group]?[group] }
        return fragment.file != nil || fragment.isAbsolute ? home : place
    }

    private func has(_ leaf: XLIFFFragment.Leaf?, _ scope: Int) -> Bool {
        switch leaf {
        case nil: true
        case .note(let id): knows(id, in: .init(.notes, scope))
        case .data(let id): scopes[scope].data.contains(id)
        case .target(let id): scopes[scope].targetIDs.contains(id)
        case .source(let id): scopes[scope].sourceIDs.contains(id)
        case .module(let prefix, let id): scopes[scope].moduleIDs[prefix]?.contains(id) ?? false
        }
    }

    private mutating func resolveAnything(_ reference: XLIFFReference, _ text: String) {
        guard text.hasPrefix("#") else { return }
        guard let fragment = fragment(of: reference, text.dropFirst()) else { return }
        let found = scope(of: fragment, from: reference.scope)
        if !(found.map { has(fragment.leaf, $0) } ?? false) {
            dangle(reference.attribute, .anything)
        }
    }

    private mutating func resolveNote(_ reference: XLIFFReference, _ text: String) {
        guard text.hasPrefix("#") else { return dangle(reference.attribute, .note) }
        guard let fragment = fragment(of: reference, text.dropFirst()) else { return }
        guard case .note(let id) = fragment.leaf,
            scope(of: fragment, from: reference.scope) == reference.scope,
            knows(id, in: .init(.notes, reference.scope))
        else { return dangle(reference.attribute, .note) }
    }

    /// What stands before `#` should be nothing; the published suite has it all the same.
    private mutating func resolveSpan(_ reference: XLIFFReference, _ text: String) {
        guard let hash = text.firstIndex(of: "#") else {
            let mistake = XLIFFFragment.Mistake.syntax
            report.add(.xliffFragment(reference.attribute, mistake.rawValue, in: source))
            return
        }
        guard let fragment = fragment(of: reference, text[text.index(after: hash)...]) else {
            return
        }
        let unit = reference.scope
        let isHere = scope(of: fragment, from: unit) == unit
        let isFound =
            switch fragment.leaf {
            case .source(let id):
                scopes[unit].sourceIDs.contains(id)
                    || hash > text.startIndex && scopes[unit].targetIDs.contains(id)
            case .target: has(fragment.leaf, unit)
            default: false
            }
        if !isHere || !isFound { dangle(reference.attribute, .span) }
    }

    /// Details stand in the unit, records in what is around it too; `lqi1` is as good as
    /// `#its=lqi1`.
    private mutating func resolveITS(_ reference: XLIFFReference, _ text: String) {
        var id = text
        var place: Int? = reference.scope
        if text.hasPrefix("#") {
            guard let fragment = fragment(of: reference, text.dropFirst()) else { return }
            guard case .module("its", let named) = fragment.leaf else {
                return dangle(reference.attribute, reference.kind)
            }
            id = named
            place = scope(of: fragment, from: reference.scope)
        } else if !XLIFFToken.isToken(text) {
            return
        }
        while let scope = place {
            if scopes[scope].moduleIDs["its"]?.contains(id) ?? false { return }
            place = scopes[scope].parent
        }
        dangle(reference.attribute, reference.kind)
    }

    /// A resource stands in the file or in the unit itself.
    ///
    /// A file that has none at all leaves the reference to a tool that knows where they are; the
    /// published suite takes such files.
    private mutating func resolveResource(_ reference: XLIFFReference, _ text: String) {
        let places = [scopes[reference.scope].file, reference.scope]
        let isFound = places.contains { scopes[$0].moduleIDs["res"]?.contains(text) ?? false }
        let hasResources = scopes[places[0]].moduleIDs["res"] != nil
        if !isFound && hasResources { dangle(reference.attribute, .resource) }
    }

    private mutating func resolveSizes(_ reference: XLIFFReference, _ text: String) {
        var place: Int? = reference.scope
        while let scope = place {
            if scopes[scope].sizeIDs.contains(text) { return }
            place = scopes[scope].parent
        }
        dangle(reference.attribute, .sizes)
    }
}
