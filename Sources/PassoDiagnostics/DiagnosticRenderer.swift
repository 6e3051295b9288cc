/// Shows diagnostics as text, in the manner of the Swift compiler.
///
/// ```
/// review.yaml:7:10: error: no state named 'draf' [unknown-state]
/// 7 |     to: draf
///   |         |- error: no state named 'draf'
///   |         `- fix-it: did you mean 'draft'?
/// ```
public struct DiagnosticRenderer: Sendable {
    /// Gives the sentences.
    public var words: any DiagnosticWords

    /// Whether to write the escape sequences of terminal colours.
    public var color: Bool

    /// How many display columns of a source line are shown at most; the rest is cut.
    public var maximumWidth = 100

    /// Makes a renderer.
    public init(words: any DiagnosticWords = PlainDiagnosticWords(), color: Bool = false) {
        self.words = words
        self.color = color
    }

    /// Returns all diagnostics, in the order given; those that follow each other on one line
    /// of one text share its excerpt.
    public func render(_ diagnostics: [Diagnostic]) -> String {
        ""
    }

    /// Returns all diagnostics as a JSON array with one object a line.
    public func renderJSON(_ diagnostics: [Diagnostic]) -> String {
        "[]\n"
    }
}
