public import ArgumentParser
public import PassoDefinition

/// `passo guide`: the procedure as a help article.
struct GuideCommand: ParsableCommand, AnswersInOwnLanguages {
    static let configuration = CommandConfiguration(
        commandName: "guide",
        abstract: Words.text("help.guide")
    )

    @Option(
        help: ArgumentHelp(Words.text("help.guide.mode"), valueName: Words.text("value.mode"))
    )
    var mode: String?

    @OptionGroup var language: LanguageOption

    @Option(
        help: ArgumentHelp(Words.text("help.guide.format"), valueName: Words.text("value.format"))
    )
    var format: GuideFormat = .text

    @Argument(
        help: ArgumentHelp(
            Words.text("help.guide.definition"),
            valueName: Words.text("value.definition")
        )
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
                Console.complain(
                    "passo: choose a way of working with --mode: \(modes.joined(separator: " or "))"
                )
                throw ExitStatus.usage
            }
            return
        }
        guard modes.contains(mode) else {
            let known = modes.isEmpty ? "it has none" : "it has \(modes.joined(separator: " and "))"
            Console.complain("passo: '\(definition.name)' has no mode '\(mode)'; \(known)")
            throw ExitStatus.usage
        }
    }
}

extension GuideFormat: ExpressibleByArgument {}
