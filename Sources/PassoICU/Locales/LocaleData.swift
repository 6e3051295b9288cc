internal import CICU

/// What CLDR knows of the names of locales: aliases, likely subtags and parents.
///
/// Nothing here depends on the language of the process.
public enum LocaleData {
    /// The usual spelling of a BCP 47 tag with its aliases replaced: `iw-il` is `he-IL`.
    ///
    /// - Throws: `U_ILLEGAL_ARGUMENT_ERROR` for a text that is no well-formed tag.
    public static func canonical(_ tag: String) throws(ICUError) -> String {
        try checkName(tag, "locale")
        return unsafe try string("locale") { buffer, room, status in
            unsafe passo_icu_locale_canonical(tag, buffer, room, &status)
        }
    }

    /// A tag with the script and the region that its readers most likely mean: `zh-TW` is
    /// `zh-Hant-TW`.
    ///
    /// A language that CLDR does not know comes back as it is.
    ///
    /// - Throws: `U_ILLEGAL_ARGUMENT_ERROR` for a text that is no well-formed tag.
    public static func likely(_ tag: String) throws(ICUError) -> String {
        try kept.value(for: tag) { () throws(ICUError) in
            try checkName(tag, "likely subtags")
            return unsafe try string("likely subtags") { buffer, room, status in
                unsafe passo_icu_locale_likely(tag, buffer, room, &status)
            }
        }
    }

    /// Whether a language is written from right to left, as `ar` and `he` are.
    public static func isRightToLeft(_ tag: String) -> Bool {
        // A malformed tag is no language that is written so.
        guard (try? checkName(tag, "direction")) != nil else { return false }
        return unsafe passo_icu_locale_is_right_to_left(tag)
    }

    private static let kept = Kept<String>(limit: ICULimits.keptLikelySubtags)

    /// The parents that cannot be found by cutting a tag: `en-GB` has `en-001`, and `zh-Hant` has
    /// `root`.
    ///
    /// CLDR's `parentLocales` (LDML part 1, *Parent Locales*), read from ICU once; empty if the
    /// linked ICU has none.
    public static let parents: [String: String] = {
        let text = unsafe try? string(capacity: 4_096, "parents") { buffer, room, status in
            unsafe passo_icu_locale_parents(buffer, room, &status)
        }
        var parents: [String: String] = [:]
        var parent = ""
        for line in (text ?? "").split(separator: "\n") {
            let name = String(line.map { $0 == "_" ? "-" : $0 })
            if name.hasPrefix(">") {
                parent = String(name.dropFirst())
            } else {
                parents[name] = parent
            }
        }
        return parents
    }()
}
