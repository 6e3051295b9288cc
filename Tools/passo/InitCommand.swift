import ArgumentParser
import Foundation

/// `passo init`: a small commented definition with its tables and scenarios.
struct InitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: Words.text("help.init"),
        discussion: Words.text("help.init.more")
    )

    @Argument(
        help: ArgumentHelp(Words.text("help.init.folder"), valueName: Words.text("value.folder"))
    )
    var folder = "."

    @OptionGroup var language: LanguageOption

    func run() throws {
        let root = URL(filePath: folder)
        let files = Starter.files.map {
            (name: $0.path, place: root.appending(path: $0.path), text: $0.text)
        }
        let existing = files.filter { FileManager.default.fileExists(atPath: $0.place.path) }
        guard existing.isEmpty else {
            let names = existing.map(\.name).joined(separator: ", ")
            Console.complain(
                "passo: nothing written, because there is already \(names) in '\(folder)'"
            )
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
                Console.complain(
                    "passo: cannot write '\(file.place.path)': \(error.localizedDescription)"
                )
                throw ExitStatus.usage
            }
            Console.print("wrote \(file.name)")
        }
        let place = folder == "." ? "" : "cd \(folder) && "
        Console.complain(
            """
            Try:
              \(place)passo check question.yaml
              \(place)passo play question.play.yaml --locale da
              \(place)passo guide question.yaml --locale it
            """
        )
    }
}
