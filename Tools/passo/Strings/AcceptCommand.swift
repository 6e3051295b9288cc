import ArgumentParser
import PassoCatalog
import PassoDiagnostics
import PassoMessages

/// `passo strings accept`: translations that somebody has reviewed.
struct AcceptCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "accept",
        abstract: Words.text("help.strings.accept"),
        discussion: Words.text("help.strings.accept.more")
    )

    @Flag(help: ArgumentHelp(Words.text("help.strings.accept.all")))
    var all = false

    @Option(
        name: .customLong("language"),
        help: ArgumentHelp(
            Words.text("help.strings.language"),
            valueName: Words.text("value.language")
        )
    )
    var languages: [String] = []

    @Option(
        help: ArgumentHelp(
            Words.text("help.strings.accept.folder"),
            valueName: Words.text("value.folder")
        )
    )
    var folder = BundleFolders.usual

    @Argument(
        help: ArgumentHelp(
            Words.text("help.strings.accept.keys"),
            valueName: Words.text("value.key")
        )
    )
    var keys: [String] = []

    @OptionGroup var language: LanguageOption

    func run() throws {
        guard all == keys.isEmpty else {
            Console.complain("passo: " + Words.text("strings.accept.what"))
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
        Console.print(Words.text("strings.accepted", ["count": accepted, "known": known]))
        if let status = ExitStatus(mistakes) { throw status }
        if !missing.isEmpty { throw ExitStatus.refused }
    }

    /// Says which of the keys have no translation to accept.
    private func complain(_ missing: [Catalog.Acceptance.Place]) {
        for place in missing {
            let text = Words.text(
                "strings.accept.missing",
                ["key": place.key, "locale": place.locale]
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
                near.map { Words.text("strings.unknown-key-near", ["key": key, "near": $0]) }
                ?? Words.text("strings.unknown-key", ["key": key])
            Console.complain("passo: " + text)
        }
        if !unknown.isEmpty { throw ExitStatus.usage }
    }
}
