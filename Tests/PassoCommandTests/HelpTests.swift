import Foundation
import PassoTesting
import Testing

@Suite struct HelpTests {
    static let commands = [
        "", "check", "play", "try", "explain", "guide", "graph", "convert", "schema", "init",
        "count", "tour", "cel",
        "cel eval", "cel check", "cel format", "cel explain", "cel prompt",
    ]

    @Test(arguments: commands, ["en", "da", "pl"])
    func `help says what a command does, in the reader's language`(
        command: String,
        locale: String
    ) throws {
        let words = command.split(separator: " ").map(String.init)
        let runs = [
            ["--locale", locale] + words + ["--help"], words + ["--help", "--locale=\(locale)"],
            ["help"] + words + ["--locale", locale],
        ].map { try? CommandLineRun($0, environment: ["COLUMNS": "100"]) }
        let first = try #require(runs[0])
        #expect(first.status == 0)
        #expect(first.complaints.isEmpty)
        #expect(runs.allSatisfy { $0?.output == first.output })
        let title = command.isEmpty ? "passo" : words.joined(separator: "-")
        let name = title + (locale == "en" ? "" : ".\(locale)")
        #expect(goldenDifference(first.output, "help-\(name).txt") == nil)
    }

    @Test(
        arguments: commands + ["strings", "strings status", "strings accept", "strings format"],
        ["en", "da", "pl", "pt", "it"]
    )
    func `no line of help is longer than the terminal is wide`(
        command: String,
        locale: String
    ) throws {
        let words = command.split(separator: " ").map { String($0) }
        let run = try CommandLineRun(
            words + ["--help", "--locale", locale],
            environment: ["COLUMNS": "80"]
        )
        // How a command is written is never broken.
        let long = run.output.split(separator: "\n").filter {
            $0.count > 80 && !$0.contains(": passo")
        }
        #expect(long.isEmpty)
    }

    @Test(arguments: ["bash", "zsh", "fish"])
    func `completions are there for the usual shells`(shell: String) throws {
        let run = try CommandLineRun(["--generate-completion-script", shell])
        #expect(run.status == 0)
        #expect(run.output.contains("passo"))
    }

    @Test func `an unknown command ends with 2 and complains on standard error`() throws {
        let run = try CommandLineRun(["chek"])
        #expect(run.status == 2)
        #expect(run.output.isEmpty)
        #expect(!run.complaints.isEmpty)
    }

    @Test func `the schema is JSON`() throws {
        let run = try CommandLineRun(["schema"])
        let value = try JSONSerialization.jsonObject(with: Data(run.output.utf8))
        let schema = try #require(value as? [String: Any])
        #expect(schema["$schema"] as? String == "http://json-schema.org/draft-07/schema#")
    }

    @Test func `the tour plays every shipped scenario as expected, in five languages`() throws {
        let run = try CommandLineRun(["tour"])
        #expect(run.status == 0, "\(run.complaints)")
        #expect(!run.output.contains("✗"))
        for locale in ["en", "da", "pl", "pt", "it"] {
            #expect(run.output.contains("[\(locale)] "))
        }
        #expect(run.output.contains("Try next:"))
    }
}
