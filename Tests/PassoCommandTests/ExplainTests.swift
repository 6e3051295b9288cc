import Foundation
import PassoTesting
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

    @Test(arguments: ["en", "da", "pl", "pt", "it"])
    func `a refused event comes with the parts that decided, as a tree`(locale: String) throws {
        try withTemporaryFolder { folder in
            try Self.call(in: folder)
            let run = try CommandLineRun(
                [
                    "explain", "respond-to-request", "--snapshot", "kept/calls.t2.json",
                    "--event", "accept", "--locale", locale,
                ],
                in: folder
            )
            #expect(goldenDifference(run.output, "explain-accept.\(locale).txt") == nil)
            #expect(run.status == 1)
        }
    }

    @Test func `programs get the tree as JSON`() throws {
        try withTemporaryFolder { folder in
            try Self.call(in: folder)
            let run = try CommandLineRun(
                [
                    "explain", "respond-to-request", "--snapshot", "kept/calls.t2.json",
                    "--event", "accept", "--format", "json",
                ],
                in: folder
            )
            #expect(goldenDifference(run.output, "explain-accept.json") == nil)
        }
    }

    @Test func `sizes, elements and masked values are said in the reader's language`() throws {
        try withTemporaryFolder { folder in
            try Self.safe.write(
                to: folder.appending(path: "safe.yaml"),
                atomically: true,
                encoding: .utf8
            )
            try Self.safePlay.write(
                to: folder.appending(path: "safe.play.yaml"),
                atomically: true,
                encoding: .utf8
            )
            let played = try CommandLineRun(
                ["play", "safe.play.yaml", "--save", "kept"],
                in: folder
            )
            try #require(played.status == 0, "\(played.complaints)")
            for locale in ["en", "pl"] {
                let run = try CommandLineRun(
                    [
                        "explain", "safe.yaml", "--snapshot", "kept/safe.play.one.json",
                        "--locale", locale,
                    ],
                    in: folder
                )
                #expect(goldenDifference(run.output, "explain-safe.\(locale).txt") == nil)
            }
        }
    }

    @Test func `regions, eventless transitions and the part of a guard that errs are told`() throws
    {
        try withTemporaryFolder { folder in
            for (name, text) in [("lift.yaml", Self.lift), ("lift.play.yaml", Self.liftPlay)] {
                try text.write(
                    to: folder.appending(path: name),
                    atomically: true,
                    encoding: .utf8
                )
            }
            let played = try CommandLineRun(
                ["play", "lift.play.yaml", "--save", "kept"],
                in: folder
            )
            try #require(played.status == 0, "\(played.complaints)")
            let command = ["explain", "lift.yaml", "--snapshot", "kept/lift.play.one.json"]
            for locale in ["en", "da"] {
                let run = try CommandLineRun(command + ["--locale", locale], in: folder)
                #expect(goldenDifference(run.output, "explain-lift.\(locale).txt") == nil)
            }
            let run = try CommandLineRun(command + ["--format", "json"], in: folder)
            #expect(goldenDifference(run.output, "explain-lift.json") == nil)
            // The divisor, not the whole guard, and not the transition.
            let value = try JSONSerialization.jsonObject(with: Data(run.output.utf8))
            let answers = try #require(value as? [[String: Any]])
            let go = try #require(answers.first { $0["event"] as? String == "go" })
            let regions = try #require(go["regions"] as? [[String: Any]])
            let candidates = regions.flatMap { $0["candidates"] as? [[String: Any]] ?? [] }
            let failed = try #require(candidates.first { $0["verdict"] as? String == "failed" })
            #expect(failed["error"] as? String == "divideByZero")
            #expect(failed["line"] as? Int == 17)
            #expect(failed["column"] as? Int == 34)
            #expect(go["line"] as? Int == 17 && go["column"] as? Int == 34)
        }
    }

    /// A chart of two regions, with a guard that errs and an eventless transition.
    private static let lift = """
        passo: 1
        workflow: lift
        version: 1
        data: { floor: int, doors: int }
        events: { go: { data: { to: int } }, ring: {} }
        initial: lift
        states:
          lift:
            parallel:
              cabin:
                initial: waiting
                states:
                  waiting:
                    eventless: { if: floor > 3, to: above }
                    on:
                      go:
                        - { if: "true && 7 / doors > 1", to: above }
                        - { if: event.to == floor && doors > 9, to: above }
                  above: {}
              lamp:
                initial: off
                states:
                  off: { on: { go: { if: floor > 1, to: lit }, ring: { to: lit } } }
                  lit: {}
        """

    private static let liftPlay = """
        scenario: A lift at rest
        definitions: [lift.yaml]
        given:
          people: { anna: Anna }
          instances: { one: { workflow: lift } }
        play: [{ at: 1s }]
        """

    /// A chart with a long value, a list and a secret.
    private static let safe = """
        passo: 1
        workflow: safe
        version: 1
        data:
          code: { type: string, sensitive: true, initial: "'12'" }
          log: { type: list(string), initial: "['one', 'two', 'three', 'four', 'five']" }
          story: { type: string }
        events: { open: {}, tell: {}, count: {}, grow: {}, start: {} }
        initial: shut
        states:
          shut:
            on:
              start: { do: { set: { story: "'once upon a time there was a long story '" } } }
              grow: { do: { set: { story: story + story } } }
              open: { if: size(code) > 4, to: open }
              tell: { if: story == '', to: open }
              count: { if: "log.all(entry, size(entry) < 5) || log.exists(entry, entry == '')", to: open }
          open: { final: true }
        """

    private static let safePlay = """
        scenario: A long story
        definitions: [safe.yaml]
        given:
          people: { anna: Anna }
          instances: { one: { workflow: safe } }
        play:
          - { at: 1s, by: anna, do: start }
          - { at: 2s, by: anna, do: grow }
          - { at: 3s, by: anna, do: grow }
          - { at: 4s, by: anna, do: grow }
        """

    /// Plays a second call for an agent who has one, and keeps the snapshots.
    private static func call(in folder: URL) throws {
        let text = """
            scenario: A second call
            procedure: respond-to-request
            given:
              mode: queue
              agents: { anna: { name: Anna } }
              customers: { maria: { name: Maria Lund } }
              tasks:
                t1: { channel: call, customer: maria, arrived: -9m }
                t2: { channel: call, customer: maria, arrived: -8m }
            play:
              - { at: 1s, by: anna, on: t1, do: accept }
              - { at: 2s, by: anna, on: t2, do: accept, expect: { refused: accept.callLimit } }
            """
        let file = folder.appending(path: "calls.yaml")
        try text.write(to: file, atomically: true, encoding: .utf8)
        let run = try CommandLineRun(["play", "calls.yaml", "--save", "kept"], in: folder)
        try #require(run.status == 0, "\(run.complaints)")
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
