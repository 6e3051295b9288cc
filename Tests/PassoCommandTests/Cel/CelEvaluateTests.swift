import Foundation
import Testing

/// `passo cel eval`, by the real program.
@Suite struct CelEvaluateTests {
    @Test(arguments: [
        ("1 + 2", "3"), ("'a' + \"b\"", "'ab'"), ("[1, 2u, 3.0]", "[1, 2u, 3.0]"),
        ("{'k': null}", "{'k': null}"), ("b'\\xff'", "b'\\xff'"), ("type(1)", "int"),
        ("size('żółć')", "4"),
        ("timestamp('2026-07-01T12:00:00Z').getHours('Europe/Rome')", "14"),
        ("double('NaN')", "double('NaN')"),
    ])
    func `the value comes as an expression`(expression: String, value: String) throws {
        let run = try CommandLineRun(["cel", "eval", expression])
        #expect(run.output == value + "\n")
        #expect(run.complaints.isEmpty)
        #expect(run.status == 0)
    }

    @Test(arguments: [
        ("9007199254740993", "int", "9007199254740993"),
        ("18446744073709551615u", "uint", "18446744073709551615"),
        ("1.5", "double", "1.5"), ("true", "bool", "true"), ("null", "null_type", "null"),
        ("double('NaN')", "double", "\"NaN\""), ("-1.0 / 0.0", "double", "\"-Infinity\""),
        ("b'\\xff\\x00'", "bytes", "\"/wA=\""),
        ("timestamp('2026-01-31T12:00:00.5+01:00')", "timestamp", "\"2026-01-31T11:00:00.5Z\""),
        ("duration('1m30.5s')", "duration", "\"90.5s\""), ("type([])", "type(dyn)", "\"list\""),
    ])
    func `JSON keeps what it can and writes the rest as texts`(
        expression: String,
        type: String,
        value: String
    ) throws {
        let run = try CommandLineRun(["cel", "eval", "--format", "json", "--", expression])
        #expect(run.output.hasPrefix("{\n  \"cost\" : "))
        #expect(
            run.output.hasSuffix("  \"type\" : \"\(type)\",\n  \"value\" : \(value)\n}\n"),
            "\(run.output)"
        )
        #expect(run.status == 0)
    }

    @Test(arguments: [
        ("{'b': 1, 'a': [2]}", #"{"a":[2],"b":1}"#),
        ("{1: 'a', true: 'b'}", #"{"1":"a","true":"b"}"#),
        ("{2u: 1}", #"{"2":1}"#), ("{1: 'a', '1': 'b'}", #"[[1,"a"],["1","b"]]"#), ("{}", "{}"),
    ])
    func `a map is an object, or pairs where two keys have one text`(
        expression: String,
        value: String
    ) throws {
        let run = try CommandLineRun(["cel", "eval", "--format", "json", expression])
        let dense = run.output.filter { !$0.isWhitespace }
        #expect(dense.hasSuffix("\"value\":\(value)}"), "\(dense)")
    }

    @Test func `an error value is told with its place and ends with 1`() throws {
        let run = try CommandLineRun(["cel", "eval", "[1,\n  1/0]"])
        #expect(run.output.isEmpty)
        #expect(run.complaints.hasPrefix("<expression>:2:"))
        #expect(run.complaints.contains(": error: division by zero [expression-error]\n"))
        #expect(run.status == 1)
        let danish = try CommandLineRun(["cel", "eval", "1/0", "--locale", "da"])
        #expect(danish.complaints.contains("fejl: division med nul [expression-error]\n"))
    }

    @Test func `mistakes come as JSON where JSON was asked for`() throws {
        let run = try CommandLineRun(["cel", "eval", "1 +", "--format", "json"])
        #expect(run.output.hasPrefix("[\n  {\"id\": \"guard-syntax\", \"severity\": \"error\""))
        #expect(run.complaints.isEmpty)
        #expect(run.status == 1)
    }

    @Test(arguments: [("2 > 1", Int32(0)), ("2 < 1", 1), ("2", 1), ("1/0 > 1", 1)])
    func `quiet says by the status whether it is true`(expression: String, status: Int32) throws {
        let run = try CommandLineRun(["cel", "eval", "--quiet", expression])
        #expect(run.output.isEmpty)
        #expect(run.status == status)
    }

    @Test func `names get values one after the other`() throws {
        let run = try CommandLineRun([
            "cel", "eval", "agent.calls + m", "--set", "n=4", "--set", "m = n * 2", "--set",
            "agent.calls=-1",
        ])
        #expect(run.output == "7\n")
        for wrong in ["5", "=1", "a b=1", "true=1", "f(x)=1"] {
            let run = try CommandLineRun(["cel", "eval", "1", "--set", wrong])
            #expect(run.status == 2, "\(wrong)")
            #expect(run.complaints.hasPrefix("passo: '--set' takes a name, '=' and an expression"))
        }
        let mistake = try CommandLineRun(["cel", "eval", "n", "--set", "n=\n 1/0"])
        #expect(mistake.complaints.hasPrefix("--set:2:"))
        #expect(mistake.status == 1)
    }

    @Test func `an expression comes from standard input with right places`() throws {
        let run = try CommandLineRun(["cel", "eval", "-"], input: "1 +\n  2 // three\n")
        #expect(run.output == "3\n")
        let wrong = try CommandLineRun(["cel", "eval", "-"], input: "[1,\n  żaba]\n")
        #expect(wrong.complaints.hasPrefix("<stdin>:2:3: error: "))
        let twice = try CommandLineRun(["cel", "eval", "-", "--data", "-"], input: "{}")
        #expect(twice.complaints == "passo: standard input can be read only once\n")
        #expect(twice.status == 2)
    }

    @Test func `what begins with a minus sign stands behind two`() throws {
        #expect(try CommandLineRun(["cel", "eval", "--", "-1"]).output == "-1\n")
        #expect(try CommandLineRun(["cel", "eval", "-1"]).status == 2)
    }

    @Test(arguments: [
        String(repeating: "(", count: 5_000) + "1" + String(repeating: ")", count: 5_000),
        "'" + String(repeating: "a", count: 70_000) + "'", "[1].map(a, [1].map(b, )", "",
    ])
    func `what is too deep, too long or nothing at all ends in an error`(expression: String) throws
    {
        let run = try CommandLineRun(["cel", "eval", "-"], input: expression)
        #expect(run.status == 1)
        #expect(run.complaints.contains("error: "))
    }
}
