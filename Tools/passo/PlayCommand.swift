import ArgumentParser
import Foundation
import PassoDefinition
import PassoDiagnostics
import PassoRuntime
import RespondToRequest

/// `passo play`: scenario files on a virtual clock, with their expectations.
struct PlayCommand: ParsableCommand, AnswersInOwnLanguages {
    static let configuration = CommandConfiguration(
        commandName: "play",
        abstract: Words.text(EngineTexts.helpPlay),
        discussion: Words.text(EngineTexts.helpPlayMore)
    )

    @OptionGroup var language: LanguageOption

    @Option(
        help: Words.help(EngineTexts.helpFormat, value: EngineTexts.valueFormat)
    )
    var format: OutputFormat = .text

    @Flag(help: Words.help(EngineTexts.helpPlayCoverage))
    var coverage = false

    @Option(
        help: Words.help(EngineTexts.helpPlaySave, value: EngineTexts.valueFolder)
    )
    var save: String?

    @Argument(
        help: Words.help(EngineTexts.helpPlayFiles, value: EngineTexts.valueFile)
    )
    var files: [String]

    func run() throws {
        let inputs = files.map { ScenarioInput(path: $0) }
        for strings in inputs.compactMap({ $0.strings }) {
            try Locales.check(Words.locale, in: strings)
        }
        switch format {
        case .text: printText(inputs)
        case .json:
            Console.print(
                try JSONText.encode(inputs.map { PlayedScenario($0, locale: Words.locale) })
            )
        }
        if coverage { printCoverage(inputs) }
        if let save { try inputs.forEach { try keep($0, in: save) } }
        let failed = inputs.count { !$0.outcome.holds }
        if format == .text { Console.complain(summary(inputs.count, failed: failed)) }
        if failed > 0 { throw ExitStatus(inputs.flatMap(\.diagnostics)) ?? .refused }
    }

    private func printText(_ inputs: [ScenarioInput]) {
        let printer = TranscriptPrinter(locale: Words.locale, color: Console.isColored)
        for (index, input) in inputs.enumerated() {
            if index > 0 { Console.print("") }
            if let transcript = input.outcome.transcript {
                Console.print(printer.text(of: transcript, strings: input.strings))
            }
            if !input.outcome.diagnostics.isEmpty {
                Report.complain(input.outcome.diagnostics)
            }
        }
    }

    private func summary(_ count: Int, failed: Int) -> String {
        failed == 0
            ? Words.text(EngineTexts.played(count: count))
            : Words.text(EngineTexts.playedUnexpected(count: count, failed: failed))
    }

    private func printCoverage(_ inputs: [ScenarioInput]) {
        let report = CoverageText(inputs.map(\.outcome))
        switch format {
        case .text: Console.print(report.text)
        case .json: Console.complain(report.text)
        }
    }

    /// Writes one file per instance, named after scenario and instance.
    private func keep(_ input: ScenarioInput, in folder: String) throws {
        guard let world = input.outcome.transcript?.world else { return }
        let place = URL(filePath: folder)
        let scenario = URL(filePath: input.path).deletingPathExtension().lastPathComponent
        do {
            try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
            for instance in world.archive.instances {
                let name = "\(scenario).\(fileName(of: instance.id))"
                let file = place.appending(path: "\(name).json")
                try Data(try JSONText.encode(instance).utf8).write(to: file)
            }
        } catch {
            Words.complain(
                EngineTexts.fileCannotWrite(path: folder, reason: FileProblem(error).rawValue)
            )
            throw ExitStatus.usage
        }
    }

    /// An instance's name as a file can have it: `t1/form` becomes `t1.form`.
    private func fileName(of instance: InstanceID) -> String {
        let allowed = { (character: Character) in
            character.isLetter || character.isNumber || "-_".contains(character)
        }
        return String(instance.rawValue.map { allowed($0) ? $0 : "." })
    }
}
