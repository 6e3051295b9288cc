import ArgumentParser
import PassoCatalog
import PassoDefinition
import PassoDiagnostics

/// `passo strings status`: how far the translations are.
struct StatusCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: Words.text(EngineTexts.helpStringsStatus),
        discussion: Words.text(EngineTexts.helpStringsStatusMore)
    )

    @Option(
        help: Words.help(EngineTexts.helpFormat, value: EngineTexts.valueFormat)
    )
    var format: OutputFormat = .text

    @Option(
        name: .customLong("language"),
        help: Words.help(EngineTexts.helpStringsLanguage, value: EngineTexts.valueLanguage)
    )
    var languages: [String] = []

    @Flag(help: Words.help(EngineTexts.helpStringsStatusScreens))
    var screens = false

    @Flag(help: Words.help(EngineTexts.helpStringsStatusKeys))
    var keys = false

    @Option(
        help: Words.help(EngineTexts.helpStringsStatusOnly, value: EngineTexts.valueStates)
    )
    var only: StateList?

    @Argument(
        help: Words.help(EngineTexts.helpStringsFolders, value: EngineTexts.valueFolder)
    )
    var folders: [String] = []

    @OptionGroup var language: LanguageOption

    func run() throws {
        let folders = try BundleFolders.find(folders)
        let readings = folders.map { $0.read() }
        let mistakes = readings.flatMap { $0.1 }
        if !mistakes.isEmpty { Report.complain(mistakes) }
        let catalogs = readings.compactMap { $0.0 }
        let languages = BundleFolders.languages(languages)
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
