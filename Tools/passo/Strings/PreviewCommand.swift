import ArgumentParser
import PassoCatalog
import PassoDefinition
import PassoDiagnostics
import PassoMessages

/// `passo strings preview`: a page with every message as its readers will see it.
struct PreviewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "preview",
        abstract: Words.text(EngineTexts.helpStringsPreview),
        discussion: Words.text(EngineTexts.helpStringsPreviewMore)
    )

    @Option(
        name: .customLong("out"),
        help: Words.help(EngineTexts.helpStringsPreviewOut, value: EngineTexts.valueFolder)
    )
    var target: String

    @Option(
        name: .customLong("language"),
        help: Words.help(EngineTexts.helpStringsLanguage, value: EngineTexts.valueLanguage)
    )
    var languages: [String] = []

    @Flag(help: Words.help(EngineTexts.helpStringsPreviewPseudo))
    var pseudo = false

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

    @OptionGroup var language: LanguageOption

    func run() throws {
        let folders = try BundleFolders.find(folders)
        let readings = folders.map { $0.read() }
        let catalogs = readings.compactMap { $0.0 }
        let (terms, problems) = GlossaryFile.read(glossary, beside: folders)
        var mistakes = readings.flatMap { $0.1 } + problems
        let wanted = try wantedLanguages(of: catalogs)
        let preview = CatalogPreview(
            catalogs,
            inputs: CatalogCheck.Inputs(glossary: terms),
            mistakes: mistakes,
            locales: wanted,
            showsPseudoLocales: pseudo,
            pictures: PreviewPictures.read(of: catalogs, in: folders)
        )
        let page = preview.html(words: Words.engine, locale: Words.engine.locale)
        let path = "\(target)/index.html"
        if !catalogs.isEmpty, let problem = CatalogFile.write(page.utf8, inFolderOf: path) {
            mistakes.append(problem)
        } else if !catalogs.isEmpty {
            try tell(PreviewRecord(preview, path: path, bytes: page.utf8.count))
        }
        if !mistakes.isEmpty { Report.complain(mistakes) }
        if let status = ExitStatus(mistakes) { throw status }
    }

    /// The languages named, pseudo-locales among them; nil for all.
    private func wantedLanguages(of catalogs: [Catalog]) throws -> [String]? {
        let named = BundleFolders.languages(languages)
        let spoken = named.filter { PseudoLocale(rawValue: $0) == nil }
        try BundleFolders.check(spoken, in: catalogs)
        return named.isEmpty ? nil : named
    }

    private func tell(_ record: PreviewRecord) throws {
        if json { return Console.print(try JSONText.encode(record)) }
        Console.print(record.file)
        let text = EngineTexts.stringsPreviewed(count: record.messages, languages: record.languages)
        Console.complain(Words.text(text))
    }
}

/// What `passo strings preview --json` says.
struct PreviewRecord: Encodable {
    let file: String
    let bytes: Int
    let bundles: [String]
    let languages: [String]
    let messages: Int

    init(_ preview: CatalogPreview, path: String, bytes: Int) {
        file = path
        self.bytes = bytes
        bundles = preview.catalogs.map(\.name)
        languages = preview.shownLocales
        messages = preview.catalogs.map(\.template.keys.count).reduce(0, +)
    }
}
