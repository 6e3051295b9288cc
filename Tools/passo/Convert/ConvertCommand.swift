public import ArgumentParser
import Foundation
public import PassoDefinition
import PassoDiagnostics

/// `passo convert`: a definition in YAML as SCXML, an SCXML document as YAML.
struct ConvertCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "convert",
        abstract: Words.text(EngineTexts.helpConvert),
        discussion: Words.text(EngineTexts.helpConvertMore)
    )

    @Option(help: Words.help(EngineTexts.helpConvertTo, value: EngineTexts.valueFormat))
    var to: DefinitionFormat?

    @Flag(help: Words.help(EngineTexts.helpConvertForce))
    var force = false

    @Argument(
        help: Words.help(EngineTexts.helpGuideDefinition, value: EngineTexts.valueDefinition)
    )
    var input: String

    @Argument(help: Words.help(EngineTexts.helpConvertOutput, value: EngineTexts.valueFile))
    var output = "-"

    @OptionGroup var language: LanguageOption

    func run() throws {
        let target = output == "-" ? nil : URL(filePath: output)
        if let target, !force, FileManager.default.fileExists(atPath: target.path) {
            Words.complain(EngineTexts.convertExists(file: output))
            throw ExitStatus.refused
        }
        let text = try converted()
        guard let target else { return Console.printWithoutBreak(text) }
        do {
            try text.write(to: target, atomically: true, encoding: .utf8)
        } catch {
            let reason = FileProblem(error).rawValue
            Words.complain(EngineTexts.fileCannotWrite(path: output, reason: reason))
            throw ExitStatus.usage
        }
        Console.complain(Words.text(EngineTexts.initWrote(file: output)))
    }

    /// The new text, once the definition is found to be sound.
    private func converted() throws -> String {
        let (source, problems) = DefinitionInput.source(input)
        guard let source else { throw refuse(problems) }
        let checked = DefinitionInput(source, path: input).diagnostics
        guard ExitStatus(checked) == nil else { throw refuse(checked) }
        let format =
            to ?? DefinitionFormat(ending: output) ?? DefinitionFormat(of: source).other
        let result = DefinitionConverter.convert(source, to: format)
        guard let text = result.text else { throw refuse(result.diagnostics) }
        if !checked.isEmpty { Report.complain(checked) }
        return text
    }

    /// Shows what is wrong.
    private func refuse(_ diagnostics: [Diagnostic]) -> ExitStatus {
        Report.complain(diagnostics)
        return ExitStatus(diagnostics) ?? .refused
    }
}

extension DefinitionFormat: ExpressibleByArgument {}
