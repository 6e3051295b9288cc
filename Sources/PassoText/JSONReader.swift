public import PassoDiagnostics

/// Reads JSON by RFC 8259, strictly, into a tree whose every node knows its place.
///
/// Names within an object must be unique (section 4 leaves that open), and a `\u` escape that is
/// half of a pair is refused. Numbers keep their text; ``TextScalar/value`` gives their meaning.
/// A byte order mark is ignored (section 8.1 allows that). Time is linear in the size of the file.
public enum JSONReader {
    /// Reads one text and collects all its mistakes.
    ///
    /// - Parameters:
    ///   - source: the file.
    ///   - limits: what it may cost.
    /// - Returns: what could be read, also when there are mistakes (nil when nothing could), and
    ///   the mistakes in the order in which they were found.
    public static func read(
        _ source: SourceText,
        limits: TextLimits = TextLimits()
    ) -> (TextNode?, [Diagnostic]) {
        var problems = DiagnosticCollector(source: source, limit: limits.maximumDiagnostics)
        let intake = TextIntake(source, limits: limits, controls: false, problems: &problems)
        guard intake.isReadable else { return (nil, problems.diagnostics) }
        var parser = JSONParser(source, limits: limits, start: intake.start, problems: problems)
        let node = parser.document()
        return (node, parser.problems.diagnostics)
    }
}
