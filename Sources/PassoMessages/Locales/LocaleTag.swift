internal import PassoICU

/// A language tag as matching sees it: spelled as CLDR spells it, its aliases replaced.
///
/// Extensions (`-u-nu-arab`) say how numbers and dates are written, not what language it is: they
/// stay in ``name`` and take no part in matching.
struct LocaleTag: Sendable, Hashable {
    /// The tag with its extensions, for formats.
    let name: String
    /// The tag without its extensions.
    let base: String

    /// Reads a tag; nil if it is none.
    init?(_ text: String) {
        guard let spelled = LocaleName.canonical(text) else { return nil }
        // ICU refuses extensions with mistakes; the language before them still counts.
        let canonical =
            (try? LocaleData.canonical(spelled))
            ?? (try? LocaleData.canonical(LocaleName.base(of: spelled)))
        let name = canonical ?? LocaleName.base(of: spelled)
        self.name = name
        base = LocaleName.base(of: name)
    }

    /// The tag and its parents by CLDR, nearest first, without the root: `en-GB`, `en-001`, `en`.
    var lineage: [String] {
        // CLDR's longest chain has five names; a tag adds its variants.
        let limit = MessageLimits.standard.maximumLocaleBytes
        return Array(sequence(first: base, next: Self.parent).prefix(limit))
    }

    /// What tells two names of one language apart: `pt` and `pt-BR` are one, `zh-TW` and `zh-Hant`
    /// are one.
    static func identity(of base: String) -> String {
        if base == "und" || base.hasPrefix("und-") { return base }
        return (try? LocaleData.likely(base)) ?? base
    }

    /// The language and the script in which somebody reads: `zh-Hant` of `zh-TW`.
    ///
    /// The two written forms of Norwegian count as one.
    static func writing(of base: String) -> String {
        let parts = Parts(identity(of: base))
        let whole = LocaleData.parents[parts.language].flatMap { parent in
            parent == "root" || parent.contains("-") ? nil : parent
        }
        return (whole ?? parts.language) + "-" + (parts.script ?? "")
    }

    /// Whether the tag says more than a language and a script: a region or an extension.
    var saysMore: Bool { name != base || Parts(base).region != nil }

    /// The parent by CLDR; nil for the root (LDML part 1, *Parent Locales*).
    ///
    /// A region written in another script than its language usually is has that script's parents:
    /// `zh-TW` has `zh-Hant-TW`. A script that is not the language's usual one has the root, since
    /// whoever reads the one need not read the other.
    static func parent(of base: String) -> String? {
        if let parent = LocaleData.parents[base] { return parent == "root" ? nil : parent }
        var parts = Parts(base)
        let usual = Parts(identity(of: parts.language)).script
        if !parts.variants.isEmpty {
            parts.variants.removeLast()
        } else if parts.region != nil {
            // Without a script that is likely the region goes, or the tag would be its own parent.
            if parts.script == nil, let likely = Parts(identity(of: base)).script, likely != usual {
                parts.script = likely
            } else {
                parts.region = nil
            }
        } else if let script = parts.script, usual == nil || usual == script {
            parts.script = nil
        } else {
            return nil
        }
        return parts.name
    }
}

extension LocaleTag {
    /// A tag without extensions, taken apart.
    private struct Parts {
        var language: String
        var script: String?
        var region: String?
        var variants: [Substring] = []

        init(_ base: String) {
            var rest = base.split(separator: "-")[...]
            language = rest.popFirst().map(String.init) ?? ""
            if let part = rest.first, part.utf8.count == 4,
                part.utf8.allSatisfy(LocaleName.isLetter)
            {
                script = String(part)
                rest.removeFirst()
            }
            if let part = rest.first, part.utf8.count < 4 {
                region = String(part)
                rest.removeFirst()
            }
            variants = Array(rest)
        }

        var name: String {
            let parts = [language, script, region].compactMap(\.self)
            return (parts + variants.map(String.init)).joined(separator: "-")
        }
    }
}
