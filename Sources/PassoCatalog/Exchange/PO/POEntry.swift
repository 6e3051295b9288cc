internal import PassoDiagnostics
internal import PassoText

/// One entry of a PO file while it is read.
struct POEntry {
    /// A text of an entry.
    enum Part: String {
        case domain
        case context = "msgctxt"
        case source = "msgid"
        case plural = "msgid_plural"
        case target = "msgstr"
    }

    /// What an entry turns out to be.
    enum Result {
        case header(TextScalar, [Diagnostic])
        case message(ReturnedUnit)
    }

    /// The most mistakes that are kept of one entry.
    static let maximumMistakes = 10

    /// Whether it has forms of a plural, which messages have inside of them.
    var isPlural = false
    private var isFuzzy = false
    private var stamp: ExchangeStamp?
    private var words: [Part: SourceRange] = [:]
    private var texts: [Part: POString] = [:]
    private var current: Part?
    private var mistakes: [Diagnostic] = []

    /// Whether one of its words has been read.
    var hasBegun: Bool { !words.isEmpty }
    /// Whether a comment now belongs to the next entry.
    var hasEnded: Bool { has(.target) || has(.domain) }

    func has(_ part: Part) -> Bool { words[part] != nil }

    /// Takes a comment: its flags and its stamp, of which the last counts.
    mutating func take(comment: String, at range: SourceRange) {
        if comment.hasPrefix("#,") {
            let flags = comment.dropFirst(2).split(separator: ",")
            isFuzzy = isFuzzy || flags.contains { $0.filter { $0 != " " } == "fuzzy" }
        } else if comment.hasPrefix("#.") {
            let note = comment.dropFirst(2).drop { $0 == " " }
            guard note.hasPrefix(POString.stampMark) else { return }
            let written = note.dropFirst(POString.stampMark.count)
            if let read = ExchangeStamp(written.prefix { $0 != " " }) { stamp = read }
        }
    }

    /// Takes the word before a text.
    mutating func begin(_ part: Part, at range: SourceRange) {
        if words[part] == nil { words[part] = range }
        current = part
    }

    /// Takes a string; false where no word stands before it.
    mutating func take(string range: SourceRange, isClosed: Bool, of bytes: [UInt8]) -> Bool {
        guard let current else { return false }
        let (lower, upper) = (range.lowerBound + 1, range.upperBound - (isClosed ? 1 : 0))
        texts[current, default: POString(bytes, at: lower)].add(lower, upper)
        return true
    }

    mutating func refuse(_ mistake: Diagnostic) {
        if mistakes.count < Self.maximumMistakes { mistakes.append(mistake) }
    }

    /// What has been read; nil for what is no message, as `domain`.
    mutating func finish(in source: SourceText) -> Result? {
        guard !(has(.domain) && words.count == 1) else { return nil }
        let context = text(.context, in: source)
        let original = text(.source, in: source)
        let target = text(.target, in: source)
        if !has(.context), !isPlural, let original, original.text.isEmpty, let target {
            return .header(target, mistakes)
        }
        checkParts(in: source)
        var unit = ReturnedUnit(key: context?.text ?? "", range: place(of: context))
        unit.source = original
        unit.target = target
        unit.stamp = stamp
        if let target {
            unit.state = target.text.isEmpty ? .new : isFuzzy ? .needsReview : .translated
        }
        unit.mistakes = mistakes
        return .message(unit)
    }

    /// Where the entry has its key, or else its first word.
    private func place(of context: TextScalar?) -> SourceRange {
        if let context, !context.text.isEmpty { return context.sourceRange }
        return words.values.min { $0.lowerBound < $1.lowerBound } ?? SourceRange(at: 0)
    }

    private mutating func checkParts(in source: SourceText) {
        let start = place(of: nil)
        if isPlural {
            refuse(.poPlural(in: source, at: words[.plural] ?? words[.target] ?? start))
        }
        for part in [Part.context, .source, .target]
        where !has(part) && !(isPlural && part == .target) {
            let id: DiagnosticID = part == .context ? "po-context-missing" : "po-part-missing"
            refuse(.poPartMissing(id, part.rawValue, in: source, at: start))
        }
    }

    /// The text of a part, with what is wrong in it.
    private mutating func text(_ part: Part, in source: SourceText) -> TextScalar? {
        guard let word = words[part] else { return nil }
        guard let scalar = texts[part]?.scalar() else {
            refuse(.poQuoteMissing(part.rawValue, in: source, at: word))
            return nil
        }
        for range in texts[part]?.badEscapes ?? [] {
            let fixIt = FixIt.replace(
                SourceRange(range.lowerBound, range.lowerBound + 1),
                with: "\\\\"
            )
            refuse(.badEscape(source.text(in: range), at: range, in: source, fixIts: [fixIt]))
        }
        if let (refused, range) = POString.refused(in: scalar) {
            refuse(.poCharacter(refused, in: source, at: range))
        }
        return scalar
    }
}
