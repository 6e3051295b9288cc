import ArgumentParser
import PassoCatalog
import PassoDefinition
import PassoDiagnostics

/// `passo strings merge`: two versions of a table or a ledger made one, key by key.
struct MergeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "merge",
        abstract: Words.text(EngineTexts.helpStringsMerge),
        discussion: Words.text(EngineTexts.helpStringsMergeMore)
    )

    @Option(help: Words.help(EngineTexts.helpStringsMergePath, value: EngineTexts.valuePath))
    var path: String?

    @Flag(name: .customLong("print"), help: Words.help(EngineTexts.helpStringsMergePrint))
    var prints = false

    @Argument(help: Words.help(EngineTexts.helpStringsMergeBase, value: EngineTexts.valueBase))
    var base: String

    @Argument(help: Words.help(EngineTexts.helpStringsMergeOurs, value: EngineTexts.valueOurs))
    var ours: String

    @Argument(help: Words.help(EngineTexts.helpStringsMergeTheirs, value: EngineTexts.valueTheirs))
    var theirs: String

    @OptionGroup var language: LanguageOption

    func run() throws {
        let loads = [base, ours, theirs].map { CatalogFile.load($0) }
        let problems = loads.flatMap(\.1)
        guard let base = loads[0].0, let ours = loads[1].0, let theirs = loads[2].0 else {
            Report.complain(problems)
            throw ExitStatus.usage
        }
        let (merge, mistakes) = CatalogMerge.merge(
            base: base,
            ours: ours,
            theirs: theirs,
            name: path ?? self.ours
        )
        guard let merge else {
            Report.complain(mistakes)
            // Git takes what it finds in the file for the result of the merge.
            if path != nil { try put(CatalogMerge.unmerged(ours: ours, theirs: theirs)) }
            throw ExitStatus.refused
        }
        try put(merge.result.utf8)
        guard merge.conflicts.isEmpty else {
            Report.complain(merge.conflicts)
            throw ExitStatus.refused
        }
    }

    private func put(_ bytes: [UInt8]) throws {
        guard !prints else {
            return Console.printWithoutBreak(String(decoding: bytes, as: UTF8.self))
        }
        guard let problem = CatalogFile.write(bytes, to: ours) else { return }
        Report.complain([problem])
        throw ExitStatus.usage
    }
}
