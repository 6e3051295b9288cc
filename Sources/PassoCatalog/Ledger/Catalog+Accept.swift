internal import PassoDiagnostics
internal import PassoMessages

extension Catalog {
    /// What became of accepting translations.
    public struct Acceptance: Sendable, Hashable {
        /// One message in one language.
        public struct Place: Sendable, Hashable {
            /// The message.
            public let key: String
            /// The language.
            public let locale: String
        }

        /// What was not translated before and is now.
        public internal(set) var accepted: [Place] = []
        /// What was translated already.
        public internal(set) var known: [Place] = []
        /// What cannot be accepted, since there is no translation.
        public internal(set) var missing: [Place] = []

        /// Nothing was asked for yet.
        public init() {}
    }

    /// Marks translations as reviewed, as they are now.
    ///
    /// - Parameters:
    ///   - keys: the messages; those that the template lacks are passed over.
    ///   - locales: the languages; the template's own needs no review.
    /// - Returns: what was marked and what was not.
    public mutating func accept(_ keys: [String], in locales: [String]) -> Acceptance {
        var result = Acceptance()
        for locale in locales where locale != template.locale {
            guard let table = table(for: locale) else { continue }
            for key in keys {
                guard let source = template[key], let state = state(of: key, in: locale) else {
                    continue
                }
                let place = Acceptance.Place(key: key, locale: locale)
                guard state != .translated else {
                    result.known.append(place)
                    continue
                }
                guard let translation = table[key], state != .new || !translation.pattern.isEmpty
                else {
                    result.missing.append(place)
                    continue
                }
                result.accepted.append(place)
                let row = Ledger.Row(
                    key: key,
                    source: TextHash(source.pattern),
                    target: TextHash(translation.pattern),
                    state: .translated
                )
                ledgers[locale, default: Ledger()].record(row)
            }
        }
        return result
    }

    /// The key of the template most like a given one, for “did you mean”.
    public func nearest(to key: String) -> String? {
        PassoDiagnostics.nearest(to: key, in: template.keys)
    }
}
