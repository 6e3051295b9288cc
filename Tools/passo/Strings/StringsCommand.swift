import ArgumentParser

/// The translators' commands.
struct StringsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "strings",
        abstract: Words.text("help.strings"),
        subcommands: [StatusCommand.self, AcceptCommand.self, FormatStringsCommand.self]
    )
}
