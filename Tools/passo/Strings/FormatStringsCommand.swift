import ArgumentParser
import PassoCatalog
import PassoDefinition
import PassoDiagnostics

/// `passo strings format`: string tables and ledgers in their one form.
struct FormatStringsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "format",
        abstract: Words.text(EngineTexts.helpStringsFormat),
        discussion: Words.text(EngineTexts.helpStringsFormatMore)
    )

    @Flag(help: Words.help(EngineTexts.helpStringsFormatCheck))
    var check = false

    @Argument(
        help: Words.help(EngineTexts.helpStringsFormatPaths, value: EngineTexts.valuePath)
    )
    var paths: [String] = []

    @OptionGroup var language: LanguageOption

    func run() throws {
        if paths == ["-"] { return try formatInput() }
        var mistakes: [Diagnostic] = []
        var changed: [FormattedFile] = []
        let files = try files()
        for path in files {
            let (file, problems) = FormattedFile.read(path)
            mistakes += problems
            if let file, file.isChanged { changed.append(file) }
        }
        for file in changed {
            if !check, let problem = CatalogFile.write(file.text.utf8, to: file.source.name) {
                mistakes.append(problem)
            } else {
                Console.print(file.source.name)
            }
        }
        if !mistakes.isEmpty { Report.complain(mistakes) }
        Console.complain(
            check
                ? Words.text(EngineTexts.stringsWouldFormat(count: changed.count, all: files.count))
                : Words.text(EngineTexts.stringsFormatted(count: changed.count, all: files.count))
        )
        if let status = ExitStatus(mistakes) { throw status }
        if check, !changed.isEmpty { throw ExitStatus.refused }
    }

    /// Reads a table from standard input and prints it, as editors ask for.
    private func formatInput() throws {
        let source = SourceText(name: "<stdin>", try TextInput.read("-"))
        let (text, mistakes) = ARBWriter.format(source)
        if !mistakes.isEmpty { Report.complain(mistakes) }
        guard let text else { throw ExitStatus.refused }
        if !check { Console.printWithoutBreak(text) }
        if check, !source.utf8.elementsEqual(text.utf8) { throw ExitStatus.refused }
    }

    /// The files to look at: those named, and those of the bundles in the folders named.
    private func files() throws -> [String] {
        let isFile = { (path: String) in
            path.hasSuffix(CatalogFolder.tableExtension)
                || path.hasSuffix(CatalogFolder.ledgerExtension)
        }
        let named = paths.filter(isFile)
        let others = paths.filter { !isFile($0) }
        guard !others.isEmpty || named.isEmpty else { return named }
        return try named
            + BundleFolders.find(others).flatMap { folder in
                (folder.tableNames + folder.ledgerNames).map { "\(folder.path)/\($0)" }
            }
    }
}
