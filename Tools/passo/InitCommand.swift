import ArgumentParser
import Foundation
import PassoDefinition

/// `passo init`: a small commented definition with its tables and scenarios.
struct InitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: Words.text(EngineTexts.helpInit),
        discussion: Words.text(EngineTexts.helpInitMore)
    )

    @Flag(help: Words.help(EngineTexts.helpInitMergeDriver))
    var mergeDriver = false

    @Argument(
        help: Words.help(EngineTexts.helpInitFolder, value: EngineTexts.valueFolder)
    )
    var folder = "."

    @OptionGroup var language: LanguageOption

    func run() throws {
        if mergeDriver { return try MergeDriver.install(in: folder) }
        let root = URL(filePath: folder)
        let files = Starter.files.map {
            (name: $0.path, place: root.appending(path: $0.path), text: $0.text)
        }
        let existing = files.filter { FileManager.default.fileExists(atPath: $0.place.path) }
        guard existing.isEmpty else {
            Words.complain(EngineTexts.initExists(files: existing.map(\.name), folder: folder))
            throw ExitStatus.refused
        }
        for file in files {
            do {
                try FileManager.default.createDirectory(
                    at: file.place.deletingLastPathComponent(),
                    withIntermediateDirectories: true
                )
                try file.text.write(to: file.place, atomically: true, encoding: .utf8)
            } catch {
                Words.complain(
                    EngineTexts.fileCannotWrite(
                        path: file.place.path,
                        reason: FileProblem(error).rawValue
                    )
                )
                throw ExitStatus.usage
            }
            Console.print(Words.text(EngineTexts.initWrote(file: file.name)))
        }
        let place = folder == "." ? "" : "cd \(folder) && "
        // Another language than the reader's shows more of what it can do.
        let (other, another) = Words.locale == "da" ? ("en", "pl") : ("da", "it")
        Console.complain(
            """
            \(Words.text(EngineTexts.initNext))
              \(place)passo check question.yaml
              \(place)passo play question.play.yaml --locale \(other)
              \(place)passo guide question.yaml --locale \(another)
            """
        )
    }
}
