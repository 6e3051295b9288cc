internal import PassoMessages

/// Writes a document as a message resource.
struct MF2ResourceWriter {
    private(set) var text = ""

    mutating func write(_ document: ExchangeDocument) {
        let (from, into) = (document.sourceLocale, document.targetLocale)
        comment("The messages of the bundle \(document.bundle), from \(from) into \(into).")
        comment("Translate @source, in MessageFormat 2, behind the equals sign of its key.")
        comment("What stands in {braces} is filled in later; it is copied, not translated.")
        comment("Below .match there is one line for each case; your language may need other cases.")
        comment("In @state write translated, or needs-review where another look is wanted.")
        property(MF2Property.bundle, document.bundle)
        property(MF2Property.sourceLocale, from)
        property(MF2Property.locale, into)
        text += "---\n"
        for unit in document.units { write(unit) }
    }

    private mutating func write(_ unit: ExchangeUnit) {
        text += "\n"
        for note in notes(unit) { comment(note) }
        let source = MF2Spelling(unit.source)
        if let words = source.text { property(MF2Property.source, words, isMessage: true) }
        if !source.comesBack { property(MF2Property.sourceSpelling, unit.source) }
        let target = unit.target.map { MF2Spelling($0) }
        if let target, !target.comesBack {
            property(MF2Property.targetSpelling, unit.target ?? "")
        }
        property(MF2Property.state, unit.state.rawValue)
        if let limit = unit.maximumLength { property(MF2Property.limit, "\(limit)") }
        if let screenshot = unit.screenshot { property(MF2Property.screenshot, screenshot) }
        property(MF2Property.stamp, unit.stamp.description)
        text += MF2ResourceText.key(unit.key) + " ="
        text += MF2ResourceText.value(target?.text ?? "", isMessage: true) + "\n"
    }

    private func notes(_ unit: ExchangeUnit) -> [String] {
        var notes = unit.description.map { [$0] } ?? []
        if !unit.screen.isEmpty { notes.append("Where: \(unit.screen)") }
        notes += unit.placeholderNotes
        if let limit = unit.limitNote { notes.append(limit) }
        notes += unit.termNotes.map { "Glossary: \($0)" }
        if unit.state == .stale {
            notes.append("The source text has changed since this translation was reviewed.")
        }
        return notes
    }

    private mutating func property(_ name: String, _ value: String, isMessage: Bool = false) {
        text += "@\(name)" + MF2ResourceText.value(value, isMessage: isMessage) + "\n"
    }

    /// A comment; each of its lines begins with the mark, and none has a character that ends lines
    /// elsewhere.
    private mutating func comment(_ words: String) {
        let lines = words.unicodeScalars.split(omittingEmptySubsequences: false) {
            $0.properties.isPatternWhitespace && $0 != " " && $0 != "\t"
        }
        for line in lines {
            text += line.isEmpty ? "#" : "# "
            text.unicodeScalars.append(
                contentsOf: line.filter { !MF2ResourceText.isControl($0) || $0 == "\t" }
            )
            text += "\n"
        }
    }
}
