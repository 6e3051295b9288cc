import ArgumentParser
import PassoDefinition

/// `passo schema`: what gives editors completion.
struct SchemaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema",
        abstract: Words.text(EngineTexts.helpSchema),
        discussion: Words.text(EngineTexts.helpSchemaMore)
    )

    @OptionGroup var language: LanguageOption

    func run() {
        Console.print(DefinitionSchema.json(locale: Words.locale))
    }
}
