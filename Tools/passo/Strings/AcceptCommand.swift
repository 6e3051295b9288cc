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
        var bundles = try BundleFolders.find([folder]).map { try EditedBundle($0, languages) }
        try BundleFolders.check(languages, in: bundles.map(\.catalog))
        if !all { try requireKnown(in: bundles.map(\.catalog)) }
        for index in bundles.indices {
            bundles[index].accept(all ? nil : keys, in: languages)
        }
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

    /// Refuses keys that no bundle has; nothing is written then.
    private func requireKnown(in catalogs: [Catalog]) throws {
        let unknown = keys.filter { key in !catalogs.contains { $0.template[key] != nil } }
        for key in unknown {
            let near = nearest(to: key, in: catalogs.flatMap(\.template.keys))
            let text =
                near.map { Words.text(EngineTexts.stringsUnknownKeyNear(key: key, near: $0)) }
                ?? Words.text(EngineTexts.stringsUnknownKey(key: key))
            Console.complain("passo: " + text)
        }
        if !unknown.isEmpty { throw ExitStatus.usage }
    }
}
