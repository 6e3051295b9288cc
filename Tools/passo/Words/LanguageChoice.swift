import PassoDefinition

/// The language that a run is asked for: by `--locale` anywhere on the command line, or else by the
/// variable `PASSO_LOCALE`.
///
/// It is found before the command line is parsed, so that help and mistakes come in it too. The
/// language of the process (`LANG`) is no choice: what a script reads would change from one computer to
/// the next.
struct LanguageChoice {
    /// The language as it was written; nil when nobody chose one.
    let name: String?

    init(arguments: some Sequence<String>, environment: [String: String]) {
        var chosen: String?
        var isValue = false
        for argument in arguments {
            if isValue {
                chosen = argument
                isValue = false
            } else if argument == "--" {
                break
            } else if argument.hasPrefix("--locale=") {
                chosen = String(argument.dropFirst("--locale=".count))
            } else {
                isValue = argument == "--locale"
            }
        }
        let variable = environment["PASSO_LOCALE", default: ""]
        name = chosen ?? (variable.isEmpty ? nil : variable)
    }

    /// Whether the command line has texts in the language.
    var isSpoken: Bool { name.map { EngineWords.speaks($0) } ?? true }
}
