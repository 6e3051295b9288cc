import ArgumentParser
import Foundation
import PassoDefinition

/// `passo graph`: a definition as a picture.
struct GraphCommand: ParsableCommand, AnswersInOwnLanguages {
    static let configuration = CommandConfiguration(
        commandName: "graph",
        abstract: Words.text(EngineTexts.helpGraph),
        discussion: Words.text(EngineTexts.helpGraphMore)
    )

    @Argument(
        help: Words.help(EngineTexts.helpGuideDefinition, value: EngineTexts.valueDefinition)
    )
    var definition: String

    @Option(
        help: Words.help(EngineTexts.helpGraphFormat, value: EngineTexts.valueFormat)
    )
    var format: GraphFormat = .mermaid

    @OptionGroup var language: LanguageOption

    @Option(
        help: Words.help(EngineTexts.helpGraphState, value: EngineTexts.valueFile)
    )
    var state: String?

    @Option(
        help: Words.help(EngineTexts.helpGraphOut, value: EngineTexts.valueFile)
    )
    var out: String?

    func run() throws {
        let definition = try DefinitionInput.require(definition)
        try Locales.check(Words.locale, in: definition)
        let kept = try state.map { try KeptSnapshot(path: $0, of: definition) }
        let graph = definition.graph(locale: Words.locale, snapshot: kept?.snapshot)
        let picture =
            switch format {
            case .mermaid: graph.mermaid
            case .dot: graph.dot
            case .svg: try Graphviz.svg(of: graph.dot)
            }
        guard let out else { return Console.printWithoutBreak(picture) }
        do {
            try picture.write(to: URL(filePath: out), atomically: true, encoding: .utf8)
        } catch {
            Words.complain(
                EngineTexts.fileCannotWrite(path: out, reason: FileProblem(error).rawValue)
            )
            throw ExitStatus.usage
        }
    }
}

/// How `passo graph` writes a picture.
enum GraphFormat: String, ExpressibleByArgument, CaseIterable {
    case mermaid
    case dot
    case svg
}
