import ArgumentParser
import PassoCatalog
import PassoDiagnostics

/// `passo strings status`: how far the translations are.
struct StatusCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: Words.text("help.strings.status"),
        discussion: Words.text("help.strings.status.more")
    )

    @Option(
        help: ArgumentHelp(Words.text("help.format"), valueName: Words.text("value.format"))
    )
    var format: OutputFormat = .text

    @Option(
        name: .customLong("language"),
        help: ArgumentHelp(
            Words.text("help.strings.language"),
            valueName: Words.text("value.language")
        )
    )
    var languages: [String] = []

    @Flag(help: ArgumentHelp(Words.text("help.strings.status.screens")))
    var screens = false

    @Flag(help: ArgumentHelp(Words.text("help.strings.status.keys")))
    var keys = false

    @Option(
        help: ArgumentHelp(
            Words.text("help.strings.status.only"),
            valueName: Words.text("value.states")
        )
    )
    var only: StateList?

    @Argument(
        help: ArgumentHelp(
            Words.text("help.strings.folders"),
            valueName: Words.text("value.folder")
        )
    )
    var folders: [String] = []

    @OptionGroup var language: LanguageOption

    func run() throws {
        let folders = try BundleFolders.find(folders)
        let readings = folders.map { $0.read() }
        let mistakes = readings.flatMap { $0.1 }
        if !mistakes.isEmpty { Report.complain(mistakes) }
        let catalogs = readings.compactMap { $0.0 }
        try BundleFolders.check(languages, in: catalogs)
        let wanted = languages.isEmpty ? nil : languages
        let progress = catalogs.map { CatalogProgress(of: $0, locales: wanted) }
        let states = only?.states ?? (keys ? TranslationState.allCases : [])
        switch format {
        case .json:
            Console.print(try JSONText.encode(StatusRecord(progress, listing: states)))
        case .text:
            var page = StatusPage(isColored: Console.isColored, showsAllScreens: screens)
            for (catalog, progress) in zip(catalogs, progress) {
                page.add(progress)
                page.list(progress, of: catalog, states)
            }
            Console.print(page.text)
        }
        if let status = ExitStatus(mistakes) { throw status }
    }
}

/// States of translations on the command line: `stale,new`.
struct StateList: ExpressibleByArgument {
    let states: [TranslationState]

    init?(argument: String) {
        let names = argument.split(separator: ",", omittingEmptySubsequences: false)
        let states = names.compactMap { TranslationState(rawValue: String($0)) }
        guard states.count == names.count else { return nil }
        self.states = states
    }

    static var allValueStrings: [String] { TranslationState.allCases.map(\.rawValue) }
}
