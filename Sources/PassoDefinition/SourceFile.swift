public import PassoDiagnostics

/// Reads texts from files and from standard input, never more than a limit.
public enum SourceFile {
    /// Loads one file; `-` is standard input.
    ///
    /// The size is looked at before anything is read.
    ///
    /// - Parameters:
    ///   - path: the file.
    ///   - limits: how large it may be.
    /// - Returns: its text, or nil and why not.
    public static func load(
        _ path: String,
        limits: DefinitionLimits = .standard
    ) -> (SourceText?, [Diagnostic]) {
        (nil, [])
    }
}
