import ArgumentParser
import Foundation

/// The commands with their options, as the parser describes them to programs.
///
/// Its own help is in English wherever the parser has its own words, so ``HelpPage`` is made of this
/// instead.
struct CommandTree: Decodable {
    let command: Command

    struct Command: Decodable {
        let commandName: String
        let abstract: String?
        let discussion: String?
        let shouldDisplay: Bool
        let subcommands: [Command]?
        let arguments: [Argument]?
    }

    struct Argument: Decodable {
        let kind: String
        let shouldDisplay: Bool
        let isOptional: Bool
        let isRepeating: Bool
        let names: [Name]?
        let preferredName: Name?
        let valueName: String?
        let defaultValue: String?
        let allValues: [String]?
        let abstract: String?
    }

    struct Name: Decodable {
        let kind: String
        let name: String

        /// The name as it is typed.
        var typed: String { (kind == "long" ? "--" : "-") + name }
    }

    /// The commands below and including a type; nil when the parser describes them in another form.
    init?(_ root: any ParsableCommand.Type) {
        let described = Data(root._dumpHelp().utf8)
        // A description in another form is no reason to fail: the parser's own help is shown then.
        guard let tree = try? JSONDecoder().decode(CommandTree.self, from: described) else {
            return nil
        }
        self = tree
    }

    /// The commands from the root to the one that words lead to; words that name none end it.
    func path(_ words: some Sequence<Substring>) -> [Command] {
        var path = [command]
        for word in words {
            guard let next = path.last?.subcommands?.first(where: { $0.commandName == word }) else {
                break
            }
            path.append(next)
        }
        return path
    }
}

extension CommandTree.Command {
    /// The subcommands that people see.
    var shown: [CommandTree.Command] {
        (subcommands ?? []).filter { $0.shouldDisplay && $0.commandName != "help" }
    }

    func arguments(_ kinds: String...) -> [CommandTree.Argument] {
        (arguments ?? []).filter { $0.shouldDisplay && kinds.contains($0.kind) }
    }
}

extension CommandTree.Argument {
    /// Whether the parser adds it to every command.
    var isBuiltIn: Bool { ["help", "version"].contains(preferredName?.name) && kind == "flag" }

    /// How it is written in the list of options: `-h, --help`, `--format <format>`.
    var label: String {
        guard kind != "positional" else { return "<\(valueName ?? "")>" }
        // The short name goes first.
        let all = (names ?? []).sorted { $0.name.count < $1.name.count }.map(\.typed)
        return all.joined(separator: ", ") + value
    }

    /// How it is written in the line of usage: `[--format <format>]`, `<file> ...`.
    var synopsis: String {
        let plain = kind == "positional" ? label : (preferredName?.typed ?? "") + value
        let repeated = isRepeating ? plain + " ..." : plain
        return isOptional ? "[\(repeated)]" : repeated
    }

    private var value: String { kind == "option" ? " <\(valueName ?? "")>" : "" }
}
