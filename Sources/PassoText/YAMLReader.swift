public import PassoDiagnostics

/// Reads the part of YAML 1.2 that definitions need, into a tree whose every node knows its place.
///
/// It knows block and flow collections, all five kinds of scalars, comments, anchors and aliases,
/// and one document a file. Tags, directives, complex keys, merge keys and tabs in indentation
/// are mistakes. Time is linear in the size of the file.
///
/// ```swift
/// let (node, mistakes) = YAMLReader.read(SourceText(name: "a.yaml", "to: draft"))
/// ```
public enum YAMLReader {
    /// Reads one document and collects all its mistakes.
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
        let intake = TextIntake(source, limits: limits, controls: true, problems: &problems)
        guard intake.isReadable else { return (nil, problems.diagnostics) }
        var parser = YAMLParser(source, limits: limits, start: intake.start, problems: problems)
        let node = parser.document()
        return (node, parser.problems.diagnostics)
    }
}
