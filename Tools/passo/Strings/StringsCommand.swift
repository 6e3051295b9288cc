import ArgumentParser
import PassoDefinition

/// The translators' commands.
struct StringsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "strings",
        abstract: Words.text(EngineTexts.helpStrings),
        subcommands: [
            StringsCheckCommand.self, StatusCommand.self, AcceptCommand.self,
            FormatStringsCommand.self, CompileCommand.self, ExportCommand.self,
            ImportCommand.self, MergeCommand.self, PreviewCommand.self,
        ]
    )
}
