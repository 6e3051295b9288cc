import Foundation
import PassoTesting
import Testing

/// What a product team does first: `passo init`, then every command on what it wrote.
@Suite struct StarterTests {
    @Test func `what init writes is checked without mistakes, played as expected and covered`()
        throws
    {
        try withTemporaryFolder { folder in
            let begun = try CommandLineRun(["init", folder.path])
            #expect(begun.status == 0)
            #expect(begun.output.contains("wrote question.yaml\n"))
            let checked = try CommandLineRun(
                ["check", "question.yaml", "question.play.yaml"],
                in: folder
            )
            #expect(checked.output.isEmpty)
            #expect(checked.status == 0)
            let played = try CommandLineRun(
                ["play", "question.play.yaml", "--coverage"],
                in: folder
            )
            #expect(played.status == 0, "\(played.complaints)")
            #expect(played.output.contains("question: states 3 of 3, transitions 3 of 3"))
        }
    }

    @Test(arguments: ["en", "da", "pl", "pt", "it"])
    func `its transcript and its guide are whole in every language`(locale: String) throws {
        try withTemporaryFolder { folder in
            _ = try CommandLineRun(["init", folder.path])
            let played = try CommandLineRun(
                ["play", "question.play.yaml", "--locale", locale],
                in: folder
            )
            #expect(goldenDifference(played.output, "starter-play.\(locale).txt") == nil)
            let guide = try CommandLineRun(
                ["guide", "question.yaml", "--locale", locale],
                in: folder
            )
            #expect(goldenDifference(guide.output, "starter-guide.\(locale).txt") == nil)
        }
    }

    @Test func `init overwrites nothing`() throws {
        try withTemporaryFolder { folder in
            let file = folder.appending(path: "question.yaml")
            try "mine".write(to: file, atomically: true, encoding: .utf8)
            let run = try CommandLineRun(["init", folder.path])
            #expect(run.status == 1)
            #expect(run.complaints.contains("there is already question.yaml"))
            #expect(try String(contentsOf: file, encoding: .utf8) == "mine")
            #expect(
                !FileManager.default.fileExists(atPath: folder.appending(path: "Localization").path)
            )
        }
    }

    @Test func `a failed expectation names its line and ends with 1`() throws {
        try withTemporaryFolder { folder in
            _ = try CommandLineRun(["init", folder.path])
            let file = folder.appending(path: "question.play.yaml")
            let text = try String(contentsOf: file, encoding: .utf8)
                .replacingOccurrences(of: "state: closed", with: "state: open")
            try text.write(to: file, atomically: true, encoding: .utf8)
            let run = try CommandLineRun(["play", "question.play.yaml"], in: folder)
            #expect(run.status == 1)
            #expect(run.complaints.contains("question.play.yaml:41:"))
            #expect(run.complaints.contains("1 scenario, 1 not as expected"))
            let json = try CommandLineRun(
                ["play", "question.play.yaml", "--format", "json"],
                in: folder
            )
            let value = try JSONSerialization.jsonObject(with: Data(json.output.utf8))
            let scenario = try #require((value as? [[String: Any]])?.first)
            #expect(scenario["holds"] as? Bool == false)
            #expect(json.status == 1)
        }
    }

    @Test func `one more language is one more file`() throws {
        try withTemporaryFolder { folder in
            _ = try CommandLineRun(["init", folder.path])
            let tables = folder.appending(path: "Localization/question")
            let english = try String(
                contentsOf: tables.appending(path: "en.arb"),
                encoding: .utf8
            )
            try english.replacingOccurrences(
                of: "\"@@locale\": \"en\"",
                with: "\"@@locale\": \"nb\""
            )
            .replacingOccurrences(of: "\"Answered\"", with: "\"Besvart\"")
            .write(to: tables.appending(path: "nb.arb"), atomically: true, encoding: .utf8)
            let run = try CommandLineRun(
                ["play", "question.play.yaml", "--locale", "nb"],
                in: folder
            )
            #expect(run.status == 0, "\(run.complaints)")
            #expect(run.output.contains("lamp: Besvart"))
        }
    }

    @Test func `a language without texts is refused with those there are`() throws {
        try withTemporaryFolder { folder in
            _ = try CommandLineRun(["init", folder.path])
            let run = try CommandLineRun(["guide", "question.yaml", "--locale", "fr"], in: folder)
            #expect(
                run.complaints
                    == "passo: 'question' has no texts in 'fr', but in da, en, it, pl, and pt\n"
            )
            #expect(run.status == 2)
        }
    }
}
