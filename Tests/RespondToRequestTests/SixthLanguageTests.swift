import Foundation
import PassoDefinition
import PassoDiagnostics
import PassoMessages
import PassoRuntime
import RespondToRequest
import Testing

/// One more language is one more file: a small Czech table beside the shipped ones.
@Suite struct SixthLanguageTests {
    private let strings: StringBundle

    init() throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "Czech/cs.arb")
        let text = try String(contentsOf: file, encoding: .utf8)
        let (table, mistakes) = StringTable.read(arb: SourceText(name: "cs.arb", text))
        #expect(mistakes.isEmpty)
        strings = DeskStrings.bundle(adding: [try #require(table)])
    }

    @Test(arguments: [
        (0, "Nezbývají žádné znaky"), (1, "Zbývá 1 znak"), (2, "Zbývají 2 znaky"),
        (5, "Zbývá 5 znaků"), (22, "Zbývá 22 znaků"),
        (2_000, "Zbývá 2\u{A0}000 znaků"),
    ])
    func `its plurals are those of Czech`(count: Int, sentence: String) {
        let argument = MessageArgument.int(Int64(count))
        #expect(strings.text("counter.remaining", ["count": argument], in: "cs").text == sentence)
    }

    @Test func `what an agent is refused is read in Czech`() throws {
        let source = try #require(Scenarios.shipped.first { $0.name == "11-tags.yaml" })
        let transcript = try #require(Scenarios.play(source).transcript)
        let writer = TranscriptWriter(strings: strings, locale: "cs")
        let refusals = transcript.lines.compactMap { line -> String? in
            guard case .refused(_, let reason?, _) = line.content else { return nil }
            return writer.text(of: reason)
        }
        #expect(refusals.contains("Štítek může mít nejvýše 50 znaků. Tento má 51."))
        #expect(refusals.contains("Štítek „VIP“ už existuje."))
    }

    @Test func `what it does not say yet is read in the template's language`() {
        let saved = strings.text("customer.saved", in: "cs")
        #expect(saved.text == "Customer saved.")
        #expect(saved.locale == "en")
        #expect(strings.text("queue", in: "cs").locale == "cs")
    }

    @Test func `a definition checked against it says what the new language lacks`() throws {
        let source = try #require(DeskDefinitions.shippedSource("agent.yaml"))
        let missing = DefinitionCompiler.compile(source, strings: strings).diagnostics
            .filter { $0.id == "missing-message" }
        #expect(!missing.isEmpty)
        for diagnostic in missing {
            #expect(diagnostic.arguments.contains(.init("languages", ["cs"])))
        }
    }
}
