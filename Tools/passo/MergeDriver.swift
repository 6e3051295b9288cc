import Foundation
import PassoDefinition

/// Makes Git merge string tables and ledgers by their keys.
enum MergeDriver {
    /// The name by which the files' attributes and Git's configuration know the driver.
    private static let name = "passo-strings"

    /// The files that it merges.
    private static let patterns = ["*.arb", "*.ledger.tsv"]

    /// Installs the driver in the repository that holds a folder.
    ///
    /// Which files it merges is said in `.gitattributes`, which everybody shares; what the driver is
    /// stands in the configuration of this clone, since Git takes no programs from a repository.
    ///
    /// - Throws: ``ExitStatus/usage`` after saying what is wrong.
    static func install(in folder: String) throws {
        guard let git = ExternalProgram.find("git") else {
            Words.complain(EngineTexts.initNoGit)
            throw ExitStatus.usage
        }
        let top = try run(git, ["-C", folder, "rev-parse", "--show-toplevel"])
        guard top.status == 0 else {
            Words.complain(EngineTexts.initNoRepository(folder: folder))
            throw ExitStatus.usage
        }
        let root = top.output.trimmingCharacters(in: .newlines)
        try writeAttributes(in: root)
        let words = [program, "strings", "merge", "--path", "%P", "%O", "%A", "%B"]
        let command = words.joined(separator: " ")
        for (key, value) in [("name", "Passo"), ("driver", command)] {
            let set = try run(git, ["-C", root, "config", "merge.\(name).\(key)", value])
            guard set.status == 0 else {
                Words.complain(EngineTexts.initGitFailed(reason: set.complaints))
                throw ExitStatus.usage
            }
        }
        Console.print(Words.text(EngineTexts.initMergeDriver(files: patterns, command: command)))
    }

    /// How Git can start this program: by its name where the search path has it, else by its place.
    private static var program: String {
        if ExternalProgram.find("passo") != nil { return "passo" }
        let place = Bundle.main.executablePath ?? CommandLine.arguments[0]
        return "'\(place.replacing("'", with: #"'\''"#))'"
    }

    /// Adds the lines that the file of attributes lacks.
    private static func writeAttributes(in root: String) throws {
        let file = URL(filePath: root).appending(path: ".gitattributes")
        var text = ""
        do {
            if FileManager.default.fileExists(atPath: file.path) {
                text = try String(contentsOf: file, encoding: .utf8)
            }
            let lines = Set(text.split(whereSeparator: \.isNewline).map { String($0) })
            let missing = patterns.map { "\($0) merge=\(name)" }.filter { !lines.contains($0) }
            guard !missing.isEmpty else { return }
            if !text.isEmpty, !text.hasSuffix("\n") { text += "\n" }
            text += missing.joined(separator: "\n") + "\n"
            try text.write(to: file, atomically: true, encoding: .utf8)
        } catch {
            Words.complain(
                EngineTexts.fileCannotWrite(
                    path: file.path,
                    reason: FileProblem(error).rawValue
                )
            )
            throw ExitStatus.usage
        }
        Console.print(Words.text(EngineTexts.initWrote(file: ".gitattributes")))
    }

    /// Runs Git; what it writes is a line or two, which its pipes hold.
    private static func run(
        _ git: URL,
        _ arguments: [String]
    ) throws -> (status: Int32, output: String, complaints: String) {
        let process = Process()
        process.executableURL = git
        process.arguments = arguments
        let (output, complaints) = (Pipe(), Pipe())
        process.standardOutput = output
        process.standardError = complaints
        try process.run()
        process.waitUntilExit()
        let texts = try [output, complaints].map { pipe in
            let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
            return String(decoding: data, as: UTF8.self)
        }
        let reason = texts[1].split(whereSeparator: \.isNewline).first.map { String($0) } ?? ""
        return (process.terminationStatus, texts[0], reason)
    }
}
