import Foundation
import PassoTesting
import Testing

/// The pseudo-locales, which need no tables, and lists of languages, in every command.
@Suite struct PseudoLocaleTests {
    static let scenario = Repository.root
        .appending(path: "Sources/RespondToRequest/Scenarios/04-timeout.yaml").path

    @Test(arguments: ["en-XA", "ar-XB"])
    func `a scenario plays in it, every text changed`(locale: String) throws {
        let run = try CommandLineRun(["play", Self.scenario, "--locale", locale])
        #expect(run.status == 0, "\(run.complaints)")
        #expect(goldenDifference(run.output + run.complaints, "play-timeout.\(locale).txt") == nil)
    }

    @Test func `the article is laid out from right to left`() throws {
        let guide = ["guide", "respond-to-request", "--mode", "push"]
        let page = try CommandLineRun(guide + ["--locale", "ar-XB", "--format", "html"])
        #expect(page.output.contains("<html lang=\"ar-XB\" dir=\"rtl\">"))
        let text = try CommandLineRun(guide + ["--locale", "en-XA"])
        #expect(text.output.hasPrefix("⟦"))
        #expect(text.output.contains("2,000"))
    }

    @Test func `mistakes are told in it, and only its own words turn around`() throws {
        let broken = "passo: 1\nworkflow: a\u{202E}b\nversion: 1\nsates: {}\n"
        let accented = try CommandLineRun(["check", "-", "--locale", "en-XA"], input: broken)
        #expect(accented.output.contains("[unknown-key]") && accented.output.contains("⟦"))
        let turned = try CommandLineRun(["check", "-", "--locale", "ar-XB"], input: broken)
        #expect(turned.output.contains("\u{200F}\u{202E}key\u{202C}\u{200F}"))
        #expect(!turned.output.contains("a\u{202E}b") && turned.output.contains("a\\u{202E}b"))
    }

    @Test func `it is tried by hand, explained and helped in it`() throws {
        let tried = try CommandLineRun(
            ["try", "--mode", "push", "--locale", "en-XA"],
            input: "help\nquit\n"
        )
        #expect(tried.status == 0 && tried.output.contains("⟦"))
        let help = try CommandLineRun(["count", "--help", "--locale", "en-XA"])
        #expect(help.status == 0 && help.output.contains("⟦") && help.output.contains("--limit"))
    }

    @Test(arguments: [
        ("fr, da-DK;q=0.8", "da"), ("en;q=0.1,pl", "pl"), ("!!, it", "it"), ("pt-AO", "pt"),
        ("da;q=0, *", "en"),
    ])
    func `a list of languages is answered in the first that there is`(
        list: String,
        locale: String
    ) throws {
        let listed = try CommandLineRun(["play", Self.scenario, "--locale", list])
        let single = try CommandLineRun(["play", Self.scenario, "--locale", locale])
        #expect(listed.status == 0 && listed.output == single.output)
        #expect(listed.complaints == single.complaints)
    }

    @Test(arguments: ["fr, cs", "da;q=0", "zh-Hant-", ""])
    func `a list that nothing can meet is refused`(list: String) throws {
        let run = try CommandLineRun(["play", Self.scenario, "--locale", list])
        #expect(run.status == 2)
        #expect(run.complaints.contains("has no texts in '\(list)'"))
    }
}
