import PassoCatalog
import PassoDefinition
import PassoMessages

/// How far translations are, as people read it: a table of languages and one of screens.
struct StatusPage {
    let isColored: Bool
    /// Whether screens that are done in every language are shown too.
    let showsAllScreens: Bool
    private var paragraphs: [String] = []

    init(isColored: Bool, showsAllScreens: Bool) {
        self.isColored = isColored
        self.showsAllScreens = showsAllScreens
    }

    var text: String { paragraphs.joined(separator: "\n\n") }

    /// Shows one bundle.
    mutating func add(_ progress: CatalogProgress) {
        let title = Words.text(
            EngineTexts.stringsStatus(
                bundle: Self.name(progress.bundle),
                count: progress.messageCount,
                template: progress.templateLocale
            )
        )
        guard !progress.languages.isEmpty else {
            paragraphs.append(title)
            return
        }
        let languages = StatusTable(rows: [Self.heading] + progress.languages.map(row))
        paragraphs.append(title + "\n" + languages.text(isColored: isColored))
        let screens = rows(of: progress)
        guard screens.count > 1 else { return }
        paragraphs.append(StatusTable(rows: screens).text(isColored: isColored))
    }

    private static let columns: [TranslationState] = [.translated, .needsReview, .stale, .new]

    private static var heading: [StatusCell] {
        let words = [Words.text(EngineTexts.stringsLanguage), Words.text(EngineTexts.stringsDone)]
        return (words + columns.map(\.word)).map { StatusCell($0, .heading) }
    }

    private func row(_ language: CatalogProgress.Language) -> [StatusCell] {
        [StatusCell(language.locale), StatusCell(percentOf: language.counts)]
            + Self.columns.map { state in
                let count = language.counts[state]
                let isOpen = state != .translated && count > 0
                return StatusCell(String(count), isOpen ? .open : .plain)
            }
    }

    /// The table of screens, or only its heading when there is nothing left to do.
    private func rows(of progress: CatalogProgress) -> [[StatusCell]] {
        let locales = progress.languages.map { StatusCell($0.locale, .heading) }
        let heading = [StatusCell(Words.text(EngineTexts.stringsScreen), .heading)] + locales
        return [heading]
            + progress.screens.compactMap { screen in
                let counts = progress.languages.map { $0.screens[screen] ?? StateCounts() }
                guard showsAllScreens || !counts.allSatisfy(\.isComplete) else { return nil }
                let name =
                    screen.isEmpty ? Words.text(EngineTexts.stringsNoScreen) : Self.name(screen)
                return [StatusCell(name)] + counts.map { StatusCell(percentOf: $0) }
            }
    }

    /// Lists the messages in some states, language by language, with what there is to read.
    mutating func list(
        _ progress: CatalogProgress,
        of catalog: Catalog,
        _ states: [TranslationState]
    ) {
        guard !states.isEmpty else { return }
        for language in progress.languages {
            let rows = language.messages.filter { states.contains($0.state) }.map { message in
                let source = catalog.template[message.key]?.pattern ?? ""
                let translation = catalog.table(for: language.locale)?[message.key]?.pattern ?? ""
                return [
                    StatusCell(Self.name(message.key)),
                    StatusCell(message.state.word, message.state == .translated ? .done : .open),
                    StatusCell(
                        Self.shortened(source)
                            + (translation.isEmpty ? "" : " → " + Self.shortened(translation))
                    ),
                ]
            }
            guard !rows.isEmpty else { continue }
            let table = StatusTable(rows: rows, alignsRight: false)
            paragraphs.append("\(language.locale):\n" + table.text(isColored: isColored))
        }
    }

    /// The beginning of a text on one line, without what would steer a terminal.
    static func shortened(_ text: String) -> String {
        var scalars = String.UnicodeScalarView()
        for scalar in PracticeInk.printable(text).unicodeScalars {
            switch scalar {
            case "\n", "\u{2028}", "\u{2029}": scalars.append(" ")
            case "\u{061C}", "\u{200E}"..."\u{200F}", "\u{202A}"..."\u{202E}",
                "\u{2066}"..."\u{2069}":
                scalars.append("\u{FFFD}")
            default: scalars.append(scalar)
            }
        }
        let line = String(scalars)
        return line.count > 40 ? line.prefix(39) + "…" : line
    }

    /// A key or a name as the table's file would write it.
    static func name(_ text: String) -> String {
        String(ARBWriter.quoted(text).dropFirst().dropLast())
    }
}

extension TranslationState {
    /// The state in the reader's language.
    var word: String {
        switch self {
        case .new: Words.text(EngineTexts.stringsStateNew)
        case .stale: Words.text(EngineTexts.stringsStateStale)
        case .needsReview: Words.text(EngineTexts.stringsStateNeedsReview)
        case .translated: Words.text(EngineTexts.stringsStateTranslated)
        }
    }
}
