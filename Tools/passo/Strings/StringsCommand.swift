import ArgumentParser

/// The translators' commands.
struct StringsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "strings",
        abstract: "Checks string tables and shows how far each language is.",
        subcommands: []
    )
}
