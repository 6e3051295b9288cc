public import PassoDiagnostics

/// Reads the part of YAML 1.2 that definitions need, into a tree whose every node knows its place.
public enum YAMLReader {
    /// Reads one document and collects all its mistakes.
    public static func read(
        _ source: SourceText,
        limits: TextLimits = TextLimits()
    ) -> (TextNode?, [Diagnostic]) {
        (nil, [])
    }
}
