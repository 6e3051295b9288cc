import ArgumentParser
import Foundation
import PassoCore
import PassoDefinition
import PassoDiagnostics
import PassoRuntime

/// `passo explain`: for each event, whether it would be accepted now, and if not, why.
struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract:
            "Says for each event whether it would be accepted, and if not, which rule refuses it.",
        discussion: """
            The snapshot is one that `passo play --save FOLDER` wrote, or any the engine encoded. \
            Inputs are those saved with it; without them they are zero values. An event's payload is \
            taken as zero values, and the answer says so where a rule reads it.

            The exit status is 1 when --event is given and would be refused.
            """
    )

    @Argument(help: "The definition.")
    var definition: String

    @Option(help: "The snapshot of an instance, in JSON; '-' reads standard input.")
    var snapshot: String

    @Option(help: "Only this event.")
    var event: String?

    @Option(help: "The reader's language, such as da or pt.")
    var locale = "en"

    @Option(help: "text or json.")
    var format: OutputFormat = .text

    func run() throws {
        let definition = try DefinitionInput.require(definition)
        try Locales.check(locale, in: definition)
        let kept = try KeptSnapshot(path: snapshot, of: definition)
        let hidden = Set(definition.events.filter(\.isInternal).map(\.name))
        var answers = definition.chart
            .explain(kept.snapshot, inputs: kept.inputs, includingUnheard: true)
            .filter { !hidden.contains($0.name) }
            .map { ExplainedEvent($0, of: definition, locale: locale) }
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
