public import ArgumentParser
public import PassoDefinition

/// `passo guide`: the procedure as a help article.
struct GuideCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "guide",
        abstract: "Prints a procedure as a help article, with the numbers of its limits."
    )

    @Option(help: "The way of working, one of the definition's modes.")
    var mode: String?

    @Option(help: "The reader's language, such as da or pt.")
    var locale = "en"

    @Option(help: "text, markdown or html.")
    var format: GuideFormat = .text

    @Argument(help: "The definition, or the name of a shipped one; '-' reads standard input.")
    var definition: String

    func run() throws {
        let definition = try DefinitionInput.require(definition)
        try checkMode(of: definition)
        try Locales.check(locale, in: definition)
        Console.printWithoutBreak(definition.guide(mode: mode, locale: locale, format: format))
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
