public import PassoDiagnostics

/// Reads JSON by RFC 8259, strictly, into a tree whose every node knows its place.
public enum JSONReader {
    /// Reads one text and collects all its mistakes.
    public static func read(
        _ source: SourceText,
        limits: TextLimits = TextLimits()
    ) -> (TextNode?, [Diagnostic]) {
        (nil, [])
    }
}
