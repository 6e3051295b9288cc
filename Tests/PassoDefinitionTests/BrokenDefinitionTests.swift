import PassoDefinition
import PassoDiagnostics
import PassoTesting
import Testing

/// Thirty definitions and more, each with one mistake.
@Suite struct BrokenDefinitionTests {
    @Test(arguments: Broken.all)
    func `is refused for its one mistake, at its place`(broken: Broken) {
        let result = DefinitionCompiler.compile(broken.source, strings: TestStrings.bundle)
        let expected = broken.source.position(at: broken.marked[1])
        let found = result.diagnostics.map { diagnostic in
            let start = broken.source.position(at: diagnostic.range.lowerBound)
            let end = diagnostic.range.upperBound
            return "\(start.line):\(start.column) \(diagnostic.id) to \(end)"
        }
        #expect(
            found == [
                "\(expected.line):\(expected.column) \(broken.id) to \(broken.marked[2])"
            ],
            "\(broken.marked.text)"
        )
    }

    @Test(arguments: Broken.all)
    func `has a sentence in English`(broken: Broken) {
        let result = DefinitionCompiler.compile(broken.source, strings: TestStrings.bundle)
        let words = EngineWords()
        for diagnostic in result.diagnostics {
            let text = words.text(for: diagnostic.id, arguments: diagnostic.arguments)
            #expect(text != nil, "no words for \(diagnostic.id)")
            #expect(text?.contains("{") == false, "\(text ?? "")")
            for note in diagnostic.notes {
                #expect(words.text(for: note.id, arguments: note.arguments) != nil)
            }
            for fixIt in diagnostic.fixIts {
                #expect(words.text(for: fixIt.id, arguments: fixIt.arguments) != nil)
            }
        }
    }

    @Test func `a missing first state is said where it belongs`() throws {
        let block = "passo: 1\nworkflow: lamp\nversion: 1\nstates:\n  a: {}\n  b: {}\n"
        let flow = "{ passo: 1, workflow: lamp, version: 1, states: { a: {}, b: {} } }"
        for (text, repaired) in [
            (block, block.replacing("states:", with: "initial: a\nstates:")),
            (flow, flow.replacing("states:", with: "initial: a, states:")),
        ] {
            let source = SourceText(name: "lamp.yaml", text)
            let result = DefinitionCompiler.compile(source, strings: nil)
            let fixIt = try #require(result.diagnostics.first?.fixIts.first)
            var bytes = source.utf8
            bytes.replaceSubrange(fixIt.range.offsets, with: fixIt.replacement.utf8)
            #expect(String(decoding: bytes, as: UTF8.self) == repaired)
        }
    }
}
