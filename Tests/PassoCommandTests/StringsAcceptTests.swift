import Foundation
import Testing

@Suite struct StringsAcceptTests {
    @Test func `a source edit makes translations stale until they are edited and accepted`() throws
    {
        try StringsFixture.with { fixture in
            let all = try fixture.passo("accept", "--all")
            #expect(all.output == "7 translations accepted\n" && all.status == 0)
            try fixture.edit("en.arb") { $0.replace("\"Save\"", with: "\"Save all\"") }
            #expect(try states(of: "action.save", fixture) == ["da": "stale", "pl": "stale"])
            try fixture.edit("da.arb") { $0.replace("\"Gem\"", with: "\"Gem alt\"") }
            #expect(
                try states(of: "action.save", fixture) == ["da": "needs-review", "pl": "stale"]
            )
            let accepted = try fixture.passo("accept", "action.save", "--language", "da")
            #expect(accepted.output == "1 translation accepted\n")
            #expect(try states(of: "action.save", fixture) == ["da": "translated", "pl": "stale"])
            let again = try fixture.passo("accept", "action.save", "title", "--language", "da")
            #expect(
                again.output == "No translation accepted, 2 were already\n" && again.status == 0
            )
        }
    }

    @Test func `nothing is written when a key is unknown`() throws {
        try StringsFixture.with { fixture in
            let run = try fixture.passo("accept", "action.close", "action.sav", "x")
            #expect(run.status == 2 && run.output.isEmpty)
            #expect(
                run.complaints == """
                    passo: there is no message 'action.sav'; did you mean 'action.save'?
                    passo: there is no message 'x'

                    """
            )
            #expect(try fixture.names() == ["da.arb", "en.arb", "pl.arb"])
        }
    }

    @Test func `keys are named by their beginning too, and languages in any spelling`() throws {
        try StringsFixture.with { fixture in
            let run = try fixture.passo("accept", "action.*", "title", "--language", "DA")
            #expect(run.output == "3 translations accepted\n" && run.status == 0)
            let none = try fixture.passo("accept", "actions.*")
            #expect(none.status == 2 && none.output.isEmpty)
        }
    }

    @Test func `what has no translation cannot be accepted`() throws {
        try StringsFixture.with { fixture in
            let run = try fixture.passo("accept", "offer.timedOut")
            #expect(run.status == 1 && run.output == "1 translation accepted\n")
            #expect(
                run.complaints
                    == "passo: 'offer.timedOut' has no translation in 'pl' that could be accepted\n"
            )
            #expect(try fixture.names() == ["da.arb", "da.ledger.tsv", "en.arb", "pl.arb"])
        }
    }

    @Test(arguments: [[], ["--all", "title"], ["--all", "--language", "fr"]])
    func `what makes no sense ends with 2`(arguments: [String]) throws {
        try StringsFixture.with { fixture in
            let run = try CommandLineRun(["strings", "accept"] + arguments, in: fixture.folder)
            #expect(run.status == 2 && run.output.isEmpty && !run.complaints.isEmpty)
            #expect(try fixture.names() == ["da.arb", "en.arb", "pl.arb"])
        }
    }

    @Test func `a ledger with mistakes is not written over`() throws {
        try StringsFixture.with { fixture in
            _ = try fixture.passo("accept", "--all")
            try fixture.edit("da.ledger.tsv") { $0 += "<<<<<<< HEAD\n" }
            let before = try fixture.text("da.ledger.tsv")
            try fixture.edit("da.arb") { $0.replace("\"Gem\"", with: "\"Arkivér\"") }
            let run = try fixture.passo("accept", "--all")
            #expect(run.status == 1 && run.complaints.contains("merge conflict"))
            #expect(try fixture.text("da.ledger.tsv") == before)
            #expect(try fixture.passo("accept", "--all", "--language", "pl").status == 0)
        }
    }

    @Test func `two branches that review neighbouring messages merge without a conflict`() throws {
        try StringsFixture.with { fixture in
            let attributes = fixture.folder.appending(path: ".gitattributes")
            try "*.ledger.tsv merge=union\n".write(
                to: attributes,
                atomically: false,
                encoding: .utf8
            )
            _ = try fixture.passo("accept", "--all")
            try git(["init", "-q", "-b", "main"], fixture)
            try commit(fixture)
            for (branch, key) in [("one", "Luk"), ("two", "Gem")] {
                try git(["checkout", "-q", "-b", branch, "main"], fixture)
                try fixture.edit("da.arb") { $0.replace("\"\(key)\"", with: "\"\(key) nu\"") }
                let name = key == "Luk" ? "action.close" : "action.save"
                #expect(try fixture.passo("accept", name).status == 0)
                try fixture.edit("da.arb") { $0.replace("\"\(key) nu\"", with: "\"\(key)\"") }
                try commit(fixture)
            }
            try git(["merge", "-q", "-m", "merge", "one"], fixture)
            try fixture.edit("da.arb") { text in
                for key in ["Luk", "Gem"] { text.replace("\"\(key)\"", with: "\"\(key) nu\"") }
            }
            let status = try fixture.passo("status", "--language", "da")
            #expect(status.status == 0 && status.output.contains("100%"), "\(status.output)")
            #expect(try fixture.passo("format").output.contains("da.ledger.tsv"))
            let tidy = try fixture.passo("status", "--language", "da")
            #expect(tidy.output == status.output && tidy.complaints.isEmpty)
        }
    }

    private func commit(_ fixture: StringsFixture) throws {
        try git(["add", "-A"], fixture)
        try git(["commit", "-q", "-m", "change"], fixture)
    }

    private func git(_ arguments: [String], _ fixture: StringsFixture) throws {
        let run = try CommandLineRun(
            executable: URL(filePath: "/usr/bin/env"),
            ["git", "-c", "user.name=a", "-c", "user.email=a@example.org"] + arguments,
            in: fixture.folder
        )
        #expect(run.status == 0, "\(run.output)\(run.complaints)")
    }

    private func states(of key: String, _ fixture: StringsFixture) throws -> [String: String] {
        struct Status: Decodable {
            struct Bundle: Decodable { let languages: [Language] }
            struct Language: Decodable { let locale: String, keys: [Key] }
            struct Key: Decodable { let key: String, state: String }
            let bundles: [Bundle]
        }
        let run = try fixture.passo("status", "--format", "json", "--keys")
        let status = try JSONDecoder().decode(Status.self, from: Data(run.output.utf8))
        let pairs = status.bundles.flatMap(\.languages).compactMap { language in
            language.keys.first { $0.key == key }.map { (language.locale, $0.state) }
        }
        return Dictionary(pairs) { first, _ in first }
    }
}
