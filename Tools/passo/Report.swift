import PassoDefinition
import PassoDiagnostics

/// Shows diagnostics: on standard error beside another result, or as the result itself.
enum Report {
    /// Shows diagnostics that are not the command's result.
    static func complain(_ diagnostics: [Diagnostic]) {
        let renderer = DiagnosticRenderer(words: Words.engine, color: Console.complainsInColor)
        Console.complain(trimmed(renderer.render(diagnostics)))
    }

    /// Prints diagnostics as the command's result.
    static func print(_ diagnostics: [Diagnostic], format: OutputFormat) {
        let renderer = DiagnosticRenderer(words: Words.engine, color: Console.isColored)
        switch format {
        case .json: Console.print(trimmed(renderer.renderJSON(diagnostics)))
        case .text where diagnostics.isEmpty: break
        case .text: Console.print(trimmed(renderer.render(diagnostics)))
        }
    }

    /// “question.yaml: 2 errors, 1 warning”.
    static func summary(_ diagnostics: [Diagnostic], of what: String) -> String {
        let errors = diagnostics.count { $0.severity == .error }
        let warnings = diagnostics.count { $0.severity == .warning }
        switch (errors, warnings) {
        case (0, 0): return Words.text(EngineTexts.checkClean(what: what))
        case (_, 0): return Words.text(EngineTexts.checkErrors(what: what, errors: errors))
        case (0, _): return Words.text(EngineTexts.checkWarnings(what: what, warnings: warnings))
        default:
            return Words.text(
                EngineTexts.checkErrorsWarnings(what: what, errors: errors, warnings: warnings)
            )
        }
    }

    /// The renderer ends its last line; so does the console.
    private static func trimmed(_ text: String) -> String {
        var text = text[...]
        while text.last == "\n" { text.removeLast() }
        return String(text)
    }
}
