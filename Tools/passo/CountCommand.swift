import ArgumentParser
import Foundation
import PassoDefinition
import PassoICU

/// `passo count`: the size of a text, counted as the limits of a definition count it.
struct CountCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "count",
        abstract: Words.text(EngineTexts.helpCount),
        discussion: Words.text(EngineTexts.helpCountMore)
    )

    @Option(
        help: Words.help(EngineTexts.helpCountLimit, value: EngineTexts.valueLimit)
    )
    var limit: Int?

    @Option(
        help: Words.help(EngineTexts.helpFormat, value: EngineTexts.valueFormat)
    )
    var format: OutputFormat = .text

    @Argument(
        help: Words.help(EngineTexts.helpCountFile, value: EngineTexts.valueFile)
    )
    var file: String?

    @OptionGroup var language: LanguageOption

    func validate() throws {
        if let limit, limit < 0 {
            throw ValidationError(Words.text(EngineTexts.countNegativeLimit))
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
        let (characters, points, bytes) = (count.characters, count.codePoints, count.utf8Bytes)
        guard let over, let limit else {
            return Words.text(
                EngineTexts.countLine(characters: characters, codePoints: points, bytes: bytes)
            )
        }
        guard over > 0 else {
            return Words.text(
                EngineTexts.countWithin(
                    characters: characters,
                    codePoints: points,
                    bytes: bytes,
                    limit: limit
                )
            )
        }
        return Words.text(
            EngineTexts.countOver(
                characters: characters,
                codePoints: points,
                bytes: bytes,
                over: over,
                limit: limit
            )
        )
    }

    private func json(_ count: TextCount, over: Int?) -> String {
        """
        {"characters": \(count.characters), "codePoints": \(count.codePoints), \
        "bytes": \(count.utf8Bytes), "over": \(over ?? 0)}
        """
    }
}
