import Foundation
import Testing

@Suite struct CountTests {
    @Test func `counts characters as people do, with code points and bytes beside them`() throws {
        let run = try CommandLineRun(["count"], input: "Zoë 👩‍👩‍👧\r\n")
        #expect(run.output == "6 characters, 11 code points, 25 bytes\n")
        #expect(run.status == 0)
    }

    @Test func `ends with 1 when the text is over the limit and with 0 at the limit`() throws {
        let over = try CommandLineRun(["count", "--limit", "2"], input: "åßç")
        #expect(over.output == "3 characters, 3 code points, 6 bytes, 1 over the limit of 2\n")
        #expect(over.status == 1)
        let within = try CommandLineRun(["count", "--limit", "3"], input: "åßç")
        #expect(within.status == 0)
    }

    @Test func `writes JSON for machines`() throws {
        let run = try CommandLineRun(["count", "--limit", "2", "--format", "json"], input: "abc")
        #expect(run.output == #"{"characters": 3, "codePoints": 3, "bytes": 3, "over": 1}"# + "\n")
        #expect(run.status == 1)
    }

    @Test func `says what is wrong with a file and ends with 2`() throws {
        let missing = try CommandLineRun(["count", "nowhere.txt"])
        #expect(missing.complaints == "passo: cannot read 'nowhere.txt': there is no such file\n")
        #expect(missing.output.isEmpty)
        #expect(missing.status == 2)
        try withTemporaryFolder { folder in
            let file = folder.appending(path: "binary")
            try Data([0xFF, 0xFE, 0x00]).write(to: file)
            let binary = try CommandLineRun(["count", file.path])
            #expect(binary.complaints == "passo: '\(file.path)' is not UTF-8 text\n")
            #expect(binary.status == 2)
        }
    }

    @Test func `a wrong option ends with 2 and shows the usage`() throws {
        let run = try CommandLineRun(["count", "--limt", "3"])
        #expect(run.status == 2)
        #expect(run.complaints.contains("no option '--limt'; did you mean '--limit'?"))
        #expect(run.output.isEmpty)
        #expect(try CommandLineRun(["count", "--limit", "-3"]).status == 2)
    }
}
