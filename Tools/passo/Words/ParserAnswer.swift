import ArgumentParser
import PassoDefinition

/// What the parser answers instead of a command – help or a mistake – in the reader's language.
struct ParserAnswer {
    let text: String

    init(_ error: any Error, from root: any ParsableCommand.Type) {
        let full = root.fullMessage(for: error)
        guard let tree = CommandTree(root) else {
            text = full
            return
        }
        if !root.exitCode(for: error).isSuccess {
            text = Self.mistake(root.message(for: error), full, tree)
        } else if let path = Self.path(after: "USAGE: ", in: full, tree) {
            text = HelpPage(path: path, width: HelpPage.width).text
        } else {
            // The version, or a script for completions.
            text = full
        }
    }

    /// The sentence, the line of help about what is missing, and how the command is written.
    private static func mistake(_ sentence: String, _ full: String, _ tree: CommandTree) -> String {
        let path = path(after: "Usage: ", in: full, tree) ?? [tree.command]
        let page = HelpPage(path: path, width: HelpPage.width)
        let commands = (path.last?.shown ?? []).map(\.commandName)
        let help = full.split(separator: "\n").first { $0.hasPrefix("Help:  ") }
            .map { "  " + $0.dropFirst("Help:  ".count) }
        let lines = [
            "passo: " + UsageMistake(sentence, commands: commands).text, help,
            Words.text(EngineTexts.usageLine(usage: page.usage)),
            "  " + Words.text(EngineTexts.usageSee(command: page.name + " --help")),
        ]
        return lines.compactMap(\.self).joined(separator: "\n")
    }

    /// The command that the parser's line of usage speaks of.
    private static func path(
        after title: String,
        in text: String,
        _ tree: CommandTree
    ) -> [CommandTree.Command]? {
        guard let line = text.split(separator: "\n").first(where: { $0.hasPrefix(title) }) else {
            return nil
        }
        return tree.path(line.dropFirst(title.count).split(separator: " ").dropFirst())
    }
}
