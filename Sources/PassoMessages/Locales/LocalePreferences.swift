/// The languages that a reader wishes for, the most wished first.
///
/// ```swift
/// let wishes = LocalePreferences(acceptLanguage: "da-DK, en;q=0.8")
/// bundle.text("tag.tooLong", ["max": 50, "count": 61], for: bundle.negotiated(for: wishes))
/// ```
///
/// What is wrong in a list costs only the wrong part: see ``problems``.
public struct LocalePreferences: Sendable, Hashable {
    /// The wishes by weight; those of one weight in the order of the list.
    ///
    /// Exclusions come last.
    public let wishes: [LocalePreference]
    /// What was left out, in the order of the list.
    public let problems: [LocalePreferenceProblem]

    /// Reads the value of the HTTP field `Accept-Language` (RFC 9110, 12.5.4).
    ///
    /// A single tag such as `da` is such a value too, and `da_DK` is read as `da-DK`.
    public init(acceptLanguage value: String, limits: MessageLimits = .standard) {
        self.init(limits: limits) { reader in
            guard value.utf8.count <= limits.maximumPreferenceBytes else { return reader.refuse() }
            for part in value.utf8.split(separator: UInt8(ascii: ",")) {
                guard reader.read(weighted: part) else { return }
            }
        }
    }

    /// Takes languages in the order of preference, as `["da-DK", "en"]`.
    public init(_ locales: some Sequence<String>, limits: MessageLimits = .standard) {
        self.init(limits: limits) { reader in
            for locale in locales {
                guard reader.read(tag: locale.utf8[...], weight: 1000) else { return }
            }
        }
    }

    /// Finds which of some languages a reader gets.
    ///
    /// - Parameters:
    ///   - locales: the languages that there are texts in.
    ///   - template: the language that answers when no wish can be met.
    /// - Returns: the language and the wish that it meets, as
    ///   ``StringBundle/negotiated(for:)`` finds them for the tables of a bundle.
    public func match(_ locales: [String], template: String = "en") -> LocaleMatch {
        LocaleMatcher(locales, template: template).match(self)
    }

    private init(limits: MessageLimits, read: (inout LocalePreferenceReader) -> Void) {
        var reader = LocalePreferenceReader(limits: limits)
        read(&reader)
        problems = reader.problems
        // Swift's sort is stable: wishes of one weight keep their order.
        wishes = reader.wishes.sorted { $0.weight > $1.weight }
    }
}
