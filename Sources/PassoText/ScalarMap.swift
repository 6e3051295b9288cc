internal import PassoDiagnostics

/// Maps offsets in the text of a scalar to where they are written in the file.
///
/// The text is cut into runs; within a run, text and file go byte by byte, or the whole run of
/// the text comes from the whole run of the file (an escape, a fold). A scalar without either is
/// a single run and needs no table.
struct ScalarMap: Sendable {
    /// Where the text starts in the file.
    let start: Int

    /// The runs in order; empty when the text stands in the file as it is.
    var runs: [Run] = []

    struct Run: Sendable, Hashable {
        let text: Int
        let source: Int
        /// The bytes of the file that give the whole run; -1 when it goes byte by byte.
        let sourceCount: Int
    }

    init(start: Int, runs: [Run] = []) {
        self.start = start
        self.runs = runs
    }

    func range(_ lower: Int, _ upper: Int, of count: Int) -> SourceRange {
        guard !runs.isEmpty else { return SourceRange(start + lower, start + upper) }
        let first = bounds(of: lower, count)
        guard upper > lower else { return SourceRange(at: first.lowerBound) }
        return SourceRange(first.lowerBound, bounds(of: upper - 1, count).upperBound)
    }

    /// Returns where one byte of the text comes from; the end of the text is an empty place.
    private func bounds(of offset: Int, _ count: Int) -> SourceRange {
        var low = 0
        var high = runs.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if runs[middle].text <= offset { low = middle } else { high = middle }
        }
        let run = runs[low]
        if run.sourceCount < 0 {
            let place = run.source + offset - run.text
            return offset >= count ? SourceRange(at: place) : SourceRange(place, place + 1)
        }
        if offset >= count { return SourceRange(at: run.source + run.sourceCount) }
        return SourceRange(run.source, run.source + run.sourceCount)
    }
}
