import Foundation
import PassoTesting
import Testing

/// `passo cel explain`, by the real program.
@Suite struct CelExplainTests {
    private static let data = #"{"title": "t", "tags": ["new", "far too long"]}"#
    private static let condition = "size(title) > 0 && tags.all(t, size(t) <= 10)"

    @Test(arguments: ["en", "pl"])
    func `the parts that decided come as a tree`(locale: String) throws {
        let run = try CommandLineRun(
            ["cel", "explain", Self.condition, "--data", "-", "--locale", locale],
            input: Self.data
        )
        #expect(goldenDifference(run.output, "cel-explain.\(locale).txt") == nil)
        #expect(run.status == 0)
        let prompt = try CommandLineRun(
            ["cel", "--set", "title='t'", "--set", "tags=['new', 'far too long']"],
            input: ":explain " + Self.condition + "\n"
        )
        #expect(locale != "en" || prompt.output == run.output)
    }

    @Test func `JSON is the tree for programs`() throws {
        let run = try CommandLineRun(
            ["cel", "explain", Self.condition, "--data", "-", "--format", "json"],
            input: Self.data
        )
        let object = try JSONSerialization.jsonObject(with: Data(run.output.utf8))
        let tree = try #require(object as? [String: Any])
        #expect(tree["outcome"] as? String == "false")
    }

    @Test func `an error is explained and ends with 1, as what is no condition does`() throws {
        let error = try CommandLineRun(["cel", "explain", "1 / n > 0", "--set", "n=0"])
        #expect(error.output.contains("division by zero"))
        #expect(error.status == 1)
        let number = try CommandLineRun(["cel", "explain", "1 +\n 2"])
        #expect(number.complaints.hasPrefix("<expression>:1:1: error: expected bool, found int"))
        #expect(number.output.isEmpty)
        #expect(number.status == 1)
    }
}
