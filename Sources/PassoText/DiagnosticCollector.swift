package import PassoDiagnostics

/// Collects mistakes up to a limit, so that a hopeless text costs no more than a good one.
package struct DiagnosticCollector {
    let source: SourceText
    let limit: Int
    /// What was found, in the order in which it was.
    package private(set) var diagnostics: [Diagnostic] = []

    /// Whether reading should end: the limit is reached, or going on makes no sense.
    package private(set) var isStopped = false

    /// Begins with none.
    ///
    /// - Parameters:
    ///   - source: the file.
    ///   - limit: how many are kept, at least one.
    package init(source: SourceText, limit: Int) {
        self.source = source
        self.limit = max(1, limit)
    }

    /// Adds a mistake; the one after the last allowed is replaced by `too-many-mistakes`.
    package mutating func report(_ diagnostic: Diagnostic) {
        guard !isStopped else { return }
        if diagnostics.count < limit {
            diagnostics.append(diagnostic)
        } else {
            diagnostics.append(.tooManyMistakes(limit, at: diagnostic.range, in: source))
            isStopped = true
        }
    }

    /// Adds a mistake after which reading ends.
    package mutating func stop(with diagnostic: Diagnostic) {
        report(diagnostic)
        isStopped = true
    }

    /// Lets the repair of the last mistake reach over another stretch of the file.
    ///
    /// A repair that would write very much stays as it is.
    mutating func extendLastRepair(over range: SourceRange, writing replacement: String) {
        guard !isStopped, let last = diagnostics.indices.last,
            let repair = diagnostics[last].fixIts.first,
            range.upperBound - repair.range.lowerBound <= Diagnostic.longestReplacement
        else { return }
        let between = source.text(in: SourceRange(repair.range.upperBound, range.lowerBound))
        diagnostics[last].fixIts = [
            FixIt(
                id: repair.id,
                range: repair.range.union(range),
                replacement: repair.replacement + between + replacement
            )
        ]
    }
}
