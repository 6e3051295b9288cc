import Foundation
import Testing

/// `passo cel check` and `passo cel format`, by the real program.
@Suite struct CelCheckTests {
    @Test func `names that nobody declares may be anything`() throws {
        let run = try CommandLineRun(["cel", "check", "user.id == 'u1' && size(tags) > limit"])
        #expect(run.output.hasPrefix("bool\ncost: at most "))
        #expect(run.status == 0)
        let dyn = try CommandLineRun(["cel", "check", "a.b"])
        #expect(dyn.output.hasPrefix("dyn\n"))
    }

    @Test func `names with values have the types of their values`() throws {
        let data = #"{"n": 1, "tags": ["a"], "mixed": [1, "a"], "user": {"id": 1}, "none": null}"#
        for (expression, type) in [
            ("n", "int"), ("tags", "list(string)"), ("mixed", "list(dyn)"),
            ("user", "map(string, dyn)"), ("none", "dyn"), ("[tags]", "list(list(string))"),
        ] {
            let run = try CommandLineRun(
                ["cel", "check", expression, "--data", "-"],
                input: data
            )
            #expect(run.output.hasPrefix(type + "\n"), "\(run.output)")
        }
        let wrong = try CommandLineRun(
            ["cel", "check", "tag.size() + n > 'a'\n || sise(tags)", "--data", "-"],
            input: data
        )
        #expect(wrong.output.contains("<expression>:1:1: error: nothing named 'tag'"))
        #expect(wrong.output.contains("did you mean 'tags'?"))
        #expect(wrong.output.contains("<expression>:2:5: error: no function named 'sise'"))
        #expect(wrong.status == 1)
    }

    @Test func `JSON is the type, or the mistakes as passo check writes them`() throws {
        let right = try CommandLineRun(["cel", "check", "1 < 2", "--format", "json"])
        #expect(right.output.contains("\"type\" : \"bool\""))
        let wrong = try CommandLineRun(["cel", "check", "f(1)", "--format", "json"])
        #expect(wrong.output.hasPrefix("[\n  {\"id\": \"guard-unknown-function\", \"severity\":"))
        #expect(wrong.output.contains("\"line\": 1, \"column\": 1, \"utf8Offset\": 0"))
        #expect(wrong.status == 1)
    }

    @Test func `the worst case of the cost is told, and what makes it too large`() throws {
        let small = try CommandLineRun(["cel", "check", "1 + n", "--set", "n=1"])
        #expect(small.output.hasPrefix("int\ncost: at most "))
        #expect(small.output.hasSuffix(" of 10,000,000\n"))
        let tower = "l.all(a, l.all(b, l.all(c, a + b + c > 0)))"
        let large = try CommandLineRun([
            "cel", "check", "n > 0 && " + tower, "--set", "n=1", "--set", "l=[1]",
        ])
        #expect(large.output.hasPrefix("bool\ncost: more than 10,000,000 units"))
        #expect(large.output.hasSuffix("in 'l.all(b, l.all(c, a + b + c > 0))'\n"))
        #expect(large.status == 0)
    }

    @Test func `an expression gets its canonical form`() throws {
        let run = try CommandLineRun(["cel", "format", "(a)&&( b||c )\n// why"])
        #expect(run.output == "a && (b || c)\n// why\n")
        let wrong = try CommandLineRun(["cel", "format", "a &&"])
        #expect(wrong.complaints.hasPrefix("<expression>:1:5: error: "))
        #expect(wrong.output.isEmpty)
        #expect(wrong.status == 1)
    }

    @Test(arguments: [["cel", "evl"], ["cel", "1 + 1"], ["cel", "eval", "1", "--dta", "x"]])
    func `a command line that is wrong ends with 2`(arguments: [String]) throws {
        let run = try CommandLineRun(arguments)
        #expect(run.status == 2)
        #expect(run.output.isEmpty)
        #expect(run.complaints.contains("See 'passo cel"))
    }
}
