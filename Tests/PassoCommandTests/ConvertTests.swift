import Foundation
import Testing

@Suite struct ConvertTests {
    private static let chart = """
        # A switch
        passo: 1
        workflow: switch
        version: 1
        events: { press: {} }
        initial: dark
        states:
          dark: { on: { press: { to: light } } }
          light: { on: { press: { to: dark } } }

        """

    @Test func `converts to SCXML and back by the endings of the files`() throws {
        try withTemporaryFolder { folder in
            let first = folder.appending(path: "switch.yaml")
            try Self.chart.write(to: first, atomically: true, encoding: .utf8)
            let there = try CommandLineRun(["convert", "switch.yaml", "switch.scxml"], in: folder)
            #expect(there.output.isEmpty)
            #expect(there.complaints == "wrote switch.scxml\n")
            #expect(there.status == 0)
            let check = try CommandLineRun(["check", "switch.scxml"], in: folder)
            #expect(check.status == 0, "\(check.output)\(check.complaints)")
            let back = try CommandLineRun(["convert", "switch.scxml", "back.yml"], in: folder)
            #expect(back.status == 0, "\(back.complaints)")
            let canonical = try CommandLineRun(
                ["convert", "switch.yaml", "--to", "yaml"],
                in: folder
            )
            let written = try String(
                contentsOf: folder.appending(path: "back.yml"),
                encoding: .utf8
            )
            #expect(written == canonical.output)
            #expect(!written.contains("A switch"))
        }
    }

    @Test func `reads and writes pipes, in the other language`() throws {
        let document = try CommandLineRun(["convert", "-"], input: Self.chart)
        #expect(document.output.hasPrefix("<?xml"))
        #expect(document.complaints.isEmpty)
        let text = try CommandLineRun(["convert", "-", "-"], input: document.output)
        #expect(text.output.hasPrefix("passo: 1\nworkflow: switch\n"))
    }

    @Test func `converts shipped definitions by their names`() throws {
        let run = try CommandLineRun(["convert", "agent"])
        #expect(run.status == 0)
        #expect(run.output.contains("name=\"agent\""))
    }

    @Test func `overwrites only when it is told to`() throws {
        try withTemporaryFolder { folder in
            let file = folder.appending(path: "a.scxml")
            try "mine".write(to: file, atomically: true, encoding: .utf8)
            let words = ["convert", "-", "a.scxml"]
            let refused = try CommandLineRun(words, input: Self.chart, in: folder)
            #expect(refused.status == 1)
            #expect(
                refused.complaints
                    == "passo: nothing written, because 'a.scxml' exists; --force writes over it\n"
            )
            #expect(try String(contentsOf: file, encoding: .utf8) == "mine")
            let forced = try CommandLineRun(words + ["--force"], input: Self.chart, in: folder)
            #expect(forced.status == 0)
            #expect(try String(contentsOf: file, encoding: .utf8).hasPrefix("<?xml"))
        }
    }

    @Test func `writes nothing when the definition has errors`() throws {
        try withTemporaryFolder { folder in
            let broken = Self.chart.replacing("to: dark", with: "to: drak")
            let run = try CommandLineRun(["convert", "-", "a.scxml"], input: broken, in: folder)
            #expect(run.status == 1)
            #expect(run.complaints.contains("[unknown-state]"))
            let place = folder.appending(path: "a.scxml").path
            #expect(!FileManager.default.fileExists(atPath: place))
            let danish = try CommandLineRun(
                ["convert", "-", "--locale", "da"],
                input: broken
            )
            #expect(danish.complaints.contains("fejl:"))
        }
    }

    @Test func `ends with 2 when a file cannot be read or written`() throws {
        let missing = try CommandLineRun(["convert", "nowhere.yaml"])
        #expect(missing.status == 2)
        #expect(missing.output.isEmpty)
        let folder = try CommandLineRun(["convert", "-", "no/where.yaml"], input: Self.chart)
        #expect(folder.status == 2)
        let format = try CommandLineRun(["convert", "agent", "--to", "json"])
        #expect(format.status == 2)
        #expect(format.complaints.contains("yaml"))
    }
}
