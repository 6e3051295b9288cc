internal import PassoDiagnostics

/// The page's own words, in the language of its reader.
struct PreviewWords {
    /// The keys of the page's own texts among the engine's.
    enum Key: String, CaseIterable {
        case allBundles = "preview.bundle.all"
        case allLanguages = "preview.language.all"
        case allStates = "preview.state.all"
        case avoid = "preview.term.avoid"
        case bundle = "preview.bundle"
        case counts = "preview.counts"
        case done = "strings.done"
        case example = "preview.example"
        case findings = "preview.findings"
        case keys = "preview.keys"
        case keysHelp = "preview.keys.help"
        case keysOn = "preview.keys.on"
        case language = "preview.language"
        case length = "preview.length"
        case lengthOf = "preview.length.of"
        case lengthOver = "preview.length.over"
        case limit = "preview.limit"
        case longest = "preview.longest"
        case missing = "preview.missing"
        case none = "preview.none"
        case onlyFindings = "preview.findings.only"
        case otherFindings = "preview.findings.other"
        case overview = "preview.overview"
        case patterns = "preview.patterns"
        case percent = "strings.percent"
        case placeholders = "preview.placeholders"
        case pseudo = "preview.pseudo"
        case range = "preview.range"
        case reset = "preview.reset"
        case screen = "preview.screen"
        case screenshot = "preview.screenshot"
        case search = "preview.search"
        case shown = "preview.shown"
        case skip = "preview.skip"
        case source = "preview.source"
        case state = "preview.state"
        case stateNeedsReview = "strings.state.needs-review"
        case stateNew = "strings.state.new"
        case stateStale = "strings.state.stale"
        case stateTranslated = "strings.state.translated"
        case term = "preview.term"
        case title = "preview.title"
        case unexpected = "preview.unexpected"
        case unreached = "preview.unreached"
    }

    let words: any DiagnosticWords

    /// A text of the page.
    func callAsFunction(_ key: Key, _ arguments: DiagnosticArgument...) -> String {
        words.sentence(for: DiagnosticID(rawValue: key.rawValue), arguments: arguments)
    }

    /// The word for a state.
    func state(_ state: TranslationState) -> String {
        switch state {
        case .new: self(.stateNew)
        case .stale: self(.stateStale)
        case .needsReview: self(.stateNeedsReview)
        case .translated: self(.stateTranslated)
        }
    }

    /// A diagnostic as one sentence, with the word for how bad it is.
    func sentence(_ diagnostic: Diagnostic) -> (label: String, text: String) {
        let label: DiagnosticLabel = diagnostic.severity == .error ? .error : .warning
        let text = words.sentence(for: diagnostic.id, arguments: diagnostic.arguments)
        return (words.word(for: label), text)
    }

    /// The first repair of a diagnostic in words; nil where it has none.
    func repair(of diagnostic: Diagnostic) -> String? {
        diagnostic.fixIts.first.map { words.sentence(for: $0.id, arguments: $0.arguments) }
    }
}
