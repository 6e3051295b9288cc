import Foundation
import Testing

@Suite struct StringsFormatTests {
    private let desk = "Localization/desk"

    @Test func `names what would change, changes it, and then finds nothing to do`() throws {
        try StringsFixture.with { fixture in
            try fixture.edit("da.arb") { $0 = $0.replacing("\n", with: "\r\n") }
            try fixture.edit("en.arb") { $0.replace("  \"title\"", with: "\"title\"") }
            let (danish, english) = (try fixture.text("da.arb"), try fixture.text("en.arb"))
            let check = try fixture.passo("format", "--check")
            #expect(check.status == 1)
            #expect(check.output == "\(desk)/da.arb\n\(desk)/en.arb\n")
            #expect(check.complaints == "2 files would change, of 3\n")
            #expect(try fixture.text("da.arb") == danish)
            let format = try fixture.passo("format")
            #expect(format.status == 0 && format.output == check.output)
            #expect(format.complaints == "2 files changed, of 3\n")
            #expect(try fixture.text("da.arb") == danish.replacing("\r\n", with: "\n"))
            #expect(
                try fixture.text("en.arb") == english.replacing("\"title\"", with: "  \"title\"")
            )
            let again = try fixture.passo("format", "--check", desk)
            #expect(again.status == 0 && again.output.isEmpty)
            #expect(again.complaints == "No file would change, of 3\n")
        }
    }

    @Test func `a file with mistakes in its syntax stays as it is, and the others do not`() throws {
        try StringsFixture.with { fixture in
            try fixture.edit("da.arb") { $0.replace("\"Gem\",", with: "\"Gem\"") }
            try fixture.edit("pl.arb") { $0 += "\n" }
            let danish = try fixture.text("da.arb")
            let run = try fixture.passo("format")
            #expect(run.status == 1)
            #expect(run.output == "\(desk)/pl.arb\n")
            #expect(run.complaints.contains("\(desk)/da.arb:4:23: error: "))
            #expect(try fixture.text("da.arb") == danish)
        }
    }

    @Test func `a mistake inside of a message is no reason to leave the file in disorder`() throws {
        try StringsFixture.with { fixture in
            try fixture.edit("da.arb") { $0 = $0.replacing("\"Gem\"", with: "\"{Gem\"") + "\n" }
            #expect(try fixture.passo("format", "\(desk)/da.arb").status == 0)
            #expect(try fixture.text("da.arb").hasSuffix("\n}\n"))
        }
    }

    @Test func `ledgers lose the lines of messages that are gone`() throws {
        try StringsFixture.with { fixture in
            _ = try fixture.passo("accept", "--all")
            for name in ["en.arb", "da.arb", "pl.arb"] {
                try fixture.edit(name) { text in
                    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
                    text = lines.filter { !$0.contains("action.save") }.joined(separator: "\n")
                }
            }
            let run = try fixture.passo("format")
            #expect(run.output == "\(desk)/da.ledger.tsv\n\(desk)/pl.ledger.tsv\n")
            #expect(try !fixture.text("da.ledger.tsv").contains("action.save"))
            #expect(try fixture.text("da.ledger.tsv").contains("action.close"))
        }
    }

    @Test func `permissions and links stay`() throws {
        try StringsFixture.with { fixture in
            let file = fixture.folder.appending(path: "\(desk)/da.arb")
            let link = fixture.folder.appending(path: "\(desk)/no.arb")
            try FileManager.default.setAttributes(
                [.posixPermissions: 0o640],
                ofItemAtPath: file.path
            )
            try FileManager.default.createSymbolicLink(at: link, withDestinationURL: file)
            try fixture.edit("da.arb") { $0 += "\n" }
            #expect(try fixture.passo("format", "\(desk)/no.arb").status == 0)
            let kept = try FileManager.default.attributesOfItem(atPath: file.path)
            #expect(kept[.posixPermissions] as? NSNumber == 0o640)
            let linked = try FileManager.default.attributesOfItem(atPath: link.path)
            #expect(linked[.type] as? FileAttributeType == .typeSymbolicLink)
            #expect(try fixture.text("da.arb").hasSuffix("\n}\n"))
        }
    }

    @Test func `a table on standard input is printed, as editors ask for`() throws {
        let table = #"{ "b": "x", "@@locale": "da" }"#
        let expected = "{\n  \"@@locale\": \"da\",\n  \"b\": \"x\"\n}\n"
        let run = try CommandLineRun(["strings", "format", "-"], input: table)
        #expect(run.status == 0 && run.output == expected && run.complaints.isEmpty)
        let check = try CommandLineRun(["strings", "format", "--check", "-"], input: table)
        #expect(check.status == 1 && check.output.isEmpty)
        let done = try CommandLineRun(["strings", "format", "--check", "-"], input: expected)
        #expect(done.status == 0 && done.output.isEmpty)
        let broken = try CommandLineRun(["strings", "format", "-"], input: "{")
        #expect(
            broken.status == 1 && broken.output.isEmpty && broken.complaints.contains("<stdin>")
        )
    }

    @Test func `the repository's own tables and ledgers are in canonical form`() throws {
        let run = try CommandLineRun(["strings", "format", "--check"], in: Repository.root)
        #expect(run.status == 0, "\(run.output)\(run.complaints)")
    }
}
