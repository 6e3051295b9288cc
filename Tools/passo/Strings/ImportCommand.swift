import ArgumentParser
import PassoCatalog
import PassoDefinition
import PassoDiagnostics
import PassoMessages

/// `passo strings import`: files that translators have given back.
struct ImportCommand: ParsableCommand, AnswersInOwnLanguages {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: Words.text(EngineTexts.helpStringsImport),
        discussion: Words.text(EngineTexts.helpStringsImportMore)
    )

    @Option(
        help: Words.help(EngineTexts.helpStringsImportFormat, value: EngineTexts.valueFormat)
    )
    var format: ExchangeFormatName?

    @Option(
        name: [.customLong("language"), .customLong("locale")],
        help: Words.help(EngineTexts.helpStringsImportLanguage, value: EngineTexts.valueLanguage)
    )
    var language: String?

    @Option(
        help: Words.help(EngineTexts.helpStringsAcceptFolder, value: EngineTexts.valueFolder)
    )
    var folder = BundleFolders.usual

    @Option(
        help: Words.help(EngineTexts.helpStringsCheckGlossary, value: EngineTexts.valueFile)
    )
    var glossary: String?

    @Flag(help: Words.help(EngineTexts.helpStringsImportDry))
    var dryRun = false

    @Flag(help: Words.help(EngineTexts.helpStringsImportOverwrite))
    var overwrite = false

    @Flag(help: Words.help(EngineTexts.helpStringsJson))
    var json = false

    @Argument(
        help: Words.help(EngineTexts.helpStringsImportFiles, value: EngineTexts.valueFile)
    )
    var files: [String]

    /// The language that the files have to be in, in its usual spelling.
    private var locale: String? {
        (language ?? Words.choice.named.last).map { LocaleName.canonical($0) ?? $0 }
    }

    func run() throws {
        let readings = try files.map(read)
        let languages = Set(readings.compactMap { $0.document?.targetLocale })
        let folders = try BundleFolders.find([folder])
        let named = BundleFolders.languages(languages.sorted()) + (locale.map { [$0] } ?? [])
        let catalogs = try folders.map { try EditedBundle($0, named).catalog }
        if let locale { try BundleFolders.check([locale], in: catalogs) }
        var intake = ExchangeImport(
            into: catalogs,
            glossary: try GlossaryFile.require(glossary, beside: folders),
            overwrites: overwrite
        )
        for reading in readings { add(reading, to: &intake) }
        let (edits, problems) = intake.edits(in: folders)
        let mistakes = problems + (problems.isEmpty && !dryRun ? edits.write() : [])
        let isWritten = !intake.isRefused && mistakes.isEmpty && !dryRun
        try report(intake, mistakes, isWritten)
        if let status = ExitStatus(mistakes) { throw status }
        if intake.isRefused { throw ExitStatus.refused }
    }

    /// One file as it was read.
    private struct Reading {
        let source: SourceText
        let document: ReturnedDocument?
        let mistakes: [Diagnostic]
    }

    /// Reads a file in the format that was named, or in the one that it says itself.
    private func read(_ path: String) throws -> Reading {
        let (source, problems) = CatalogFile.load(path)
        guard let source else {
            Report.complain(problems)
            throw ExitStatus(problems) ?? .usage
        }
        guard let format = format?.format ?? ExchangeFormat(of: source) else {
            Words.complain(EngineTexts.stringsImportUnknown(path: path))
            throw ExitStatus.usage
        }
        let (document, mistakes) = format.read(source)
        return Reading(source: source, document: document, mistakes: mistakes)
    }

    private func add(_ reading: Reading, to intake: inout ExchangeImport) {
        if let document = reading.document {
            intake.add(document, reading.mistakes, locale: locale)
        } else {
            intake.add(unread: reading.source, reading.mistakes)
        }
    }

    private func report(
        _ intake: ExchangeImport,
        _ mistakes: [Diagnostic],
        _ isWritten: Bool
    ) throws {
        if json {
            let record = ImportRecord(intake, mistakes, isWritten: isWritten)
            Console.print(try JSONText.encode(record))
            return
        }
        let found = intake.reports.flatMap(\.allDiagnostics) + mistakes
        if !found.isEmpty { Report.complain(found) }
        let page = ImportPage(isColored: Console.isColored)
        for text in intake.reports.map(page.text) where !text.isEmpty { Console.print(text) }
        let taken = intake.reports.map { $0.count(.taken) + $0.count(.reviewed) }.reduce(0, +)
        if isWritten {
            Console.print(Words.text(EngineTexts.stringsImported(count: taken)))
        } else if intake.isRefused || !mistakes.isEmpty {
            Words.complain(EngineTexts.stringsImportRefused)
        } else {
            Console.print(Words.text(EngineTexts.stringsImportDryRun(count: taken)))
        }
    }
}
