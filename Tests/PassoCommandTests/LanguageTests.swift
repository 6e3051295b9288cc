import Foundation
import PassoTesting
import Testing

/// The language of a run: by `--locale` in any place, or by PASSO_LOCALE.
@Suite struct LanguageTests {
    private static let broken = """
        passo: 1
        workflow: broken
        version: 1
        sates: {}

        """

    @Test(arguments: ["da", "pl", "pt", "it"])
    func `check speaks the reader's language, wherever it is chosen`(locale: String) throws {
        try withTemporaryFolder { folder in
            let file = folder.appending(path: "broken.yaml")
            try Self.broken.write(to: file, atomically: true, encoding: .utf8)
            let name = "broken.yaml"
            let runs = try [
                ["--locale", locale, "check", name], ["check", "--locale", locale, name],
                ["check", name, "--locale=\(locale)"],
            ].map { try CommandLineRun($0, in: folder) }
            let chosen = try CommandLineRun(
                ["check", name],
                in: folder,
                environment: ["PASSO_LOCALE": locale]
            )
            let said = runs.map { $0.output + $0.complaints }
            #expect(Set(said).count == 1)
            #expect(chosen.output + chosen.complaints == said[0])
            #expect(runs.allSatisfy { $0.status == 1 })
            #expect(goldenDifference(said[0], "check-broken.\(locale).txt") == nil)
        }
    }

    @Test func `the command line goes before PASSO_LOCALE, and both before English`() throws {
        let both = try CommandLineRun(
            ["chek", "--locale", "it"],
            environment: ["PASSO_LOCALE": "da"]
        )
        #expect(both.complaints.hasPrefix("passo: il comando «chek» non esiste"))
        let neither = try CommandLineRun(
            ["chek"],
            environment: ["LANG": "da_DK.UTF-8", "LC_ALL": "da_DK.UTF-8"]
        )
        #expect(neither.complaints.hasPrefix("passo: no command 'chek'; did you mean 'check'?\n"))
    }

    @Test(arguments: ["da-DK", "da_DK", "DA"])
    func `a regional form is answered in its language`(locale: String) throws {
        let run = try CommandLineRun(["chek", "--locale", locale])
        #expect(run.complaints.hasPrefix("passo: kommandoen “chek” findes ikke"))
    }

    @Test(arguments: [["check", "a.yaml"], ["--help"], ["count", "--help"], ["tour"]])
    func `a language that the program lacks is refused with those it has`(
        arguments: [String]
    ) throws {
        let expected = "passo: no texts in 'fr', but in da, en, it, pl, and pt\n"
        let option = try CommandLineRun(arguments + ["--locale", "fr"])
        #expect(option.complaints == expected)
        #expect(option.output.isEmpty)
        #expect(option.status == 2)
        let variable = try CommandLineRun(arguments, environment: ["PASSO_LOCALE": "fr"])
        #expect(variable.complaints == expected)
    }

    @Test(arguments: [
        ("da", "Reglerne for hvert element i en liste."),
        ("pl", "Reguły dla każdego elementu listy."),
        ("pt", "As regras de cada elemento de uma lista."),
        ("it", "Le regole per ogni elemento di un elenco."),
    ])
    func `the schema describes the language of definitions in the reader's`(
        locale: String,
        sentence: String
    ) throws {
        let run = try CommandLineRun(["schema", "--locale", locale])
        #expect(run.output.contains("\"description\": \"\(sentence)\""))
        #expect(!run.output.contains("The message key"))
    }

    @Test func `what stands behind two hyphens is a file`() throws {
        let run = try CommandLineRun(["check", "--", "--locale", "fr"])
        #expect(run.output.contains("there is no file '--locale'"))
    }

    @Test(arguments: [
        (["check"], "“<fil> ...” mangler"),
        (["check", "--watc", "a"], "tilvalget “--watc” findes ikke; mente du “--watch”?"),
        (["check", "--no-such-thing", "a"], "tilvalget “--no-such-thing” findes ikke"),
        (["check", "a", "--format"], "“--format <format>” skal have en værdi"),
        (["check", "a", "--watch=1"], "“--watch” har ingen værdi, men “1” er angivet"),
        (["check", "a", "--format", "xml"], "“xml” er ikke en værdi for “--format <format>”"),
        (["count", "--limit", "x"], "“x” er ikke en værdi for “--limit <grænse>”"),
        (["count", "a", "b"], "“b” hører ikke til her"),
        (["count", "a", "b", "c"], "disse argumenter hører ikke til her: b og c"),
        (["nonsense"], "kommandoen “nonsense” findes ikke"),
        (["--generate-completion-script", "csh"], "der er ingen fuldførelse til “csh”"),
    ])
    func `every mistake of the parser comes in the reader's language`(
        arguments: [String],
        sentence: String
    ) throws {
        let run = try CommandLineRun(arguments + ["--locale", "da"])
        #expect(run.complaints.hasPrefix("passo: " + sentence))
        #expect(run.complaints.contains("Brug: passo"))
        #expect(run.output.isEmpty)
        #expect(run.status == 2)
    }
}
