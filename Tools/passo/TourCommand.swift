import ArgumentParser
import Foundation
import PassoDefinition
import PassoDiagnostics
import PassoMessages
import PassoRuntime
import RespondToRequest

/// `passo tour`: the shipped scenarios, one transcript in every language, and what to try next.
struct TourCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tour",
        abstract: Words.text(EngineTexts.helpTour)
    )

    @OptionGroup var language: LanguageOption

    func run() throws {
        let played = Scenarios.shipped.map { ScenarioInput(shipped: $0) }
        for input in played { Console.print(line(for: input)) }
        let failed = played.filter { !$0.outcome.holds }
        for input in failed { Report.complain(input.outcome.diagnostics) }
        Console.print("")
        if let first = played.first(where: { $0.outcome.holds }) { printInEveryLanguage(first) }
        Console.print(Self.next)
        if !failed.isEmpty { throw ExitStatus.refused }
    }

    private func line(for input: ScenarioInput) -> String {
        let title = input.outcome.transcript?.scenario.title ?? input.path
        return "\(input.outcome.holds ? "✓" : "✗") \(title)"
    }

    private func printInEveryLanguage(_ input: ScenarioInput) {
        guard let transcript = input.outcome.transcript, let strings = input.strings else { return }
        for locale in strings.locales {
            let printer = TranscriptPrinter(locale: locale, color: Console.isColored)
            Console.print("[\(locale)] " + printer.text(of: transcript, strings: strings))
            Console.print("")
        }
    }

    /// Commands with what they show, the latter in a column.
    private static var next: String {
        let commands = [
            ("Tools/run try --mode push --locale da", Words.text(EngineTexts.tourTry)),
            (
                "Tools/run guide respond-to-request --mode queue --locale it",
                Words.text(EngineTexts.tourGuide)
            ),
            ("Tools/run init first", Words.text(EngineTexts.tourInit)),
            ("Tools/run help", Words.text(EngineTexts.tourHelp)),
        ]
        let width = commands.map(\.0.count).max() ?? 0
        let lines = commands.map { command, about in
            let gap = String(repeating: " ", count: width - command.count + 2)
            return "  \(command)\(gap)\(about)"
        }
        return ([Words.text(EngineTexts.tourNext)] + lines).joined(separator: "\n")
    }
}
