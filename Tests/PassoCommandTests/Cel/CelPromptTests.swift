import Foundation
import PassoTesting
import Testing

/// `passo cel` with its lines from a pipe.
@Suite struct CelPromptTests {
    @Test func `lines are answered, results only, and mistakes have their line`() throws {
        let lines = """
            1 + 1

            // nothing
            :let x = size('abc')
            x * 2
              y +
            :type [x]
            :format (x)+1
            :vars

            """
        let run = try CommandLineRun(["cel", "--set", "name='é'"], input: lines)
        #expect(run.output == "2\n6\nlist(int)\nx + 1\nname: string = 'é'\nx: int = 3\n")
        #expect(run.complaints.hasPrefix("<stdin>:6:3: error: nothing named 'y'"))
        #expect(run.status == 1)
        let right = try CommandLineRun(["cel"], input: "1\n:quit\n1/0\n")
        #expect(right.output == "1\n")
        #expect(right.status == 0)
    }

    @Test func `the last line needs no end, and Windows's ends are taken`() throws {
        let run = try CommandLineRun(["cel"], input: "1\r\n:let a = 'b'\r\na")
        #expect(run.output == "1\n'b'\n")
        #expect(try CommandLineRun(["cel"], input: "").status == 0)
    }

    @Test(arguments: [
        (":typ 1", "passo: no command ':typ'; did you mean ':type'?"),
        (":", "passo: no command ':'"),
        (":let", "passo: this command is typed as ':let NAME = EXPRESSION'"),
        (":let 1 = 2", "passo: this command is typed as ':let NAME = EXPRESSION'"),
        (":type", "passo: this command is typed as ':type EXPRESSION'"),
        (":load", "passo: this command is typed as ':load FILE'"),
        (":load nowhere.json", "nowhere.json:1:1: error: there is no file 'nowhere.json'"),
        (":load -", "passo: standard input can be read only once"),
        (":functions sise", "passo: no function named 'sise'; did you mean 'size'?"),
        (":let a = 1 +", "<stdin>:1:13: error: the expression ends too early"),
        (":type 1 b", "<stdin>:1:9: error: found 'b', expected an operator"),
    ])
    func `wrong commands are told`(line: String, told: String) throws {
        let run = try CommandLineRun(["cel"], input: line + "\n")
        #expect(run.complaints.hasPrefix(told), "\(run.complaints)")
        #expect(run.output.isEmpty)
        #expect(run.status == 1)
    }

    @Test func `files are loaded in the middle, and functions looked up`() throws {
        try withTemporaryFolder { folder in
            let file = folder.appending(path: "a b.json")
            try #"{"tags": ["x"]}"#.write(to: file, atomically: true, encoding: .utf8)
            let run = try CommandLineRun(
                ["cel"],
                input: ":load a b.json\ntags\n:functions contains\n:functions has\n",
                in: folder
            )
            #expect(
                run.output == "['x']\nstring.contains(string) -> bool\nhas(A.name) -> bool\n"
            )
        }
    }

    @Test(arguments: ["en", "da", "pl", "pt", "it"])
    func `help lists the commands in the reader's language`(locale: String) throws {
        let run = try CommandLineRun(["cel", "--locale", locale], input: ":help\n")
        #expect(goldenDifference(run.output, "cel-prompt.\(locale).txt") == nil)
    }

    @Test func `a line that is too long or no text is told, and the next one answered`() throws {
        let long = String(repeating: "1+", count: 600_000)
        let run = try CommandLineRun(["cel"], input: long + "1\n" + "2\n")
        #expect(run.complaints == "passo: '<stdin>' is larger than 1 MiB\n")
        #expect(run.output == "2\n")
        let deep = String(repeating: "[", count: 3_000)
        let told = try CommandLineRun(["cel"], input: deep + "\n3\n")
        #expect(told.complaints.contains("error: "))
        #expect(told.output == "3\n")
    }
}
