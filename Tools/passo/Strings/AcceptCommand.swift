import ArgumentParser
import PassoCatalog
import PassoDefinition
import PassoDiagnostics
import PassoMessages

/// `passo strings accept`: translations that somebody has reviewed.
struct AcceptCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "accept",
        abstract: Words.text(EngineTexts.helpStringsAccept),
        discussion: Words.text(EngineTexts.helpStringsAcceptMore)
    )

    @Flag(help: Words.help(EngineTexts.helpStringsAcceptAll))
    var all = false

    @Option(
        name: .customLong("language"),
        help: Words.help(EngineTexts.helpStringsLanguage, value: EngineTexts.valueLanguage)
    )
    var languages: [String] = []

    @Option(
        help: Words.help(EngineTexts.helpStringsAcceptFolder, value: EngineTexts.valueFolder)
    )
    var folder = BundleFolders.usual

    @Argument(
        help: Words.help(EngineTexts.helpStringsAcceptKeys, value: EngineTexts.valueKey)
    )
    var keys: [String] = []

    @OptionGroup var language: LanguageOption

    func run() throws {
        guard all == keys.isEmpty else {
            Console.complain("passo: " + Words.text(EngineTexts.stringsAcceptWhat))
            throw ExitStatus.usage
        }
        let languages = BundleFolders.languages(languages)
        var bundles = try BundleFolders.find([folder]).map { try EditedBundle($0, languages) }
        try BundleFolders.check(languages, in: bundles.map(\.catalog))
        let named = all ? nil : try namedKeys(in: bundles.map(\.catalog))
        for index in bundles.indices { bundles[index].accept(named, in: languages) }
        let mistakes = bundles.flatMap { $0.write() }
        if !mistakes.isEmpty { Report.complain(mistakes) }
        let missing = all ? [] : bundles.flatMap(\.acceptance.missing)
        complain(missing)
        let accepted = bundles.map(\.acceptance.accepted.count).reduce(0, +)
        let known = bundles.map(\.acceptance.known.count).reduce(0, +)
        Console.print(Words.text(EngineTexts.stringsAccepted(count: accepted, known: known)))
        if let status = ExitStatus(mistakes) { throw status }
        if !missing.isEmpty { throw ExitStatus.refused }
    }

    /// Says which of the keys have no translation to accept.
    private func complain(_ missing: [Catalog.Acceptance.Place]) {
        for place in missing {
            let text = Words.text(
                EngineTexts.stringsAcceptMissing(key: place.key, locale: place.locale)
            )
            Console.complain("passo: " + text)
        }
    }

    /// The keys that were named, one by one or by their beginning (`offer.*`).
    ///
    /// - Throws: ``ExitStatus/usage``, after saying which of them no bundle has.
    private func namedKeys(in catalogs: [Catalog]) throws -> [String] {
        let known = Set(catalogs.flatMap(\.template.keys))
        var isComplete = true
        let found = keys.flatMap { key in
            let matches = key.hasSuffix("*") ? known.filter { $0.hasPrefix(key.dropLast()) } : []
            if known.contains(key) || !matches.isEmpty { return matches.sorted() + [key] }
            isComplete = false
            complain(unknown: key, known: known.sorted())
            return []
        }
        guard isComplete else { throw ExitStatus.usage }
        return found.filter(known.contains)
    }

    private func complain(unknown key: String, known: [String]) {
        let text =
            nearest(to: key, in: known)
            .map { Words.text(EngineTexts.stringsUnknownKeyNear(key: key, near: $0)) }
            ?? Words.text(EngineTexts.stringsUnknownKey(key: key))
        Console.complain("passo: " + text)
    }
}
