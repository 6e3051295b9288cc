import ArgumentParser
import PassoDefinition
import PassoDiagnostics

/// A mistake on the command line, in the reader's language.
///
/// The parser keeps its errors to itself and gives an English sentence. Those that our commands can
/// cause are known by their form; any other comes as the parser words it.
struct UsageMistake {
    private let sentence: String
    private let commands: [String]

    /// - Parameters:
    ///   - sentence: the parser's message.
    ///   - commands: the names that may stand where the mistake was made, for “did you mean”.
    init(_ sentence: String, commands: [String]) {
        self.sentence = sentence
        self.commands = commands
    }

    /// What is wrong.
    var text: String {
        option ?? value ?? argument ?? shell ?? sentence
    }

    private var option: String? {
        if let (name, near) = pair("Unknown option '", "'. Did you mean '", "'?") {
            return Words.text(EngineTexts.usageUnknownOptionNear(name: name, near: near))
        }
        if let name = single("Unknown option '", "'") ?? single("Invalid option: ", "") {
            return Words.text(EngineTexts.usageUnknownOption(name: name))
        }
        if let name = single("Missing value for '", "'") {
            return Words.text(EngineTexts.usageMissingValue(name: name))
        }
        let (middle, end) = ("' does not take any value, but '", "' was specified.")
        if let (name, value) = pair("The option '", middle, end) {
            return Words.text(EngineTexts.usageNeedlessValue(name: name, value: value))
        }
        return nil
    }

    private var value: String? {
        let start = "The value '"
        if let (value, rest) = pair(start, "' is invalid for '", "."),
            let end = rest.firstRange(of: "'. Please provide one of ")
        {
            let choices = rest[end.upperBound...].split(separator: "'")
                .enumerated().filter { $0.offset.isMultiple(of: 2) }.map { String($0.element) }
            return Words.text(
                EngineTexts.usageInvalidChoice(
                    name: String(rest[..<end.lowerBound]),
                    value: value,
                    choices: choices
                )
            )
        }
        if let (value, name) = pair(start, "' is invalid for '", "'") {
            return Words.text(EngineTexts.usageInvalidValue(name: name, value: value))
        }
        return nil
    }

    private var argument: String? {
        if let name = single("Missing expected argument '", "'") {
            return Words.text(EngineTexts.usageMissingArgument(name: name))
        }
        var extra: [String] = []
        if let name = single("Unexpected argument '", "'") {
            extra = [name]
        } else if let (_, names) = pair("", " unexpected arguments: '", "'") {
            extra = names.split(separator: "', '").map { String($0) }
        }
        guard let first = extra.first else { return nil }
        if commands.isEmpty {
            return Words.text(EngineTexts.usageUnexpected(count: extra.count, arguments: extra))
        }
        if let near = nearest(to: first, in: commands) {
            return Words.text(EngineTexts.usageUnknownCommandNear(name: first, near: near))
        }
        return Words.text(EngineTexts.usageUnknownCommand(name: first))
    }

    private var shell: String? {
        let start = "Can't generate completion scripts for '"
        guard sentence.hasPrefix(start) else { return nil }
        let name = sentence.dropFirst(start.count).prefix { $0 != "'" }
        let shells = CompletionShell.allCases.map(\.rawValue)
        return Words.text(EngineTexts.usageUnknownShell(name: String(name), shells: shells))
    }

    /// What stands between two texts, when they are the beginning and the end.
    private func single(_ start: String, _ end: String) -> String? {
        guard sentence.hasPrefix(start), sentence.hasSuffix(end),
            sentence.utf8.count >= start.utf8.count + end.utf8.count
        else { return nil }
        return String(sentence.dropFirst(start.count).dropLast(end.count))
    }

    /// What stands before and behind a text in the middle.
    private func pair(_ start: String, _ middle: String, _ end: String) -> (String, String)? {
        guard let inner = single(start, end), let split = inner.firstRange(of: middle) else {
            return nil
        }
        return (String(inner[..<split.lowerBound]), String(inner[split.upperBound...]))
    }
}
