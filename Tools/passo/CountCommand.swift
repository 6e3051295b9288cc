import ArgumentParser
import Foundation
import PassoICU

/// `passo count`: the size of a text, counted as the limits of a definition count it.
struct CountCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "count",
        abstract: Words.text("help.count"),
        discussion: Words.text("help.count.more")
    )

    @Option(
        help: ArgumentHelp(Words.text("help.count.limit"), valueName: Words.text("value.limit"))
    )
    var limit: Int?

    @Option(
        help: ArgumentHelp(Words.text("help.format"), valueName: Words.text("value.format"))
    )
    var format: OutputFormat = .text

    @Argument(
        help: ArgumentHelp(Words.text("help.count.file"), valueName: Words.text("value.file"))
    )
    var file: String?

    @OptionGroup var language: LanguageOption

    func validate() throws {
        if let limit, limit < 0 {
            throw ValidationError("--limit is a number of characters and cannot be negative.")
        }
    }

    func run() throws {
        let text = try TextInput.read(file)
        let count = TextCount(of: text)
        let over = limit.map { max(0, count.characters - $0) }
        Console.print(format == .json ? json(count, over: over) : line(count, over: over))
        if let over, over > 0 { throw ExitStatus.refused }
    }

    private func line(_ count: TextCount, over: Int?) -> String {
        var line =
            "\(count.characters) characters, \(count.codePoints) code points, \(count.utf8Bytes) bytes"
        if let over, let limit {
            line +=
                over > 0 ? ", \(over) over the limit of \(limit)" : ", within the limit of \(limit)"
        }
        return line
    }

    private func json(_ count: TextCount, over: Int?) -> String {
        """
        {"characters": \(count.characters), "codePoints": \(count.codePoints), \
        "bytes": \(count.utf8Bytes), "over": \(over ?? 0)}
        """
    }
}
