import ArgumentParser
import PassoCatalog
import PassoDefinition
import PassoDiagnostics
import PassoMessages

/// `passo strings compile`: string tables as a host loads them.
struct CompileCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compile",
        abstract: Words.text(EngineTexts.helpStringsCompile),
        discussion: Words.text(EngineTexts.helpStringsCompileMore)
    )

    @Option(
        name: .customLong("out"),
        help: Words.help(EngineTexts.helpStringsCompileOut, value: EngineTexts.valueFolder)
    )
    var target: String

    @Argument(
        help: Words.help(EngineTexts.helpStringsFolders, value: EngineTexts.valueFolder)
    )
    var folders: [String] = []

    @OptionGroup var language: LanguageOption

    func run() throws {
        let readings = try BundleFolders.find(folders).map { $0.read() }
        var mistakes = readings.flatMap { $0.1 }
        // A table with mistakes is for its translator, not for a reader: then nothing is written.
        guard ExitStatus(mistakes) == nil else {
            Report.complain(mistakes)
            throw ExitStatus(mistakes) ?? .usage
        }
        var count = 0
        for catalog in readings.compactMap(\.0) {
            for table in [catalog.template] + catalog.translations {
                let path =
                    "\(target)/\(catalog.name)/\(table.locale).\(CompiledTable.fileExtension)"
                let table = CompiledTable(table, bundle: catalog.name)
                if let problem = CatalogFile.write(table.bytes, inFolderOf: path) {
                    mistakes.append(problem)
                } else {
                    count += 1
                    Console.print(path)
                }
            }
        }
        if !mistakes.isEmpty { Report.complain(mistakes) }
        Console.complain(Words.text(EngineTexts.stringsCompiled(count: count)))
        if let status = ExitStatus(mistakes) { throw status }
    }
}
