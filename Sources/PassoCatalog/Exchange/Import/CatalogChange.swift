internal import PassoDiagnostics
internal import PassoMessages

/// Texts and reviews on their way into one table and its ledger.
struct CatalogChange {
    private(set) var catalog: Catalog
    private let table: StringTable
    private var texts: [String: String] = [:]
    private var ledger: Ledger?

    init(_ catalog: Catalog, _ table: StringTable) {
        self.catalog = catalog
        self.table = table
        ledger = catalog.ledgers[table.locale]
    }

    /// Gives a message the text that came back.
    ///
    /// A translation of an older source is stated as such, so that it counts as stale.
    mutating func take(_ message: ReturnedMessage) {
        guard let text = message.unit.text else { return }
        texts[message.unit.key] = text
        let isDone =
            message.unit.state == .translated
            && (message.isSourceKnownToBeCurrent || message.olderSource != nil)
        state(message, text, isDone ? .translated : .needsReview)
    }

    /// States that the translation of the table is done.
    mutating func review(_ message: ReturnedMessage) {
        guard let text = message.own?.pattern else { return }
        state(message, text, .translated)
    }

    /// Records how far a translation is, where the ledger would say something else.
    private mutating func state(
        _ message: ReturnedMessage,
        _ text: String,
        _ state: TranslationState
    ) {
        let today = TextHash(message.template.pattern)
        let row = Ledger.Row(
            key: message.unit.key,
            source: message.olderSource ?? today,
            target: TextHash(text),
            state: state
        )
        let present =
            ledger?.state(of: row.key, source: today, target: row.target) ?? .needsReview
        let wanted = message.olderSource == nil ? state : .stale
        guard present != wanted else { return }
        ledger = ledger ?? Ledger()
        ledger?.record(row)
    }

    /// Writes the texts into the table's file and reads it again.
    ///
    /// - Returns: why the file can no longer be read; then nothing has changed.
    mutating func apply() -> [Diagnostic] {
        var changed = table
        if !texts.isEmpty, let source = table.source, var editor = TableEditor(table) {
            for (key, text) in texts { editor.set(text, for: key) }
            let file = SourceText(name: source.name, utf8: editor.utf8)
            let (read, mistakes) = StringTable.read(arb: file)
            let errors = mistakes.filter { $0.severity == .error }
            guard let read, errors.isEmpty else { return errors }
            changed = read
        }
        var ledgers = catalog.ledgers
        ledgers[table.locale] = ledger
        catalog = Catalog(
            name: catalog.name,
            template: catalog.template,
            translations: catalog.translations.map { $0.locale == table.locale ? changed : $0 },
            ledgers: ledgers
        )
        return []
    }
}
