import Foundation
import PassoTesting
import Testing

@Suite struct HelpTests {
    @Test(arguments: ["", "check", "play", "try", "explain", "guide", "schema", "init", "count"])
    func `help says what a command does`(command: String) throws {
        let run = try CommandLineRun(
            command.isEmpty ? ["--help"] : [command, "--help"],
            environment: ["COLUMNS": "100"]
        )
        #expect(run.status == 0)
        #expect(run.complaints.isEmpty)
        let name = command.isEmpty ? "passo" : command
        #expect(goldenDifference(run.output, "help-\(name).txt") == nil)
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
