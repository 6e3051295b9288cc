public import ArgumentParser
import Foundation
import PassoDefinition
import PassoDiagnostics
import PassoRuntime
public import RespondToRequest

/// `passo try`: the procedure by hand, line by line.
struct TryCommand: ParsableCommand, AnswersInOwnLanguages {
    static let configuration = CommandConfiguration(
        commandName: "try",
        abstract: Words.text(EngineTexts.helpTry),
        discussion: Words.text(EngineTexts.helpTryMore)
    )

    @Option(
        help: Words.help(EngineTexts.helpTryMode, value: EngineTexts.valueMode)
    )
    var mode: DeskTask.Mode?

    @OptionGroup var language: LanguageOption

    @Argument(
        help: Words.help(EngineTexts.helpTryFile, value: EngineTexts.valueFile)
    )
    var file: String?

    func run() throws {
        let isLive = isatty(STDIN_FILENO) == 1
        var scenario = try readScenario()
        if isLive { scenario.beginsAt = Int64(Date().timeIntervalSince1970) }
        let session = try open(scenario, isLive: isLive)
        if isLive {
            MainActor.assumeIsolated { PracticeTerminal(session).run() }
        } else {
            PracticePipe(session).run()
        }
    }

    private func readScenario() throws -> Scenario {
        let (source, problems) = file.map { SourceFile.load($0) } ?? (Self.shipped, [])
        guard let source else {
            Report.complain(problems)
            throw ExitStatus.usage
        }
        let (scenario, mistakes) = ScenarioReader.read(source)
        if !mistakes.isEmpty { Report.complain(mistakes) }
        guard let scenario else { throw ExitStatus.refused }
        return scenario
    }

    /// Opens the desk and gives it its records; what is wrong is said, and ends the command.
    private func open(_ scenario: Scenario, isLive: Bool) throws -> PracticeSession {
        let folder = file.map { URL(filePath: $0).deletingLastPathComponent().path } ?? "."
        let (desk, mistakes) = Scenarios.desk(
            for: scenario,
            bundles: { DefinitionInput.bundle($0, beside: folder).strings },
            load: { SourceFile.load($0.hasPrefix("/") ? $0 : "\(folder)/\($0)").0 }
        )
        if !mistakes.isEmpty { Report.complain(mistakes) }
        guard let desk else { throw ExitStatus.refused }
        if let strings = desk.definitions.task.strings {
            try Locales.check(Words.locale, in: strings)
        }
        var stage = DeskStage(desk, mode: mode)
        let (_, wrong) = stage.prepare(scenario)
        if !wrong.isEmpty { Report.complain(wrong) }
        guard wrong.isEmpty else { throw ExitStatus.refused }
        guard let session = PracticeSession(stage, scenario, locale: Words.locale, isLive: isLive)
        else {
            Words.complain(EngineTexts.tryNoAgent(scenario: scenario.source.name))
            throw ExitStatus.refused
        }
        return session
    }

    /// The desk that ships with the program.
    private static let shipped = EmbeddedTexts.all.first { $0.name == "scenarios/practice.yaml" }
        .map { SourceText(name: "practice.yaml", $0.text) }
}

extension DeskTask.Mode: ExpressibleByArgument {}
