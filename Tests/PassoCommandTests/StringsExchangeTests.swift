import Foundation
import PassoTesting
import Testing

/// Files on their way to translators and back, by the real program.
@Suite struct StringsExchangeTests {
    private func write(_ text: String, _ name: String, _ fixture: StringsFixture) throws {
        let file = fixture.folder.appending(path: name)
        try text.write(to: file, atomically: false, encoding: .utf8)
    }

    private func text(_ name: String, _ fixture: StringsFixture) throws -> String {
        try String(contentsOf: fixture.folder.appending(path: name), encoding: .utf8)
    }

    /// Exports Danish as PO with everything reviewed but one message, and gives the file's text.
    private func exported(_ fixture: StringsFixture) throws -> String {
        #expect(try fixture.passo("accept", "--all").status == 0)
        try fixture.edit("da.arb") { $0.replace("\"Gem\"", with: "\"Gem nu\"") }
        let run = try fixture.passo("export", "--format", "po", "--language", "da")
        #expect(run.status == 0 && run.complaints.isEmpty)
        #expect(run.output == "./desk-da.po: 4 messages, 1 to do\n")
        return try text("desk-da.po", fixture)
    }

    @Test func `a translation goes out and comes back`() throws {
        try StringsFixture.with { fixture in
            let file = try exported(fixture)
            try write(file.replacing("Titel", with: "Overskrift"), "desk-da.po", fixture)
            let before = try fixture.text("da.arb")
            let dry = try fixture.passo("import", "desk-da.po", "--dry-run")
            #expect(dry.status == 0 && dry.complaints.isEmpty)
            #expect(try fixture.text("da.arb") == before)
            let run = try fixture.passo("import", "desk-da.po")
            #expect(run.status == 0 && run.complaints.isEmpty)
            #expect(
                run.output == """
                    desk-da.po: 1 taken and 3 unchanged
                      title  taken  Titel → Overskrift
                    1 translation imported

                    """
            )
            #expect(try fixture.text("da.arb") == before.replacing("Titel", with: "Overskrift"))
            let again = try fixture.passo("import", "desk-da.po")
            #expect(again.status == 0 && again.output.hasSuffix("Nothing to import\n"))
        }
    }

    @Test(arguments: ["xliff1", "xliff2", "po", "csv", "xlsx", "mf2"])
    func `every format is known by its name when it comes back`(format: String) throws {
        try StringsFixture.with { fixture in
            let export = try fixture.passo("export", "--format", format, "--out", "out")
            #expect(export.status == 0 && export.complaints.isEmpty)
            let names = try FileManager.default
                .contentsOfDirectory(atPath: fixture.folder.path + "/out").sorted()
            #expect(names.count == 2)
            for name in names {
                let run = try fixture.passo("import", "out/\(name)")
                #expect(run.status == 0 && run.complaints.isEmpty)
                #expect(run.output.hasSuffix("\nNothing to import\n"))
            }
            #expect(try fixture.names() == ["da.arb", "en.arb", "pl.arb"])
        }
    }

    @Test func `one refusal stands against everything, and every message is reported`() throws {
        try StringsFixture.with { fixture in
            let file = try exported(fixture)
            let broken = file.replacing("Titel", with: "Titel {navn}")
                .replacing("For sent", with: "Det er for sent")
            try write(broken, "desk-da.po", fixture)
            let before = try (fixture.text("da.arb"), fixture.text("da.ledger.tsv"))
            let run = try fixture.passo("import", "desk-da.po")
            #expect(run.status == 1)
            #expect(run.output.hasPrefix("desk-da.po: 1 taken, 2 unchanged, and 1 refused\n"))
            #expect(run.output.contains("refused  Titel → Titel {navn}"))
            #expect(run.complaints.contains("desk-da.po:"))
            #expect(run.complaints.contains("[string-argument-unknown]"))
            #expect(run.complaints.hasSuffix("passo: nothing was imported\n"))
            #expect(try (fixture.text("da.arb"), fixture.text("da.ledger.tsv")) == before)
            let json = try fixture.passo("import", "desk-da.po", "--json")
            #expect(json.status == 1 && json.complaints.isEmpty)
            let record = try JSONDecoder().decode(Record.self, from: Data(json.output.utf8))
            #expect(!record.written && record.files.count == 1)
            #expect(record.files[0].counts["taken"] == 1)
            let title = try #require(record.files[0].messages.first { $0.key == "title" })
            #expect(title.outcome == "refused" && title.line > 1)
            #expect(title.problems.map(\.id) == ["string-argument-unknown"])
        }
    }

    @Test func `a table that changed meanwhile is written over on request only`() throws {
        try StringsFixture.with { fixture in
            let file = try exported(fixture)
            try write(file.replacing("Titel", with: "Overskrift"), "desk-da.po", fixture)
            try fixture.edit("da.arb") { $0.replace("\"Titel\"", with: "\"Navn\"") }
            let run = try fixture.passo("import", "desk-da.po")
            #expect(run.status == 1 && run.complaints.contains("[exchange-changed-meanwhile]"))
            #expect(try fixture.text("da.arb").contains("\"Navn\""))
            let forced = try fixture.passo("import", "desk-da.po", "--overwrite")
            #expect(forced.status == 0)
            #expect(try fixture.text("da.arb").contains("\"Overskrift\""))
        }
    }

    @Test func `an export writes over an export, and over no translations that came back`() throws {
        try StringsFixture.with { fixture in
            let file = try exported(fixture)
            try fixture.edit("da.arb") { $0.replace("\"Titel\"", with: "\"Navn\"") }
            let again = try fixture.passo("export", "--format", "po", "--language", "da")
            #expect(again.status == 0)
            #expect(try text("desk-da.po", fixture) != file)
            let returned = try text("desk-da.po", fixture).replacing("Navn", with: "Titlen")
            try write(returned, "desk-da.po", fixture)
            let refused = try fixture.passo("export", "--format", "po")
            #expect(refused.status == 1 && refused.output.isEmpty)
            #expect(refused.complaints.contains("[exchange-not-imported]"))
            #expect(try text("desk-da.po", fixture) == returned)
            let others = FileManager.default
            #expect(!others.fileExists(atPath: fixture.folder.path + "/desk-pl.po"))
            #expect(try fixture.passo("import", "desk-da.po").status == 0)
            #expect(try fixture.passo("export", "--format", "po").status == 0)
        }
    }

    @Test(arguments: ["--locale", "--language"])
    func `the translators' language is chosen by either option`(option: String) throws {
        try StringsFixture.with { fixture in
            for value in [[option, "pl"], ["\(option)=pl"]] {
                let arguments = ["strings", "export", "--format", "po", "--out", "\(value.count)"]
                let run = try CommandLineRun(
                    arguments + value,
                    in: fixture.folder,
                    environment: ["PASSO_LOCALE": "da"]
                )
                #expect(run.status == 0)
                let names = try FileManager.default
                    .contentsOfDirectory(atPath: "\(fixture.folder.path)/\(value.count)")
                #expect(names == ["desk-pl.po"])
            }
            let unknown = try fixture.passo("export", "--format", "po", option, "sv")
            #expect(unknown.status == 2)
            let file = try fixture.passo("import", "1/desk-pl.po", "--dry-run", option, "pl")
            #expect(file.status == 0, "\(file.complaints)")
            let other = try fixture.passo("import", "1/desk-pl.po", "--dry-run", option, "da")
            #expect(other.status == 1)
        }
    }

    @Test func `only what is asked for leaves`() throws {
        try StringsFixture.with { fixture in
            _ = try exported(fixture)
            let run = try fixture.passo(
                "export",
                "--format",
                "po",
                "--only",
                "new,stale",
                "--locale",
                "pl",
                "--out",
                "out/a",
                "--json"
            )
            #expect(run.status == 0)
            let file = try text("out/a/desk-pl.po", fixture)
            #expect(file.contains("offer.timedOut") && !file.contains("action.save"))
            #expect(run.output.contains("\"new\" : 1") && run.output.contains("\"messages\" : 1"))
            let none = try fixture.passo(
                "export",
                "--format",
                "po",
                "--only",
                "stale",
                "--out",
                "none"
            )
            #expect(none.status == 0 && none.output.isEmpty)
            #expect(none.complaints == "passo: there is nothing to export\n")
        }
    }

    @Test(arguments: ["export", "import"], ["en", "da", "pl", "pt", "it"])
    func `help names the formats and options in the reader's language`(
        command: String,
        locale: String
    ) throws {
        let run = try CommandLineRun(
            ["strings", command, "--help", "--locale", locale],
            environment: ["COLUMNS": "300"]
        )
        #expect(run.status == 0 && run.complaints.isEmpty)
        for word in [
            "xliff1, xliff2, po, csv, xlsx, mf2", "--locale, --language", "--json", "--glossary",
        ] {
            #expect(run.output.contains(word), "\(word)")
        }
        let english = run.output.contains("OVERVIEW")
        #expect(english == (locale == "en"))
    }

    @Test(arguments: [
        ["export"], ["export", "--format", "doc"],
        ["export", "--format", "po", "--language", "fr"],
        ["export", "--format", "po", "nowhere"], ["import"], ["import", "nowhere.po"],
        ["import", "Localization/desk/da.arb"], ["import", "x.po", "--language", "fr"],
    ])
    func `what makes no sense ends with 2`(arguments: [String]) throws {
        try StringsFixture.with { fixture in
            try write("msgid \"\"\nmsgstr \"\"\n", "x.po", fixture)
            let run = try CommandLineRun(["strings"] + arguments, in: fixture.folder)
            #expect(run.status == 2 && run.output.isEmpty && !run.complaints.isEmpty)
        }
    }

    private struct Record: Decodable {
        let written: Bool
        let files: [File]
        struct File: Decodable {
            let counts: [String: Int]
            let messages: [Message]
        }
        struct Message: Decodable {
            let key: String, outcome: String, line: Int, problems: [Problem]
        }
        struct Problem: Decodable { let id: String }
    }
}
