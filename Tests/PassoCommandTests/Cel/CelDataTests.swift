import Foundation
import PassoTesting
import Testing

/// Values from JSON, for `passo cel`.
@Suite struct CelDataTests {
    private func value(of expression: String, _ data: String) throws -> CommandLineRun {
        try CommandLineRun(["cel", "eval", expression, "--data", "-"], input: data)
    }

    @Test func `top-level members are names, whole numbers int and others double`() throws {
        let data = """
            {"a": 9223372036854775807, "b": 1.0, "c": [1, 2.5, "x", null, true], "d": {"e": {}}}
            """
        let run = try value(of: "[type(a), type(b), c, d]", data)
        #expect(run.output == "[int, double, [1, 2.5, 'x', null, true], {'e': {}}]\n")
    }

    @Test(arguments: [
        (#"[1]"#, "<stdin>:1:1: error: expected an object with names and values, found a list"),
        ("{\"a\":\n 9223372036854775808}", "<stdin>:2:2: error: the number 9223372036854775808 is"),
        (#"{"a": 1e400}"#, "<stdin>:1:7: error: the number 1e400 is too large"),
        (#"{"a": 1, "a": 2}"#, "<stdin>:1:10: error: the key 'a' occurs twice"),
        (#"{"a": [1, }"#, "<stdin>:1:"), ("", "<stdin>:1:1: error: "),
        (
            "{\"a\": " + String(repeating: "[", count: 101) + String(repeating: "]", count: 101)
                + "}", "<stdin>:1:106: error: nested more than 100 levels deep"
        ),
    ])
    func `what is wrong with the data is told with its place`(data: String, told: String) throws {
        let run = try value(of: "1", data)
        #expect(run.complaints.hasPrefix(told), "\(run.complaints)")
        #expect(run.output.isEmpty)
        #expect(run.status == 2)
    }

    @Test func `files that cannot be read end with 2`() throws {
        try withTemporaryFolder { folder in
            try Data([0x7F, 0x00, 0xFF]).write(to: folder.appending(path: "binary"))
            let large = Data(repeating: 0x20, count: (16 << 20) + 1)
            try large.write(to: folder.appending(path: "large.json"))
            for (path, told) in [
                ("nowhere.json", "there is no file 'nowhere.json'"), (".", "is a folder"),
                ("binary", "not a text file"), ("large.json", "is larger than 16,777,216 bytes"),
            ] {
                let run = try CommandLineRun(["cel", "eval", "1", "--data", path], in: folder)
                #expect(run.complaints.contains(told), "\(run.complaints)")
                #expect(run.status == 2)
            }
        }
    }

    private static let definition = """
        passo: 1
        workflow: review
        version: 1
        constants: { most: 5 }
        inputs: { agent: { calls: int, load: double } }
        data:
          title: string
          sent: timestamp
          wait: duration
          key: bytes
          count: uint
          scores: map(int, double)
        events:
          answer: { data: { text: string } }
        initial: open
        states: { open: { on: { answer: { to: closed } } }, closed: {} }

        """

    private func withSchema(_ body: ([String], URL) throws -> Void) throws {
        try withTemporaryFolder { folder in
            let file = folder.appending(path: "review.yaml")
            try Self.definition.write(to: file, atomically: true, encoding: .utf8)
            try body(["--schema", "review.yaml"], folder)
        }
    }

    @Test func `a definition says how values are written`() throws {
        try withSchema { schema, folder in
            let data = """
                {"title": "t", "sent": "2026-01-31T12:00:00Z", "wait": "1.5s", "key": "/w==",
                 "count": 18446744073709551615, "scores": {"1": 2}, "agent": {"calls": 3},
                 "agent.load": 1, "states": {"open": true, "closed": false}}
                """
            let expression =
                "[sent, wait, key, count, scores[1], agent.calls < most, agent.load, states.open]"
            let run = try CommandLineRun(
                ["cel", "eval", expression, "--data", "-"] + schema,
                input: data,
                in: folder
            )
            #expect(
                run.output == """
                    [timestamp('2026-01-31T12:00:00Z'), duration('1.5s'), b'\\xff', \
                    18446744073709551615u, 2.0, true, 1.0, true]

                    """,
                "\(run.complaints)"
            )
        }
    }

    @Test(arguments: [
        (#"{"title": 1}"#, "1:11: error: expected string, found a whole number [data-type]"),
        (#"{"count": -1}"#, "1:11: error: expected uint, found a whole number [data-type]"),
        (#"{"sent": "now"}"#, "1:10: error: expected timestamp, found a text [data-type]"),
        (#"{"scores": {"x": 1}}"#, "1:13: error: expected int, found a text [data-type]"),
        (#"{"titel": ""}"#, "1:2: warning: the definition declares nothing named 'titel'"),
    ])
    func `values that a definition does not declare are told`(data: String, told: String) throws {
        try withSchema { schema, folder in
            let run = try CommandLineRun(
                ["cel", "eval", "true", "--data", "-"] + schema,
                input: data,
                in: folder
            )
            #expect(run.complaints.hasPrefix("<stdin>:" + told), "\(run.complaints)")
            #expect(run.status == (told.contains("warning") ? 0 : 2))
        }
    }

    @Test func `a definition's names have types, and an event's payload too`() throws {
        try withSchema { schema, folder in
            func check(_ expression: String, _ more: String...) throws -> CommandLineRun {
                try CommandLineRun(["cel", "check", expression] + schema + more, in: folder)
            }
            #expect(try check("agent.calls").output.hasPrefix("int\n"))
            #expect(try check("scores").output.hasPrefix("map(int, double)\n"))
            #expect(
                try check("states.closed && characters(title) < most").output.hasPrefix("bool\n")
            )
            #expect(try check("event.text", "--event", "answer").output.hasPrefix("string\n"))
            let wrong = try check("titel == 1 ||\n agent.cals + title > states.opn")
            #expect(goldenDifference(wrong.output, "cel-check.txt") == nil)
            #expect(wrong.status == 1)
            let event = try check("true", "--event", "anser")
            #expect(event.complaints.contains("did you mean 'answer'?"))
            #expect(event.status == 2)
            let missing = try CommandLineRun(["cel", "eval", "title"] + schema, in: folder)
            #expect(missing.complaints.contains("error: 'title' has no value [expression-error]"))
            let set = try CommandLineRun(
                ["cel", "eval", "title", "--set", "title=1"] + schema,
                in: folder
            )
            #expect(set.complaints.hasPrefix("--set:1:7: error: expected string, found int"))
        }
        let run = try CommandLineRun(["cel", "check", "true", "--event", "answer"])
        #expect(run.complaints == "passo: '--event' needs '--schema'\n")
        #expect(run.status == 2)
    }
}
