import ArgumentParser
import Foundation
import PassoDiagnostics

/// `passo check`: every mistake of definitions and scenarios, with its place and what would be right.
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: Words.text("help.check"),
        discussion: Words.text("help.check.more")
    )

    @Option(
        help: ArgumentHelp(Words.text("help.format"), valueName: Words.text("value.format"))
    )
    var format: OutputFormat = .text

    @Flag(help: ArgumentHelp(Words.text("help.check.watch")))
    var watch = false

    @Argument(
        help: ArgumentHelp(Words.text("help.check.files"), valueName: Words.text("value.file"))
    )
    var files: [String]

    @OptionGroup var language: LanguageOption

    func validate() throws {
        if watch && files.contains("-") {
            throw ValidationError("--watch needs files; standard input cannot be watched.")
        }
    }

    func run() throws {
        let status = check()
        guard watch else {
            if let status { throw status }
            return
        }
        var seen = FileStamps(of: watched)
        Console.complain("Watching \(files.joined(separator: ", ")). Ctrl-C ends it.")
        while true {
            Thread.sleep(forTimeInterval: 0.3)
            let now = FileStamps(of: watched)
            guard now != seen else { continue }
            seen = now
            _ = check()
        }
    }

    /// Checks every file and says what its mistakes amount to.
    private func check() -> ExitStatus? {
        let diagnostics = files.flatMap { InputFile.diagnostics(of: $0) }
        Report.print(diagnostics, format: format)
        if format == .text {
            let count = files.count == 1 ? files[0] : "\(files.count) files"
            Console.complain("\(count): \(Report.summary(diagnostics))")
        }
        return ExitStatus(diagnostics)
    }

    /// The files and the tables beside them, which a change may come from.
    private var watched: [String] {
        files + files.flatMap { InputFile.tables(of: $0) }
    }
}
