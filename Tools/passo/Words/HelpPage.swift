import Foundation
import PassoDefinition

/// The help of one command in the reader's language, laid out as the parser lays out its own.
struct HelpPage {
    /// Where the second column begins.
    private static let column = 26

    let path: [CommandTree.Command]
    let width: Int

    /// The page.
    var text: String {
        guard let command = path.last else { return "" }
        let about = [command.abstract, command.discussion].compactMap(\.self)
            .filter { !$0.isEmpty }.joined(separator: "\n\n")
        let overview = "\(Words.text(EngineTexts.helpOverview)): \(about)"
        let parts = [
            wrapped(overview, indent: 0).joined(separator: "\n"),
            "\(Words.text(EngineTexts.helpUsage)): \(usage)",
            section(
                Words.text(EngineTexts.helpArguments),
                command.arguments("positional").map(row)
            ),
            section(
                Words.text(EngineTexts.helpOptions),
                command.arguments("option", "flag").map(row)
            ),
            section(
                Words.text(EngineTexts.helpCommands),
                command.shown.map { row($0.commandName, $0.abstract ?? "") }
            ),
            command.shown.isEmpty ? "" : "  " + Words.text(EngineTexts.helpSee(command: seeAlso)),
        ]
        return parts.filter { !$0.isEmpty }.joined(separator: "\n\n")
    }

    /// How the command is written: `passo check [--format <format>] [--watch] <file> ...`.
    var usage: String {
        guard let command = path.last else { return "" }
        let own =
            command.arguments("option", "flag").filter { !$0.isBuiltIn }
            + command.arguments("positional")
        let rest = command.shown.isEmpty ? [] : ["<\(Words.text(EngineTexts.valueCommand))>"]
        return ([name] + own.map(\.synopsis) + rest).joined(separator: " ")
    }

    /// The command with those above it: `passo strings check`.
    var name: String { path.map(\.commandName).joined(separator: " ") }

    private var seeAlso: String {
        let names = path.map(\.commandName)
        let words = names.prefix(1) + ["help"] + names.dropFirst()
        return words.joined(separator: " ") + " <\(Words.text(EngineTexts.valueCommand))>"
    }

    private func section(_ title: String, _ rows: [String]) -> String {
        rows.isEmpty ? "" : ([title + ":"] + rows).joined(separator: "\n")
    }

    private func row(_ argument: CommandTree.Argument) -> String {
        let about =
            switch (argument.isBuiltIn, argument.preferredName?.name) {
            case (true, "help"): Words.text(EngineTexts.helpHelp)
            case (true, _): Words.text(EngineTexts.helpVersion)
            default: argument.abstract ?? ""
            }
        let parts = [about, values(argument)].filter { !$0.isEmpty }
        return row(argument.label, parts.joined(separator: " "))
    }

    /// The values an argument can have, and the one it has when it is not given.
    private func values(_ argument: CommandTree.Argument) -> String {
        let all = (argument.allValues ?? []).filter { !$0.isEmpty }.joined(separator: ", ")
        let usual = argument.defaultValue ?? ""
        return switch (all.isEmpty, usual.isEmpty) {
        case (true, true): ""
        case (true, false): Words.text(EngineTexts.helpDefault(default: usual))
        case (false, true): Words.text(EngineTexts.helpValues(values: all))
        case (false, false):
            Words.text(EngineTexts.helpValuesDefault(values: all, default: usual))
        }
    }

    /// A label and, in the second column, what it is about.
    private func row(_ label: String, _ about: String) -> String {
        let lines = wrapped(about, indent: Self.column)
        let first = "  " + label
        guard first.count < Self.column, let line = lines.first else {
            return ([first] + lines.filter { !$0.isEmpty }).joined(separator: "\n")
        }
        let start = first + line.dropFirst(first.count)
        return ([start] + lines.dropFirst()).joined(separator: "\n")
    }

    /// Breaks each line of a text at spaces, and indents what comes of it.
    private func wrapped(_ text: String, indent: Int) -> [String] {
        let margin = String(repeating: " ", count: indent)
        return text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { line in
            var rows: [String] = []
            var row = ""
            for word in line.split(separator: " ") {
                if !row.isEmpty, indent + row.count + 1 + word.count > width {
                    rows.append(margin + row)
                    row = String(word)
                } else {
                    row += (row.isEmpty ? "" : " ") + word
                }
            }
            return rows + [row.isEmpty ? "" : margin + row]
        }
    }

    /// The columns there are: those that `COLUMNS` names, those of the terminal, or 80.
    static var width: Int {
        let asked = ProcessInfo.processInfo.environment["COLUMNS"].flatMap { Int($0) }
        if let asked, asked > 40 { return asked }
        guard isatty(STDOUT_FILENO) == 1, let size = TerminalSize.current() else { return 80 }
        return max(40, size.columns)
    }
}
