import ArgumentParser
import Foundation
import PassoDiagnostics
import PassoMessages
import PassoRuntime
import RespondToRequest

/// `passo tour`: the shipped scenarios, one transcript in every language, and what to try next.
struct TourCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tour",
        abstract: Words.text("help.tour")
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

    private static let next = """
        Try next:
          Tools/run try --mode push --locale da                  the procedure by hand
          Tools/run guide respond-to-request --mode queue --locale it   its help article
          Tools/run init first && Tools/run play first/question.play.yaml   a procedure of your own
          Tools/run help                                         everything else
        """
}
