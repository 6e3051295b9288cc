internal import PassoDiagnostics
internal import PassoICU
internal import PassoMessages

/// One message with its texts in all languages of the page.
struct PreviewMessage {
    let entry: StringEntry
    let facts: [String: PlaceholderFacts]
    let texts: [PreviewText]
}

/// One message in one language.
struct PreviewText {
    let seat: PreviewSeat
    /// The message as the table has it; nil where it is missing or empty.
    let pattern: String?
    /// How far the translation is; nil for the template and for pseudo-locales.
    let state: TranslationState?
    let cases: [PreviewCase]
    /// The most characters (extended grapheme clusters) that the text can become.
    let length: Int?
    /// The longest text, where it comes close to its limit and is none of the cases.
    let longest: String?
    let findings: [Diagnostic]
    let terms: [ExchangeTerm]
}

/// Makes the messages of one bundle.
struct PreviewMaker {
    let desk: CheckDesk
    let seats: [PreviewSeat]
    let findings: PreviewFindings

    func message(_ entry: StringEntry) -> PreviewMessage {
        let facts = PlaceholderFacts.all(of: entry)
        let source = Wording(entry, limits: desk.limits)
        return PreviewMessage(
            entry: entry,
            facts: facts,
            texts: seats.map { text(of: entry, source, facts, in: $0) }
        )
    }

    private func text(
        of entry: StringEntry,
        _ source: Wording,
        _ facts: [String: PlaceholderFacts],
        in seat: PreviewSeat
    ) -> PreviewText {
        let own = seat.table[entry.key]
        let isThere = own.map { !$0.pattern.isEmpty || entry.pattern.isEmpty } ?? false
        let wording =
            seat.role == .template ? source : own.map { Wording($0, limits: desk.limits) }
        let cases = isThere ? wording.map { self.cases(of: $0, facts, in: seat) } ?? [] : []
        let longest = isThere ? longestText(of: entry.key, wording, in: seat) : nil
        let length = longest.map { TextCount(of: $0).characters }
        return PreviewText(
            seat: seat,
            pattern: isThere ? own?.pattern : nil,
            state: seat.role == .translation
                ? desk.catalog.state(of: entry.key, in: seat.locale) : nil,
            cases: cases,
            length: length,
            longest: isTight(length, entry) && !cases.contains { $0.text == longest }
                ? longest : nil,
            findings: seat.role == .pseudo ? [] : findings.of(entry.key, in: seat.locale),
            terms: seat.role == .translation
                ? seat.terms.terms(in: source.readings) : []
        )
    }

    /// Whether a text comes within a tenth of its limit, or goes beyond.
    private func isTight(_ length: Int?, _ entry: StringEntry) -> Bool {
        guard let length, let limit = entry.maximumLength else { return false }
        return length * 10 >= limit * 9
    }

    /// A message that cannot be read shows as it is written.
    private func cases(
        of wording: Wording,
        _ facts: [String: PlaceholderFacts],
        in seat: PreviewSeat
    ) -> [PreviewCase] {
        guard wording.isSound else {
            return [
                PreviewCase(choices: [], parts: [.init(text: wording.entry.pattern, argument: nil)])
            ]
        }
        return PreviewCases(
            desk: desk,
            language: seat.language,
            reader: seat.reader,
            facts: facts,
            wording: wording
        ).all()
    }

    private func longestText(of key: String, _ wording: Wording?, in seat: PreviewSeat) -> String? {
        // Pseudo-locales are made longer than any limit, or of marks that nobody counts.
        guard wording?.isSound == true, seat.role != .pseudo else { return nil }
        return LongestText(desk: desk, language: seat.language).text(of: key)
    }
}
