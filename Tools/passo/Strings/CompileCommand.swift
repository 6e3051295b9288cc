import ArgumentParser
import Foundation
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
                if let problem = write(CompiledTable(table, bundle: catalog.name), to: path) {
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

    private func write(_ table: CompiledTable, to path: String) -> Diagnostic? {
        let folder = URL(filePath: path).deletingLastPathComponent()
        // Where no folder can be made no file can be written, and that says why.
        try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return CatalogFile.write(table.bytes, to: path)
    }
}
