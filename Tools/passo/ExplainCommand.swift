import ArgumentParser
import Foundation
import PassoCore
import PassoDefinition
import PassoDiagnostics
import PassoRuntime

/// `passo explain`: for each event, whether it would be accepted now, and if not, why.
struct ExplainCommand: ParsableCommand, AnswersInOwnLanguages {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: Words.text("help.explain"),
        discussion: Words.text("help.explain.more")
    )

    @Argument(
        help: ArgumentHelp(
            Words.text("help.explain.definition"),
            valueName: Words.text("value.definition")
        )
    )
    var definition: String

    @Option(
        help: ArgumentHelp(Words.text("help.explain.snapshot"), valueName: Words.text("value.file"))
    )
    var snapshot: String

    @Option(
        help: ArgumentHelp(Words.text("help.explain.event"), valueName: Words.text("value.event"))
    )
    var event: String?

    @OptionGroup var language: LanguageOption

    @Option(
        help: ArgumentHelp(Words.text("help.format"), valueName: Words.text("value.format"))
    )
    var format: OutputFormat = .text

    func run() throws {
        let definition = try DefinitionInput.require(definition)
        try Locales.check(Words.locale, in: definition)
        let kept = try KeptSnapshot(path: snapshot, of: definition)
        let hidden = Set(definition.events.filter(\.isInternal).map(\.name))
        var answers = definition.chart
            .explain(kept.snapshot, inputs: kept.inputs, includingUnheard: true)
            .filter { !hidden.contains($0.name) }
            .map { ExplainedEvent($0, of: definition, locale: Words.locale) }
        if let event {
            answers = answers.filter { $0.event == event }
            guard !answers.isEmpty else {
                try unknown(event, in: definition)
            }
        }
        switch format {
        case .json: Console.print(try JSONText.encode(answers))
        case .text: answers.forEach { Console.print($0.line(of: definition)) }
        }
        if event != nil, answers.contains(where: { $0.outcome != .accepted }) {
            throw ExitStatus.refused
        }
    }

    private func unknown(_ event: String, in definition: Definition) throws -> Never {
        let names = definition.events.filter { !$0.isInternal }.map(\.name)
        let guess = nearest(to: event, in: names).map { "; did you mean '\($0)'?" } ?? ""
        Console.complain("passo: '\(definition.name)' has no event '\(event)'\(guess)")
        throw ExitStatus.usage
    }
}
