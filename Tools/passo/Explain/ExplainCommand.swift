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
        abstract: Words.text(EngineTexts.helpExplain),
        discussion: Words.text(EngineTexts.helpExplainMore)
    )

    @Argument(
        help: Words.help(EngineTexts.helpExplainDefinition, value: EngineTexts.valueDefinition)
    )
    var definition: String

    @Option(
        help: Words.help(EngineTexts.helpExplainSnapshot, value: EngineTexts.valueFile)
    )
    var snapshot: String

    @Option(
        help: Words.help(EngineTexts.helpExplainEvent, value: EngineTexts.valueEvent)
    )
    var event: String?

    @OptionGroup var language: LanguageOption

    @Option(
        help: Words.help(EngineTexts.helpFormat, value: EngineTexts.valueFormat)
    )
    var format: OutputFormat = .text

    func run() throws {
        let definition = try DefinitionInput.require(definition)
        try Locales.check(Words.locale, in: definition)
        let kept = try KeptSnapshot(path: snapshot, of: definition)
        let hidden = Set(definition.events.filter(\.isInternal).map(\.name))
        var answers = definition.chart
            .events(in: kept.snapshot, inputs: kept.inputs, includingUnheard: true)
            .filter { !hidden.contains($0.name) }
            .map { explained($0, kept, definition) }
        if let event {
            answers = answers.filter { $0.event == event }
            guard !answers.isEmpty else {
                try definition.refuseUnknownEvent(event)
            }
        } else if let waiting = ExplainedEvent(eventlessOf: kept, definition) {
            answers.append(waiting)
        }
        switch format {
        case .json: Console.print(try JSONText.encode(answers))
        case .text:
            for answer in answers {
                Console.print(answer.text(of: definition, isColored: Console.isColored))
            }
        }
        if event != nil, answers.contains(where: { $0.outcome != .accepted }) {
            throw ExitStatus.refused
        }
    }

    private func explained(
        _ explanation: EventExplanation,
        _ kept: KeptSnapshot,
        _ definition: Definition
    ) -> ExplainedEvent {
        let isRefused = explanation.outcome == .refused || explanation.outcome == .error
        let conditions =
            isRefused
            ? definition.chart.conditions(
                refusing: explanation.event,
                in: kept.snapshot,
                inputs: kept.inputs
            ) : []
        return ExplainedEvent(explanation, conditions, of: definition, locale: Words.locale)
    }
}

extension Definition {
    /// Says that there is no such event, and which one was probably meant.
    ///
    /// - Throws: ``ExitStatus/usage``.
    func refuseUnknownEvent(_ event: String) throws -> Never {
        let names = events.filter { !$0.isInternal }.map(\.name)
        if let near = nearest(to: event, in: names) {
            Words.complain(
                EngineTexts.explainUnknownEventNear(workflow: name, event: event, near: near)
            )
        } else {
            Words.complain(EngineTexts.explainUnknownEvent(workflow: name, event: event))
        }
        throw ExitStatus.usage
    }
}
