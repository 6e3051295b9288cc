import Foundation
import Testing

@Suite struct StringsMergeTests {
    private let table = "Localization/desk/da.arb"

    @Test func `a merge is written to our version, or printed`() throws {
        try withTemporaryFolder { folder in
            try write(["base": ("1", "2"), "ours": ("eins", "2"), "theirs": ("1", "zwei")], folder)
            let arguments = ["strings", "merge", "base.arb", "ours.arb", "theirs.arb"]
            let printed = try CommandLineRun(arguments + ["--print"], in: folder)
            #expect(printed.status == 0 && printed.complaints.isEmpty)
            #expect(printed.output == text("eins", "zwei"))
            #expect(try read("ours.arb", folder) == text("eins", "2"))
            let run = try CommandLineRun(arguments, in: folder)
            #expect(run.status == 0 && run.output.isEmpty && run.complaints.isEmpty)
            #expect(try read("ours.arb", folder) == printed.output)
        }
    }

    @Test func `a conflict ends with 1 and is named with its place`() throws {
        try withTemporaryFolder { folder in
            try write(["base": ("1", "2"), "ours": ("eins", "2"), "theirs": ("une", "2")], folder)
            let run = try CommandLineRun(
                ["strings", "merge", "base.arb", "ours.arb", "theirs.arb", "--path", "x/da.arb"],
                in: folder
            )
            #expect(run.status == 1)
            #expect(run.complaints.hasPrefix("x/da.arb:3:1: error: both sides changed 'a' "))
            #expect(try read("ours.arb", folder).contains("\"une\""))
        }
    }

    @Test func `a file that cannot be merged stays, or as Git's driver leaves both versions`()
        throws
    {
        try withTemporaryFolder { folder in
            try write(["base": ("1", "2"), "ours": ("eins", "2")], folder)
            try "{\"@@locale\": \"da\",".write(
                to: folder.appending(path: "theirs.arb"),
                atomically: false,
                encoding: .utf8
            )
            let arguments = ["strings", "merge", "base.arb", "ours.arb", "theirs.arb"]
            let run = try CommandLineRun(arguments, in: folder)
            #expect(run.status == 1)
            #expect(run.complaints.hasPrefix("theirs.arb:1:1: error: "))
            #expect(try read("ours.arb", folder) == text("eins", "2"))
            #expect(try CommandLineRun(arguments + ["--path", "da.arb"], in: folder).status == 1)
            #expect(
                try read("ours.arb", folder)
                    == "<<<<<<< ours\n\(text("eins", "2"))=======\n{\"@@locale\": \"da\",\n"
                    + ">>>>>>> theirs\n"
            )
            let missing = try CommandLineRun(arguments.dropLast() + ["no.arb"], in: folder)
            #expect(missing.status == 2 && missing.complaints.contains("no.arb"))
        }
    }

    @Test(.enabled(if: Git.program != nil, "git is not installed"))
    func `Git merges tables and ledgers by key once init has installed the driver`() throws {
        try StringsFixture.with { fixture in
            let git = try Git(in: fixture.folder)
            _ = try fixture.passo("accept", "--all")
            let installed = try CommandLineRun(["init", "--merge-driver", fixture.folder.path])
            #expect(installed.status == 0, "\(installed.complaints)")
            #expect(installed.output.hasPrefix("wrote .gitattributes\nGit now merges *.arb and "))
            let again = try CommandLineRun(["init", "--merge-driver"], in: fixture.folder)
            #expect(again.output.hasPrefix("Git now merges"))
            try git("add", "-A")
            try git("commit", "-qm", "base")
            try git("checkout", "-qb", "theirs")
            try fixture.edit("da.arb") { $0 = $0.replacing("Luk", with: "Afslut") }
            _ = try fixture.passo("accept", "--all")
            try git("commit", "-qam", "theirs")
            try git("checkout", "-q", "-")
            try fixture.edit("da.arb") { $0 = $0.replacing("Gem", with: "Gem nu") }
            _ = try fixture.passo("accept", "--all")
            try git("commit", "-qam", "ours")
            // The two messages stand beside each other, where a merge of lines gives up.
            #expect(try git("merge", "-q", "theirs") == 0)
            #expect(
                try fixture.text("da.arb").contains("\"Afslut\",\n  \"action.save\": \"Gem nu\"")
            )
            let format = try fixture.passo("format", "--check")
            #expect(format.status == 0, "\(format.output)\(format.complaints)")

            try git("checkout", "-q", "theirs")
            try fixture.edit("da.arb") { $0 = $0.replacing("Titel", with: "Navn") }
            try git("commit", "-qam", "theirs again")
            try git("checkout", "-q", "-")
            try fixture.edit("da.arb") { $0 = $0.replacing("Titel", with: "Emne") }
            try git("commit", "-qam", "ours again")
            #expect(try git("merge", "-q", "theirs") == 1)
            let conflict = """
                <<<<<<< ours
                  "title": "Emne"
                =======
                  "title": "Navn"
                >>>>>>> theirs
                """
            #expect(try fixture.text("da.arb").contains(conflict))
        }
    }

    @Test func `a folder without a repository is refused`() throws {
        try withTemporaryFolder { folder in
            let run = try CommandLineRun(["init", "--merge-driver", folder.path])
            #expect(run.status == 2 && run.output.isEmpty)
            #expect(run.complaints.contains("is in no Git repository"))
            let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
            #expect(files.isEmpty)
        }
    }

    private func text(_ first: String, _ second: String) -> String {
        "{\n  \"@@locale\": \"da\",\n  \"a\": \"\(first)\",\n  \"b\": \"\(second)\"\n}\n"
    }

    private func write(_ tables: [String: (String, String)], _ folder: URL) throws {
        for (name, texts) in tables {
            try text(texts.0, texts.1).write(
                to: folder.appending(path: "\(name).arb"),
                atomically: false,
                encoding: .utf8
            )
        }
    }

    private func read(_ name: String, _ folder: URL) throws -> String {
        try String(contentsOf: folder.appending(path: name), encoding: .utf8)
    }
}

/// A repository of Git, with nothing in it of the settings of whoever runs the test.
private struct Git {
    static let program = ProcessInfo.processInfo.environment["PATH", default: ""]
        .split(separator: ":").map { URL(filePath: "\($0)/git") }
        .first { FileManager.default.isExecutableFile(atPath: $0.path) }

    private let folder: URL

    init(in folder: URL) throws {
        self.folder = folder
        try self("init", "-q")
        try self("config", "user.name", "Anna")
        try self("config", "user.email", "anna@example.org")
    }

    @discardableResult
    func callAsFunction(_ arguments: String...) throws -> Int32 {
        let git = try #require(Self.program)
        let settings = ["GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null"]
        return try CommandLineRun(executable: git, arguments, in: folder, environment: settings)
            .status
    }
}
