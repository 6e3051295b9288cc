import ArgumentParser
import PassoCatalog
import PassoDefinition
import PassoDiagnostics

/// `passo strings check`: what is wrong with string tables, and repairs of what a machine can repair.
struct StringsCheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: Words.text(EngineTexts.helpStringsCheck),
        discussion: Words.text(EngineTexts.helpStringsCheckMore)
    )

    @Flag(help: Words.help(EngineTexts.helpStringsCheckStrict))
    var strict = false

    @Flag(help: Words.help(EngineTexts.helpStringsCheckFix))
    var fix = false

    @Flag(help: Words.help(EngineTexts.helpStringsCheckList))
    var list = false

    @Option(
        help: Words.help(EngineTexts.helpFormat, value: EngineTexts.valueFormat)
    )
    var format: OutputFormat = .text

    @Option(
        help: Words.help(EngineTexts.helpStringsCheckOnly, value: EngineTexts.valueChecks)
    )
    var only: String?

    @Option(
        help: Words.help(EngineTexts.helpStringsCheckUses, value: EngineTexts.valueFolder)
    )
    var uses: [String] = []

    @Option(
        help: Words.help(EngineTexts.helpStringsCheckGlossary, value: EngineTexts.valueFile)
    )
    var glossary: String?

    @OptionGroup var language: LanguageOption

    @Argument(
        help: Words.help(EngineTexts.helpStringsCheckFolders, value: EngineTexts.valueFolder)
    )
    var folders: [String] = ["Localization"]

    func run() throws {
        if list {
            printList()
            return
        }
        let only = try checkNames()
        var run = StringsCheckRun(folders: folders, uses: uses, glossary: glossary, only: only)
        if fix { run.repair() }
        let diagnostics = run.check()
        Report.print(diagnostics, format: format)
        if format == .text { run.summaries(of: diagnostics).forEach(Console.complain) }
        if let status = ExitStatus(diagnostics) { throw status }
        if strict, diagnostics.contains(where: { $0.severity == .warning }) {
            throw ExitStatus.refused
        }
    }

    /// One line for each check: its name and what it looks for.
    private func printList() {
        let width = CatalogCheck.all.map(\.id.rawValue.count).max() ?? 0
        for check in CatalogCheck.all {
            let id = check.id.rawValue
            let space = String(repeating: " ", count: width + 2 - id.count)
            let about = DiagnosticID(rawValue: "check.\(id)")
            Console.print(id + space + Words.engine.sentence(for: about, arguments: []))
        }
    }

    /// The names behind `--only`, which have to be names of checks.
    private func checkNames() throws -> Set<DiagnosticID>? {
        guard let only else { return nil }
        let known = Set(CatalogCheck.all.map(\.id))
        let names = only.split(separator: ",").map { DiagnosticID(rawValue: String($0)) }
        for name in names where !known.contains(name) {
            Words.complain(EngineTexts.stringsUnknownCheck(name: name.rawValue))
            throw ExitStatus.usage
        }
        return Set(names)
    }
}
