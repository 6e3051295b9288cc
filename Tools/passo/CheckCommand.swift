import ArgumentParser
import Foundation
import PassoDiagnostics

/// `passo check`: every mistake of definitions and scenarios, with its place and what would be right.
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Finds the mistakes of definitions and scenario files, all of them in one run.",
        discussion: """
            Message keys are checked in every language of the bundle that a definition names: \
            Localization/BUNDLE/*.arb beside it or in a folder above. The exit status is 1 when \
            there is an error; warnings alone leave it 0.
            """
    )

    @Option(help: "text or json.")
    var format: OutputFormat = .text

    @Flag(help: "Check again whenever a file changes; Ctrl-C ends it.")
    var watch = false

    @Argument(help: ArgumentHelp("The files; '-' reads standard input.", valueName: "file"))
    var files: [String]

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
