import PassoTesting
import Testing

@Suite struct GuideTests {
    @Test(arguments: ["en", "da", "pl", "pt", "it"], ["queue", "push"])
    func `the procedure reads as an article in every language and way of working`(
        locale: String,
        mode: String
    ) throws {
        let run = try CommandLineRun(
            ["guide", "respond-to-request", "--mode", mode, "--locale", locale])
        #expect(run.status == 0, "\(run.complaints)")
        #expect(goldenDifference(run.output, "guide.\(mode).\(locale).txt") == nil)
    }

    @Test(arguments: ["markdown", "html"])
    func `it is written as Markdown and HTML too`(format: String) throws {
        let run = try CommandLineRun(
            [
                "guide", "respond-to-request", "--mode", "push", "--locale", "it", "--format",
                format,
            ])
        #expect(goldenDifference(run.output, "guide.push.it.\(format)") == nil)
    }

    @Test func `a definition with several ways of working asks which`() throws {
        let run = try CommandLineRun(["guide", "respond-to-request"])
        #expect(run.complaints == "passo: choose a way of working with '--mode': queue or push\n")
        #expect(run.status == 2)
        let wrong = try CommandLineRun(["guide", "respond-to-request", "--mode", "pull"])
        #expect(wrong.complaints.contains("has no mode 'pull', but queue and push"))
    }
}
