import ArgumentParser
import PassoCatalog
import PassoDefinition
import PassoDiagnostics
import PassoMessages

/// `passo strings export`: files for translators.
struct ExportCommand: ParsableCommand, AnswersInOwnLanguages {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: Words.text(EngineTexts.helpStringsExport),
        discussion: Words.text(EngineTexts.helpStringsExportMore)
    )

    @Option(
        help: Words.help(EngineTexts.helpStringsExportFormat, value: EngineTexts.valueFormat)
    )
    var format: ExchangeFormatName

    @Option(
        name: [.customLong("language"), .customLong("locale")],
        help: Words.help(EngineTexts.helpStringsExportLanguage, value: EngineTexts.valueLanguage)
    )
    var languages: [String] = []

    @Option(
        help: Words.help(EngineTexts.helpStringsExportOnly, value: EngineTexts.valueStates)
    )
    var only: StateList?

    @Option(
        name: .customLong("out"),
        help: Words.help(EngineTexts.helpStringsExportOut, value: EngineTexts.valueFolder)
    )
    var target = "."

    @Option(
        help: Words.help(EngineTexts.helpStringsCheckGlossary, value: EngineTexts.valueFile)
    )
    var glossary: String?

    @Flag(help: Words.help(EngineTexts.helpStringsJson))
    var json = false

    @Argument(
        help: Words.help(EngineTexts.helpStringsFolders, value: EngineTexts.valueFolder)
    )
    var folders: [String] = []

    func run() throws {
        let languages = BundleFolders.languages(languages + Words.choice.named)
        let folders = try BundleFolders.find(folders)
        let catalogs = try folders.map { try EditedBundle($0, languages).catalog }
        try BundleFolders.check(languages, in: catalogs)
        let terms = try GlossaryFile.require(glossary, beside: folders)
        let files = try catalogs.flatMap { try exports(of: $0, languages, terms) }
        try write(files)
        if json {
            Console.print(try JSONText.encode(ExportRecord(files.map(\.export), format.format)))
        } else {
            files.forEach { Console.print(Self.line(about: $0.export)) }
        }
        if files.isEmpty { Words.complain(EngineTexts.stringsExportNothing) }
    }

    /// The files of one bundle; a language with nothing to translate has none.
    private func exports(
        of catalog: Catalog,
        _ languages: [String],
        _ terms: Glossary
    ) throws -> [(catalog: Catalog, export: ExchangeExport)] {
        let locales = catalog.translations.map(\.locale)
            .filter { languages.isEmpty || languages.contains($0) }
        return try locales.compactMap { locale -> (Catalog, ExchangeExport)? in
            let document = catalog.exchangeDocument(
                for: locale,
                glossary: terms,
                only: only.map { Set($0.states) }
            )
            guard !document.units.isEmpty else { return nil }
            do throws(ExchangeWriteError) {
                return (catalog, try ExchangeExport(document, as: format.format, in: target))
            } catch {
                throw refusal(error, locale)
            }
        }
    }

    /// Says which character stands against a file.
    private func refusal(_ error: ExchangeWriteError, _ locale: String) -> ExitStatus {
        let digits = String(error.character.value, radix: 16, uppercase: true)
        let code = "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
        let text = EngineTexts.stringsExportCharacter(
            key: error.key,
            locale: locale,
            character: code
        )
        Words.complain(text)
        return .refused
    }

    /// Writes all files or none.
    private func write(_ files: [(catalog: Catalog, export: ExchangeExport)]) throws {
        CatalogFile.makeFolder(target)
        var edits = FileEdits()
        var mistakes: [Diagnostic] = []
        for (catalog, export) in files {
            switch export.edit(beside: catalog) {
            case .success(let edit): edits.edits.append(edit)
            case .failure(let refused): mistakes += refused.diagnostics
            }
        }
        if mistakes.isEmpty { mistakes = edits.write() }
        guard let status = ExitStatus(mistakes) else { return }
        Report.complain(mistakes)
        throw status
    }

    private static func line(about export: ExchangeExport) -> String {
        let count = export.document.units.count
        return Words.text(
            EngineTexts.stringsExported(
                path: export.path,
                count: count,
                open: count - export.count(.translated)
            )
        )
    }
}

/// A file format on the command line: `xliff2`.
struct ExchangeFormatName: ExpressibleByArgument {
    let format: ExchangeFormat

    init?(argument: String) {
        guard let format = ExchangeFormat(rawValue: argument) else { return nil }
        self.format = format
    }

    static var allValueStrings: [String] { ExchangeFormat.allCases.map(\.rawValue) }
}

/// What `passo strings export --json` says.
struct ExportRecord: Encodable {
    let files: [File]

    struct File: Encodable {
        let path: String
        let format: String
        let bundle: String
        let source: String
        let locale: String
        let messages: Int
        let states: [String: Int]
    }

    init(_ exports: [ExchangeExport], _ format: ExchangeFormat) {
        files = exports.map { export in
            let states = TranslationState.allCases.map { ($0.rawValue, export.count($0)) }
            return File(
                path: export.path,
                format: format.rawValue,
                bundle: export.document.bundle,
                source: export.document.sourceLocale,
                locale: export.document.targetLocale,
                messages: export.document.units.count,
                states: Dictionary(uniqueKeysWithValues: states)
            )
        }
    }
}
