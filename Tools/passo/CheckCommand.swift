import ArgumentParser
import Foundation
import PassoDefinition
import PassoDiagnostics

/// `passo check`: every mistake of definitions and scenarios, with its place and what would be right.
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: Words.text(EngineTexts.helpCheck),
        discussion: Words.text(EngineTexts.helpCheckMore)
    )

    @Option(
        help: Words.help(EngineTexts.helpFormat, value: EngineTexts.valueFormat)
    )
    var format: OutputFormat = .text

    @Flag(help: Words.help(EngineTexts.helpCheckStrict))
    var strict = false

    @Flag(help: Words.help(EngineTexts.helpCheckWatch))
    var watch = false

    @Argument(
        help: Words.help(EngineTexts.helpCheckFiles, value: EngineTexts.valueFile)
    )
    var files: [String]

    @OptionGroup var language: LanguageOption

    func validate() throws {
        if watch && files.contains("-") {
            throw ValidationError(Words.text(EngineTexts.checkWatchInput))
        }
    }

    func run() throws {
        let status = check()
        guard watch else {
            if let status { throw status }
            return
        }
        var seen = FileStamps(of: watched)
        Console.complain(
            Words.text(EngineTexts.checkWatching(files: files.joined(separator: ", ")))
        )
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
            let several = Words.text(EngineTexts.checkFiles(count: files.count))
            let what = files.count == 1 ? files[0] : several
            Console.complain(Report.summary(diagnostics, of: what))
        }
        if let status = ExitStatus(diagnostics) { return status }
        return strict && diagnostics.contains { $0.severity == .warning } ? .refused : nil
    }

    /// The files and the tables beside them, which a change may come from.
    private var watched: [String] {
        files + files.flatMap { InputFile.tables(of: $0) }
    }
}
