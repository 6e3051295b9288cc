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
    /// Every language that the command line names, in its order.
    ///
    /// The parser takes `--locale` for the option of the whole program, so commands that mean more by
    /// it than the language of their words look here.
    let named: [String]

    init(arguments: some Sequence<String>, environment: [String: String]) {
        var named: [String] = []
        var isValue = false
        for argument in arguments {
            if isValue {
                named.append(argument)
                isValue = false
            } else if argument == "--" {
                break
            } else if argument.hasPrefix("--locale=") {
                named.append(String(argument.dropFirst("--locale=".count)))
            } else {
                isValue = argument == "--locale"
            }
        }
        let variable = environment["PASSO_LOCALE", default: ""]
        self.named = named
        name = named.last ?? (variable.isEmpty ? nil : variable)
    }

    /// Whether the command line has texts in the language.
    var isSpoken: Bool { name.map { EngineWords.speaks($0) } ?? true }
}
