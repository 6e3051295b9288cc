internal import PassoDiagnostics
internal import PassoICU
internal import PassoText

extension ReturnedUnit {
    /// Reads a message from a row of a table.
    ///
    /// - Parameters:
    ///   - cells: the texts of its columns, each with its place; one that is not there is missing.
    ///   - range: where the row stands.
    ///   - source: the file.
    init(cells: [ExchangeColumn: TextScalar], at range: SourceRange, in source: SourceText) {
        let key = cells[.key]
        self.init(
            key: key?.text ?? "",
            range: key?.sourceRange ?? range
        )
        self.source = cells[.source]
        target = cells[.target]
        // Without its stamp a message can still be taken, by its texts.
        stamp = cells[.stamp].flatMap { ExchangeStamp(TextFold.trimmed($0.text)) }
        if self.key.isEmpty { mistakes.append(.keyMissing(in: source, at: range)) }
        guard let state = cells[.state], !TextFold.trimmed(state.text).isEmpty else { return }
        self.state = ReturnedState(word: state.text)
        if self.state == nil {
            let place = state.sourceRange
            mistakes.append(.stateUnknown(state.text, in: source, at: place))
        }
    }
}

extension ReturnedState {
    /// Reads the word for a state; capitals and the way its parts are joined do not count.
    init?(word: String) {
        let folded = TextFold.trimmed(word).lowercased().replacing(" ", with: "-").replacing(
            "_",
            with: "-"
        )
        guard let state = TranslationState(rawValue: folded) else { return nil }
        switch state {
        case .new: self = .new
        case .stale, .needsReview: self = .needsReview
        case .translated: self = .translated
        }
    }
}

extension ReturnedDocument {
    /// Gives every message that says something else than another one before it with the same key a
    /// mistake that names both.
    mutating func markKeysGivenTwice() {
        var first: [String: ReturnedUnit] = [:]
        for index in units.indices where !units[index].key.isEmpty {
            let unit = units[index]
            guard let earlier = first[unit.key] else {
                first[unit.key] = unit
                continue
            }
            guard !earlier.isEqual(to: unit) else { continue }
            units[index].mistakes.append(
                .keyTwice(unit.key, first: earlier.range, in: source, at: unit.range)
            )
        }
    }
}
