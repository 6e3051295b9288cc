import Foundation
import Testing

@Suite struct StringsCheckTests {
    /// Two bundles' worth of files in a folder of their own.
    private func withFolder(
        _ files: [String: String],
        _ body: (URL) throws -> Void
    ) throws {
        let folder = FileManager.default.temporaryDirectory.appending(
            path: "strings-check-\(UUID().uuidString)"
        )
        for (path, text) in files {
            let file = folder.appending(path: path)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(),
                withIntermediateDirectories: true
            )
            try text.write(to: file, atomically: true, encoding: .utf8)
        }
        defer { try? FileManager.default.removeItem(at: folder) }
        try body(folder)
    }

    private static let english = """
        {
          "@@locale": "en",
          "close": "Close the request.",
          "open": "Open “{name}”"
        }

        """

    private static func danish(_ close: String, _ open: String = "Åbn “{name}”") -> String {
        """
        {
          "@@locale": "da",
          "close": "\(close)",
          "open": "\(open)"
        }

        """
    }

    @Test func `tables without mistakes end with 0 and a line for the bundle`() throws {
        let files = [
            "Localization/desk/en.arb": Self.english,
            "Localization/desk/da.arb": Self.danish("Luk anmodningen."),
        ]
        try withFolder(files) { folder in
            let run = try CommandLineRun(["strings", "check", "--strict"], in: folder)
            #expect(run.status == 0 && run.output.isEmpty)
            let line = "desk: 2 messages in 2 languages, no errors, no warnings\n"
            #expect(run.complaints == line)
        }
    }

    @Test func `a warning counts in strict runs only, and comes in the reader's language`() throws {
        let files = [
            "Localization/desk/en.arb": Self.english,
            "Localization/desk/da.arb": Self.danish("Luk anmodningen"),
        ]
        try withFolder(files) { folder in
            let plain = try CommandLineRun(["strings", "check"], in: folder)
            #expect(plain.status == 0)
            #expect(
                plain.output == """
                    Localization/desk/da.arb:3:28: warning: 'close' ends without the '.' of the source [string-punctuation]
                    3 |   "close": "Luk anmodningen",
                      |                            |- warning: 'close' ends without the '.' of the source
                      |                            `- fix-it: insert '.'

                    """
            )
            let arguments = ["strings", "check", "--strict", "--locale", "da"]
            let strict = try CommandLineRun(arguments, in: folder)
            #expect(strict.status == 1)
            #expect(strict.output.contains("“close” slutter uden kildens “.”"))
            let other = try CommandLineRun(
                ["strings", "check", "--strict", "--only", "string-quotes,string-space"],
                in: folder
            )
            #expect(other.status == 0 && other.output.isEmpty)
        }
    }

    @Test func `repairs are written, said and found no more`() throws {
        let files = [
            "Localization/desk/en.arb": Self.english,
            "Localization/desk/da.arb": Self.danish(" luk anmodningen", "Åbn \\\"{name}\\\""),
            "Localization/desk/pl.arb": "{\"@@locale\": \"pl\", \"close\": }",
        ]
        try withFolder(files) { folder in
            let broken = folder.appending(path: "Localization/desk/pl.arb")
            let before = try String(contentsOf: broken, encoding: .utf8)
            let run = try CommandLineRun(["strings", "check", "--fix"], in: folder)
            let file = folder.appending(path: "Localization/desk/da.arb")
            #expect(
                try String(contentsOf: file, encoding: .utf8) == Self.danish("Luk anmodningen.")
            )
            #expect(run.complaints.contains("Localization/desk/da.arb: 5 repairs"))
            #expect(run.complaints.contains("da.arb:4:16: 'open': this language writes “ here"))
            #expect(run.status == 1 && !run.output.contains("da.arb"))
            #expect(try String(contentsOf: broken, encoding: .utf8) == before)
        }
    }

    @Test func `a glossary and the uses of keys are found beside the tables`() throws {
        let files = [
            "Localization/glossary.tsv": "bundle\ten\tda\tda!\n\trequest\tanmodning*\tsag|sagen\n",
            "Localization/desk/en.arb": Self.english,
            "Localization/desk/da.arb": Self.danish("Luk sagen."),
            "Sources/App/App.swift": "show(Notice(key: \"close\"), Notice(key: \"opne\"))",
        ]
        try withFolder(files) { folder in
            let run = try CommandLineRun(["strings", "check", "--format", "json"], in: folder)
            let ids = run.output.matches(of: /"id": "(string-[a-z-]+)"/).map { String($0.1) }
            #expect(
                ids == [
                    "string-unused", "string-term", "string-forbidden-term", "string-undefined",
                ]
            )
            #expect(run.status == 1 && run.complaints.isEmpty)
            let elsewhere = try CommandLineRun(
                ["strings", "check", "--uses", "Localization", "--only", "string-unused"],
                in: folder
            )
            #expect(elsewhere.output.isEmpty)
        }
    }

    @Test func `the checks are listed, and an unknown one ends with 2`() throws {
        let list = try CommandLineRun(["strings", "check", "--list", "--locale", "pl"])
        #expect(list.status == 0)
        let lines = list.output.split(separator: "\n")
        #expect(lines.count == 31 && lines.allSatisfy { $0.hasPrefix("string-") })
        let unknown = try CommandLineRun(["strings", "check", "--only", "string-quote"])
        #expect(unknown.status == 2 && unknown.output.isEmpty)
        let missing = try CommandLineRun(["strings", "check", "no-such-folder"])
        #expect(missing.status == 2)
    }
}
