import Foundation
import PassoTesting
import Testing

@Suite struct CheckTests {
    @Test(arguments: ["respond-to-request", "agent", "customer-form"])
    func `finds no mistakes in the shipped definitions`(name: String) throws {
        let file = Repository.root.appending(
            path: "Sources/RespondToRequest/Definitions/\(name).yaml"
        )
        let run = try CommandLineRun(["check", file.path])
        #expect(run.output.isEmpty)
        #expect(run.complaints == "\(file.path): no mistakes\n")
        #expect(run.status == 0)
    }

    @Test func `reports every mistake of every file in one run and ends with 1`() throws {
        try withTemporaryFolder { folder in
            try Self.write(
                "a.yaml",
                ["workflow: a", "states: { s: { on: { go: { to: t } } } }"],
                in: folder
            )
            try Self.write("b.yaml", ["workflow: b", "sates: {}"], in: folder)
            let run = try CommandLineRun(["check", "a.yaml", "b.yaml"], in: folder)
            #expect(run.output.contains("a.yaml:4:22: error: no event named 'go' [unknown-event]"))
            #expect(run.output.contains("b.yaml:4:1: error: no key 'sates' here [unknown-key]"))
            #expect(run.output.contains("did you mean 'states'?"))
            #expect(run.complaints.hasPrefix("2 files: "))
            #expect(run.status == 1)
        }
    }

    @Test func `writes JSON that a program reads, with places in characters and code units`() throws
    {
        try withTemporaryFolder { folder in
            try Self.write("a.yaml", ["workflow: a # 👩‍👩‍👧", "sates: {}"], in: folder)
            let run = try CommandLineRun(["check", "a.yaml", "--format", "json"], in: folder)
            let value = try JSONSerialization.jsonObject(with: Data(run.output.utf8))
            let diagnostics = try #require(value as? [[String: Any]])
            let found = try #require(diagnostics.first { $0["id"] as? String == "unknown-key" })
            #expect(found["line"] as? Int == 4)
            #expect(found["column"] as? Int == 1)
            let utf8 = try #require(found["utf8Offset"] as? Int)
            let utf16 = try #require(found["utf16Offset"] as? Int)
            #expect(utf8 - utf16 == 10)
            #expect(run.status == 1)
        }
    }

    @Test func `shows colour on a terminal only`() throws {
        let run = try CommandLineRun(["check", "nowhere.yaml"])
        #expect(!(run.output + run.complaints).contains("\u{1B}"))
    }

    @Test func `a file that cannot be read is a diagnostic with its reason`() throws {
        let missing = try CommandLineRun(["check", "nowhere.yaml"])
        #expect(missing.output.contains("[file-missing]"))
        #expect(missing.status == 2)
        #expect(try CommandLineRun(["play", "nowhere.yaml"]).status == 2)
        #expect(try CommandLineRun(["guide", "nowhere.yaml"]).status == 2)
        let folder = try CommandLineRun(["check", "."])
        #expect(folder.output.contains("[file-is-directory]"))
    }

    @Test func `a definition whose tables are nowhere says so at the name`() throws {
        try withTemporaryFolder { folder in
            let text = "passo: 1\nworkflow: a\nversion: 1\nstrings: nothing\nstates: { s: {} }\n"
            try text.write(
                to: folder.appending(path: "a.yaml"),
                atomically: true,
                encoding: .utf8
            )
            let run = try CommandLineRun(["check", "a.yaml"], in: folder)
            #expect(run.output.contains("a.yaml:4:10: error: no string bundle named 'nothing'"))
        }
    }

    @Test func `reads a definition from standard input`() throws {
        let run = try CommandLineRun(["check", "-"], input: "passo: 1\nworkflow: a\nversion: 1\n")
        #expect(run.output.contains("[missing-key]"))
        #expect(run.status == 1)
    }

    @Test func `reads a scenario from standard input too`() throws {
        let text = "scenario: A word too many\nprocedure: respond-to-request\nplays: []\n"
        let run = try CommandLineRun(["check", "-"], input: text)
        #expect(run.output.contains("[scenario-unknown-key]"))
        #expect(run.status == 1)
    }

    @Test func `checks again when a file changes`() throws {
        try withTemporaryFolder { folder in
            let file = folder.appending(path: "a.yaml")
            let heard = folder.appending(path: "heard")
            try Data().write(to: heard)
            try Self.write("a.yaml", ["workflow: a", "sates: {}"], in: folder)
            let process = Process()
            process.executableURL = CommandLineRun.program
            process.arguments = ["check", "--watch", file.path]
            process.standardOutput = FileHandle.nullDevice
            process.standardError = try FileHandle(forWritingTo: heard)
            try process.run()
            // Not terminate(): a process started from a test may have that signal blocked.
            defer { kill(process.processIdentifier, SIGKILL) }
            #expect(try Self.wait(for: "Watching", in: heard))
            try Self.write("a.yaml", ["workflow: a", "states: { s: {} }", "# longer"], in: folder)
            #expect(try Self.wait(for: "no mistakes", in: heard))
        }
    }

    /// Waits until a file holds a word, for as long as a busy machine may take.
    private static func wait(for word: String, in file: URL) throws -> Bool {
        for _ in 0..<600 {
            if try String(contentsOf: file, encoding: .utf8).contains(word) { return true }
            Thread.sleep(forTimeInterval: 0.05)
        }
        return false
    }

    /// Writes a definition of the first language version.
    private static func write(_ name: String, _ lines: [String], in folder: URL) throws {
        let text = (["passo: 1", "version: 1"] + lines).joined(separator: "\n") + "\n"
        try text.write(to: folder.appending(path: name), atomically: true, encoding: .utf8)
    }
}
