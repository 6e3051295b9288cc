public import ArgumentParser
public import PassoDefinition

/// `passo guide`: the procedure as a help article.
struct GuideCommand: ParsableCommand, AnswersInOwnLanguages {
    static let configuration = CommandConfiguration(
        commandName: "guide",
        abstract: Words.text(EngineTexts.helpGuide)
    )

    @Option(
        help: Words.help(EngineTexts.helpGuideMode, value: EngineTexts.valueMode)
    )
    var mode: String?

    @OptionGroup var language: LanguageOption

    @Option(
        help: Words.help(EngineTexts.helpGuideFormat, value: EngineTexts.valueFormat)
    )
    var format: GuideFormat = .text

    @Argument(
        help: Words.help(EngineTexts.helpGuideDefinition, value: EngineTexts.valueDefinition)
    )
    var definition: String

    func run() throws {
        let definition = try DefinitionInput.require(definition)
        try checkMode(of: definition)
        try Locales.check(Words.locale, in: definition)
        Console.printWithoutBreak(
            definition.guide(mode: mode, locale: Words.locale, format: format)
        )
    }

    private func checkMode(of definition: Definition) throws {
        let modes = definition.modes.map(\.name)
        guard let mode else {
            if modes.count > 1 {
                Words.complain(EngineTexts.guideChooseMode(modes: modes))
                throw ExitStatus.usage
            }
            return
        }
        guard modes.contains(mode) else {
            if modes.isEmpty {
                Words.complain(EngineTexts.guideNoModes(workflow: definition.name, mode: mode))
            } else {
                Words.complain(
                    EngineTexts.guideUnknownMode(
                        workflow: definition.name,
                        mode: mode,
                        modes: modes
                    )
                )
            }
            throw ExitStatus.usage
        }
    }
}

extension GuideFormat: ExpressibleByArgument {}
