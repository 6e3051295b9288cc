import Foundation
import Testing

@Suite struct ExplainTests {
    @Test func `says in Polish why an event would be refused, with the rule's place`() throws {
        try withTemporaryFolder { folder in
            try Self.keep(in: folder)
            let run = try CommandLineRun(
                [
                    "explain", "question.yaml", "--snapshot", "kept/question.play.lamp.json",
                    "--locale", "pl", "--format", "json",
                ],
                in: folder
            )
            let value = try JSONSerialization.jsonObject(with: Data(run.output.utf8))
            let answers = try #require(value as? [[String: Any]])
            let answer = try #require(answers.first { $0["event"] as? String == "answer" })
            #expect(answer["outcome"] as? String == "refused")
            #expect(answer["key"] as? String == "answer.tooMany")
            #expect((answer["arguments"] as? [String: Int]) == ["max": 20])
            #expect(
                answer["text"] as? String
                    == "Możesz odpowiedzieć najwyżej na 20 pytań dziennie."
            )
            #expect(answer["line"] as? Int == 42)
            let reopen = try #require(answers.first { $0["event"] as? String == "reopen" })
            #expect(reopen["outcome"] as? String == "unheard")
            #expect(run.status == 0)
        }
    }

    @Test func `asked for one event it ends with 1 when that would be refused`() throws {
        try withTemporaryFolder { folder in
            try Self.keep(in: folder)
            let file = "kept/question.play.lamp.json"
            let run = try CommandLineRun(
                ["explain", "question.yaml", "--snapshot", file, "--event", "answer"],
                in: folder
            )
            #expect(
                run.output.hasPrefix("answer: refused  You can answer at most 20 questions a day.")
            )
            #expect(run.status == 1)
            let wrong = try CommandLineRun(
                ["explain", "question.yaml", "--snapshot", file, "--event", "anser"],
                in: folder
            )
            #expect(
                wrong.complaints
                    == "passo: 'question' has no event 'anser'; did you mean 'answer'?\n"
            )
            #expect(wrong.status == 2)
        }
    }

    @Test func `a snapshot of another definition is refused`() throws {
        try withTemporaryFolder { folder in
            try Self.keep(in: folder)
            let run = try CommandLineRun(
                ["explain", "agent", "--snapshot", "kept/question.play.lamp.json"],
                in: folder
            )
            #expect(run.status != 0)
            #expect(run.complaints.contains("snapshot"))
            let text = try CommandLineRun(
                ["explain", "question.yaml", "--snapshot", "question.yaml"],
                in: folder
            )
            #expect(text.status == 2)
        }
    }

    @Test func `the charts of the desk are kept and explained too`() throws {
        try withTemporaryFolder { folder in
            let scenario = Repository.root.appending(
                path: "Sources/RespondToRequest/Scenarios/16-close-no-customer.yaml"
            )
            let played = try CommandLineRun(["play", scenario.path, "--save", "kept"], in: folder)
            #expect(played.status == 0, "\(played.complaints)")
            for (definition, instance) in [
                ("respond-to-request", "t1"), ("customer-form", "t1.form"), ("agent", "anna"),
            ] {
                let file = "kept/16-close-no-customer.\(instance).json"
                let run = try CommandLineRun(
                    ["explain", definition, "--snapshot", file, "--locale", "it"],
                    in: folder
                )
                #expect(run.status == 0, "\(run.complaints)")
                #expect(!run.output.isEmpty)
            }
        }
    }

    /// Plays a scenario that leaves an agent who has answered enough, and keeps its snapshot.
    private static func keep(in folder: URL) throws {
        _ = try CommandLineRun(["init", folder.path])
        let file = folder.appending(path: "question.play.yaml")
        let text = try String(contentsOf: file, encoding: .utf8)
        let cut = try #require(text.range(of: "  - at: 30h"))
        try String(text[..<cut.lowerBound]).write(to: file, atomically: true, encoding: .utf8)
        let run = try CommandLineRun(["play", "question.play.yaml", "--save", "kept"], in: folder)
        try #require(run.status == 0, "\(run.complaints)")
    }
}
