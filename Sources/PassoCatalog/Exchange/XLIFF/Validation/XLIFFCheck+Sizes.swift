internal import PassoDiagnostics
internal import PassoText

extension XLIFFCheck {
    /// The elements that each attribute of the module Size and Length Restriction stands on.
    private static let carriers: [String: Set<String>] = [
        "sizeRestriction": ["file", "group", "unit", "mrk", "sm", "pc", "sc"],
        "storageRestriction": ["file", "group", "unit", "mrk", "sm", "pc", "sc"],
        "sizeInfo": ["file", "group", "unit", "pc", "sc", "ec", "ph"],
        "sizeInfoRef": ["file", "group", "unit", "pc", "sc", "ec", "ph"],
        "equivStorage": ["pc", "sc", "ec", "ph"],
    ]

    private static let storages = ["xliff:utf8", "xliff:utf16", "xliff:utf32"]

    /// Checks the attributes that limit sizes, by the profiles that the file names.
    mutating func checkSizes(
        _ element: MarkupElement,
        _ name: XLIFFName,
        _ context: XLIFFContext
    ) {
        if name == "slr:profiles" { checkProfiles(element) }
        guard name.vocabulary == .core else { return }
        for attribute in element.attributes where attribute.name.namespace == XLIFFNamespace.sizes {
            let local = attribute.name.local
            guard let carriers = Self.carriers[local] else { continue }
            guard carriers.contains(name.local) else {
                let allowed = Self.carriers.filter { $0.value.contains(name.local) }.keys
                    .map { "slr:\($0)" }.sorted()
                report.add(.xliffAttribute(attribute, of: element, allowed: allowed, in: source))
                continue
            }
            if let kind = mistake(in: attribute.value.text, of: local, context.profiles) {
                report.add(.xliffValue(attribute.name.qualified, attribute, kind, in: source))
            }
        }
        guard let reference = element.attribute("sizeInfoRef", in: XLIFFNamespace.sizes) else {
            return
        }
        if element.attribute("sizeInfo", in: XLIFFNamespace.sizes) != nil {
            clash(reference, with: "slr:sizeInfo", on: element)
        }
        // What describes a file, group or unit stands beside it.
        let isScope = ["file", "group", "unit"].contains(name.local)
        let scope = isScope ? scopes[context.scope].parent ?? -1 : context.scope
        if scope >= 0 {
            references.append(XLIFFReference(attribute: reference, kind: .sizes, scope: scope))
        } else {
            dangle(reference, .sizes)
        }
    }

    /// What is wrong with a value in the standard profiles; nil if nothing, or if others apply.
    private func mistake(
        in text: String,
        of attribute: String,
        _ profiles: XLIFFProfiles
    ) -> String? {
        let isGeneral = profiles.general == "xliff:codepoints"
        let isStorage = profiles.storage.map { Self.storages.contains($0) } ?? true
        let size = text.isEmpty ? 0 : XLIFFNumber.whole(text)
        switch attribute {
        case "sizeRestriction" where isGeneral || profiles.general == nil,
            "storageRestriction" where isStorage:
            return Self.isRestriction(text) ? nil : "size"
        case "equivStorage" where isStorage, "sizeInfo" where isGeneral:
            return size.map { $0 >= 0 } ?? false ? nil : "count"
        case "sizeInfo" where profiles.general == nil:
            // Without a profile it can be anything; but no profile measures in parts of a unit.
            return size == nil && XLIFFNumber.decimal(text) != nil ? "count" : nil
        default: return nil
        }
    }

    /// `[minimum,]maximum`, where the maximum can be `*`.
    private static func isRestriction(_ text: String) -> Bool {
        let parts = text.split(separator: ",", omittingEmptySubsequences: false)
            .map { $0.trimmed }
        guard parts.count <= 2, let last = parts.last else { return false }
        let maximum = last == "*" ? Int.max : XLIFFNumber.whole(last) ?? -1
        let minimum = parts.count == 2 ? XLIFFNumber.whole(parts[0]) ?? -1 : 0
        return minimum >= 0 && minimum <= maximum
    }

    private mutating func checkProfiles(_ element: MarkupElement) {
        let known = [("generalProfile", ["xliff:codepoints"]), ("storageProfile", Self.storages)]
        for (name, profiles) in known {
            if let attribute = element.attribute(name), attribute.value.text.hasPrefix("xliff:"),
                !profiles.contains(attribute.value.text)
            {
                report.add(.xliffChoice(name, attribute, of: profiles, in: source))
            }
        }
    }
}

extension Substring {
    fileprivate var trimmed: String { XLIFFToken.collapse(String(self)) }
}
