/// A language that nobody speaks, made of the template to try a screen with.
///
/// The names are those of CLDR and Android. Both are English in what their text says, and in their
/// plurals, numbers and dates, so that whoever tests can read them.
///
/// ```swift
/// bundle.text("tag.tooLong", ["max": 50, "count": 61], in: PseudoLocale.accented.rawValue)
/// ```
public enum PseudoLocale: String, Sendable, Hashable, CaseIterable {
    /// `en-XA`: accented letters, 40 percent more of them, between brackets: “⟦Ţîîţļéé⟧”.
    ///
    /// What shows without accents is not in a table, what shows without its last bracket is cut, and
    /// brackets in brackets are texts put together of pieces.
    case accented = "en-XA"
    /// `ar-XB`: every word is written from right to left, as in Arabic.
    case bidirectional = "ar-XB"

    /// The pseudo-locale that a tag names, extensions or not.
    init?(tag: LocaleTag) { self.init(rawValue: tag.base) }

    /// The language whose plurals, numbers and dates the table of a language uses.
    package static func rules(of locale: String) -> String {
        PseudoLocale(rawValue: locale) == nil ? locale : "en"
    }
}
