import Foundation
import PassoTesting
import Testing

@Suite struct StringsStatusTests {
    /// Everything reviewed, then one source and one translation edited.
    private func edited(_ fixture: StringsFixture) throws {
        #expect(try fixture.passo("accept", "--all").status == 0)
        try fixture.edit("en.arb") { $0.replace("\"Save\"", with: "\"Save all\"") }
        try fixture.edit("da.arb") { $0.replace("\"Luk\"", with: "\"Luk nu\"") }
    }

    @Test(arguments: ["en", "da", "pl", "pt", "it"])
    func `shows languages and screens in the reader's language`(locale: String) throws {
        try StringsFixture.with { fixture in
            try edited(fixture)
            let run = try fixture.passo("status", "--keys", "--locale", locale)
            #expect(run.status == 0 && run.complaints.isEmpty)
            #expect(!run.output.contains("\u{1B}"), "there is no colour in a pipe")
            #expect(goldenDifference(run.output, "strings-status.\(locale).txt") == nil)
        }
    }

    @Test func `is JSON for machines`() throws {
        try StringsFixture.with { fixture in
            try edited(fixture)
            let run = try fixture.passo("status", "--format", "json", "--only", "stale,new")
            #expect(run.status == 0 && run.complaints.isEmpty)
            #expect(goldenDifference(run.output, "strings-status.json") == nil)
        }
    }

    @Test func `shows one language, and only the screens with something to do`() throws {
        try StringsFixture.with { fixture in
            try edited(fixture)
            let danish = try fixture.passo("status", "--language", "da")
            #expect(danish.output.contains("action  0%"))
            #expect(!danish.output.contains("offer") && !danish.output.contains("pl"))
            let all = try fixture.passo("status", "--language", "da", "--screens")
            #expect(all.output.contains("offer") && all.output.contains("100%"))
        }
    }

    @Test func `before any review everything needs one`() throws {
        try StringsFixture.with { fixture in
            let run = try fixture.passo("status", "--only", "needs-review", "--language", "pl")
            #expect(run.output.contains("action.save   needs review  Save → Zapisz\n"))
            #expect(!run.output.contains("offer.timedOut"))
        }
    }

    @Test func `nothing in a table steers the terminal`() throws {
        try StringsFixture.with { fixture in
            try fixture.edit("en.arb") { text in
                text.replace("\"title\"", with: #""\u001b[2Jscreen.\u202ekey""#)
                text.replace("\"Save\"", with: #""\u001b]0;x\u0007 \u202eevaS""#)
            }
            let run = try fixture.passo("status", "--keys", "--screens")
            let unsafe = run.output.unicodeScalars.filter { scalar in
                scalar.properties.generalCategory == .control && scalar != "\n"
                    || scalar == "\u{202E}"
            }
            #expect(unsafe.isEmpty)
            #expect(run.output.contains(#"\u001b[2Jscreen.\u202ekey"#))
        }
    }

    @Test func `a language or a folder that is not there ends with 2`() throws {
        try StringsFixture.with { fixture in
            let french = try fixture.passo("status", "--language", "fr")
            #expect(french.status == 2 && french.output.isEmpty)
            #expect(french.complaints == "passo: there is no table in 'fr', but in da and pl\n")
            let nowhere = try fixture.passo("status", "nowhere")
            #expect(nowhere.status == 2 && nowhere.output.isEmpty)
            #expect(nowhere.complaints.contains("nowhere:1:1: error: "))
            let states = try fixture.passo("status", "--only", "done")
            #expect(states.status == 2 && states.complaints.contains("needs-review"))
        }
    }

    @Test func `mistakes in the files are told beside the result, and end with 1`() throws {
        try StringsFixture.with { fixture in
            try fixture.edit("da.arb") { $0.replace("\"Gem\"", with: "\"{Gem\"") }
            let run = try fixture.passo("status")
            #expect(run.status == 1)
            #expect(run.output.contains("desk: 4 messages"))
            #expect(run.complaints.contains("da.arb:4:19: error: "))
        }
    }

    @Test(arguments: ["", "status", "accept", "format", "preview"], ["en", "da"])
    func `help says what a command does`(command: String, locale: String) throws {
        let words = ["strings"] + (command.isEmpty ? [] : [command])
        let run = try CommandLineRun(
            words + ["--help", "--locale", locale],
            environment: ["COLUMNS": "100"]
        )
        #expect(run.status == 0)
        let name = words.joined(separator: "-")
        #expect(goldenDifference(run.output, "help-\(name).\(locale).txt") == nil)
    }
}
