internal import PassoDiagnostics
internal import PassoMessages
internal import PassoText

/// One message that came back, beside what the tables say of it today.
struct ReturnedMessage {
    let unit: ReturnedUnit
    /// The file that it came back in.
    let file: SourceText
    /// The message in the template.
    let template: StringEntry
    /// The translation of the table, unless it is empty.
    let own: StringEntry?
    /// The file of the table.
    let table: SourceText?
    /// Whether the file's text is taken also where the table's may be newer.
    let overwrites: Bool

    /// Puts a message beside the tables; nil where the template lacks its key.
    init?(
        _ unit: ReturnedUnit,
        in file: SourceText,
        _ catalog: Catalog,
        _ table: StringTable,
        overwrites: Bool
    ) {
        guard let template = catalog.template[unit.key] else { return nil }
        self.unit = unit
        self.file = file
        self.template = template
        own = table[unit.key].flatMap { $0.pattern.isEmpty ? nil : $0 }
        self.table = table.source
        self.overwrites = overwrites
    }

    /// What is to be done with a message.
    enum Verdict {
        case take, review, leave, keep, waitForText
        case refuse(Diagnostic)
    }

    /// Compares the texts of the file, of the stamp and of the tables.
    ///
    /// A translation of the table is only replaced where the stamp shows that it is the one that
    /// the translators saw.
    var verdict: Verdict {
        if let damage = sourceDamage { return .refuse(damage) }
        guard let text = unit.text else { return own == nil ? .waitForText : .keep }
        guard let own else { return .take }
        if SameText.says(text, own.pattern) {
            return unit.state == .translated && isSourceKnownToBeCurrent ? .review : .leave
        }
        if overwrites { return .take }
        guard let stamp = unit.stamp else { return .refuse(conflict("exchange-no-stamp", own)) }
        if stamp.target == TextHash(own.pattern) { return .take }
        // The translators did not touch it; what was changed at home since then is newer.
        if stamp.target == TextHash(text) { return .keep }
        return .refuse(conflict("exchange-changed-meanwhile", own))
    }

    /// The source that was translated, when it is another one than today's.
    var olderSource: TextHash? {
        let today = TextHash(template.pattern)
        if let stamp = unit.stamp { return stamp.source == today ? nil : stamp.source }
        guard let source = unit.source, !SameText.says(source.text, template.pattern) else {
            return nil
        }
        return TextHash(source.text)
    }

    /// Whether the file shows that today's source was translated.
    var isSourceKnownToBeCurrent: Bool {
        (unit.stamp != nil || unit.source != nil) && olderSource == nil
    }

    /// The source text of the file when it is neither the one that left nor today's.
    private var sourceDamage: Diagnostic? {
        guard let source = unit.source, let stamp = unit.stamp,
            stamp.source != TextHash(source.text), !SameText.says(source.text, template.pattern)
        else { return nil }
        return .exchangeSourceDamaged(
            unit.key,
            source.text,
            template.pattern,
            in: file,
            at: source.sourceRange(of: 0..<source.text.utf8.count)
        )
    }

    private func conflict(_ id: DiagnosticID, _ own: StringEntry) -> Diagnostic {
        .exchangeConflict(
            id,
            unit.key,
            unit.text ?? "",
            own: own.pattern,
            ownPlace: table.flatMap { table in own.valueRange.map { (table, $0) } },
            in: file,
            at: unit.targetRange
        )
    }
}

extension ReturnedUnit {
    /// The translation; nil where it is missing or empty.
    var text: String? { target.flatMap { $0.text.isEmpty ? nil : $0.text } }

    /// Where the file has the translation, or else the message.
    var targetRange: SourceRange {
        target.map { $0.sourceRange(of: 0..<$0.text.utf8.count) } ?? range
    }

    /// Whether another message says the same of the same key.
    func isEqual(to other: ReturnedUnit) -> Bool {
        let texts = [text, source?.text].map { $0.map { Array($0.utf8) } }
        let others = [other.text, other.source?.text].map { $0.map { Array($0.utf8) } }
        return key == other.key && texts == others && state == other.state && stamp == other.stamp
            && mistakes.isEmpty && other.mistakes.isEmpty
    }
}
