import ArgumentParser
import PassoDefinition

/// `passo schema`: what gives editors completion.
struct SchemaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema",
        abstract: "Prints the JSON Schema of definitions, for completion in editors.",
        discussion: """
            Save it as passo-workflow.schema.json and begin a definition with the line
            # yaml-language-server: $schema=passo-workflow.schema.json
            """
    )

    func run() {
        Console.print(DefinitionSchema.json())
    }
}
