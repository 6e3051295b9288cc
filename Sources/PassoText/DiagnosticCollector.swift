internal import PassoDiagnostics

/// Collects mistakes up to a limit, so that a hopeless text costs no more than a good one.
struct DiagnosticCollector {
    let source: SourceText
    let limit: Int
    private(set) var diagnostics: [Diagnostic] = []

    /// Whether reading should end: the limit is reached, or going on makes no sense.
    private(set) var isStopped = false

    init(source: SourceText, limit: Int) {
        self.source = source
        self.limit = max(1, limit)
    }

    /// Adds a mistake; the one after the last allowed is replaced by `too-many-mistakes`.
    mutating func report(_ diagnostic: Diagnostic) {
        guard !isStopped else { return }
        if diagnostics.count < limit {
            diagnostics.append(diagnostic)
        } else {
            diagnostics.append(.tooManyMistakes(limit, at: diagnostic.range, in: source))
            isStopped = true
        }
    }

    /// Adds a mistake after which reading ends.
    mutating func stop(with diagnostic: Diagnostic) {
        report(diagnostic)
        isStopped = true
    }

    /// Adds a repair to the last mistake.
    mutating func addToLast(_ fixIt: FixIt) {
        guard !isStopped, let last = diagnostics.indices.last else { return }
        diagnostics[last].fixIts.append(fixIt)
    }
}
