/// One wish of a reader: a language, and how much it is wished for.
public struct LocalePreference: Sendable, Hashable {
    /// The wish as it was written: `da_dk`.
    public let text: String
    /// The language as a BCP 47 tag with its aliases replaced, `he-IL` for `iw-il`; nil for `*`, any
    /// language.
    public var locale: String? { tag?.name }
    /// The language taken apart; nil for any.
    let tag: LocaleTag?
    /// The weight in thousandths: 1000 is most, 0 means “not this one”.
    public let weight: Int

    /// Whether the reader refuses this language.
    public var isExclusion: Bool { weight == 0 }
}

/// A part of a list of languages that is left out, with the reason.
public enum LocalePreferenceProblem: Sendable, Hashable {
    /// It is neither a language tag nor `*`.
    case malformedTag(String)
    /// What stands behind its `;` is not `q=` and a number from 0 to 1 with at most three decimals.
    case malformedWeight(String)
    /// The list has named this language before.
    case duplicate(String)
    /// The list has more parts than ``MessageLimits/maximumPreferences``; the rest is not read.
    case tooMany
    /// The list has more bytes than ``MessageLimits/maximumPreferenceBytes``; none of it is read.
    case tooLong
}
