import PassoDiagnostics
import PassoTesting
import Testing

/// A few English sentences.
struct TestWords: DiagnosticWords {
    func text(for id: DiagnosticID, arguments: [DiagnosticArgument]) -> String? {
        guard case .string(let name)? = arguments.first?.value else { return nil }
        switch id {
        case "unknown-state": return "no state named '\(name)'"
        case "did-you-mean": return "did you mean '\(name)'?"
        case "declared-here": return "'\(name)' is declared here"
        default: return nil
        }
    }
}

@Suite struct DiagnosticRendererTests {
    let renderer = DiagnosticRenderer(words: TestWords())

    func unknown(
        _ name: String,
        in marked: MarkedText,
        _ first: Int,
        _ second: Int,
        meant: String? = nil,
        source: SourceText? = nil
    ) -> Diagnostic {
        let range = SourceRange(marked.range(first, second))
        return Diagnostic(
            id: "unknown-state",
            arguments: [.init("name", name)],
            source: source ?? SourceText(name: "review.yaml", marked.text),
            range: range,
            fixIts: meant.map { [.didYouMean($0, at: range)] } ?? []
        )
    }

    @Test func `shows the place, the line and the sentences`() {
        let text = MarkedText("a:\n\n\n\n\n\n    to: 1️⃣draf2️⃣\n")
        let page = renderer.render([unknown("draf", in: text, 1, 2, meant: "draft")])
        #expect(goldenDifference(page, "one.txt") == nil)
    }

    @Test func `shows several on one line in one excerpt`() {
        let text = MarkedText("to: [1️⃣draf2️⃣, 3️⃣don4️⃣, x]\n")
        let source = SourceText(name: "review.yaml", text.text)
        let page = renderer.render([
            unknown("draf", in: text, 1, 2, meant: "draft", source: source),
            unknown("don", in: text, 3, 4, meant: "done", source: source),
        ])
        #expect(goldenDifference(page, "several.txt") == nil)
    }

    @Test func `shows notes on their lines, and those of other files apart`() {
        let text = MarkedText("1️⃣a2️⃣: 1\nb: 2\nc: 3\n3️⃣a4️⃣: 4\n")
        let other = MarkedText("x\n  1️⃣name2️⃣")
        var diagnostic = unknown("a", in: text, 3, 4)
        diagnostic.severity = .warning
        diagnostic.notes = [
            DiagnosticNote(
                id: "declared-here",
                arguments: [.init("name", "a")],
                source: diagnostic.source,
                range: SourceRange(text.range(1, 2))
            ),
            DiagnosticNote(
                id: "declared-here",
                arguments: [.init("name", "name")],
                source: SourceText(name: "en.arb", other.text),
                range: SourceRange(other.range(1, 2))
            ),
        ]
        #expect(goldenDifference(renderer.render([diagnostic]), "notes.txt") == nil)
    }

    @Test(arguments: [
        ("ascii", "to: 1️⃣x2️⃣"), ("wide", "日本語: 1️⃣x2️⃣"), ("emoji", "👩‍👩‍👧‍👦🇩🇰❤️: 1️⃣x2️⃣"),
        ("combining", "e\u{301}a\u{308}: 1️⃣x2️⃣"), ("tabs", "\ta\t: 1️⃣x2️⃣"), ("hangul", "한국어: 1️⃣x2️⃣"),
    ])
    func `puts the caret under the character as a terminal shows it`(
        name: String,
        line: String
    ) {
        let text = MarkedText(line)
        let page = renderer.render([unknown("x", in: text, 1, 2)])
        #expect(goldenDifference(page, "caret-\(name).txt") == nil)
    }

    @Test func `cuts a long line around the place`() {
        let long = String(repeating: "word ", count: 10_000)
        let text = MarkedText(long + "1️⃣draf2️⃣ " + long)
        let page = renderer.render([unknown("draf", in: text, 1, 2)])
        #expect(goldenDifference(page, "long.txt") == nil)
        for line in page.split(separator: "\n") { #expect(line.count < 130) }
    }

    @Test func `never lets a text steer the terminal`() {
        let text = MarkedText("a\u{1B}[31m\u{202E}: \u{7}1️⃣x\u{9B}2️⃣\u{2028}")
        var diagnostic = unknown("\u{1B}]0;owned\u{7}\nerror: fake", in: text, 1, 2)
        diagnostic.source = SourceText(name: "a\u{1B}[2J.yaml", text.text)
        let page = renderer.render([diagnostic])
        for scalar in page.unicodeScalars where scalar != "\n" {
            #expect(scalar.value >= 0x20 && !(0x7F..<0xA0).contains(scalar.value))
        }
        #expect(goldenDifference(page, "controls.txt") == nil)
        let json = renderer.renderJSON([diagnostic])
        #expect(!json.unicodeScalars.contains("\u{1B}"))
    }

    @Test func `shows bytes that are not UTF-8 by number`() {
        let source = SourceText(name: "a.yaml", utf8: Array("ab: ".utf8) + [0xFF, 0xC3, 0x28])
        let diagnostic = Diagnostic(
            id: "invalid-utf8",
            source: source,
            range: SourceRange(4, 5)
        )
        #expect(goldenDifference(renderer.render([diagnostic]), "invalid.txt") == nil)
    }

    @Test func `colours only when asked`() {
        let text = MarkedText("    to: 1️⃣draf2️⃣\n")
        let diagnostic = unknown("draf", in: text, 1, 2, meant: "draft")
        #expect(!renderer.render([diagnostic]).contains("\u{1B}"))
        let painted = DiagnosticRenderer(words: TestWords(), color: true).render([diagnostic])
        let shown = painted.replacing("\u{1B}", with: "ESC")
        #expect(goldenDifference(shown, "colour.txt") == nil)
    }

    @Test func `shows the name and the arguments when there are no words`() {
        let source = SourceText(name: "a.yaml", "\n")
        let diagnostic = Diagnostic(
            id: "some-id",
            arguments: [.init("name", "x"), .init("limit", 3), .init("keys", ["a", "b"])],
            source: source,
            range: SourceRange(at: 0)
        )
        let page = DiagnosticRenderer().render([diagnostic])
        #expect(goldenDifference(page, "no-words.txt") == nil)
    }

    @Test func `shows no excerpt of an empty file`() {
        let source = SourceText(name: "a.yaml", "")
        let diagnostic = Diagnostic(id: "empty-file", source: source, range: SourceRange(at: 0))
        let page = DiagnosticRenderer().render([diagnostic])
        #expect(page == "a.yaml:1:1: error: empty-file [empty-file]\n")
    }

    @Test func `writes JSON with members in a fixed order`() {
        let text = MarkedText("é😀: 1️⃣draf2️⃣\n")
        var diagnostic = unknown("dr\"af\n", in: text, 1, 2, meant: "draft")
        diagnostic.notes = [
            DiagnosticNote(
                id: "declared-here",
                arguments: [.init("name", "é")],
                source: diagnostic.source,
                range: SourceRange(0, 2)
            )
        ]
        let json = renderer.renderJSON([diagnostic])
        #expect(goldenDifference(json, "one.json") == nil)
        #expect(renderer.renderJSON([]) == "[]\n")
    }

    @Test(.timeLimit(.minutes(1)))
    func `takes time in proportion to the diagnostics, also on one long line`() {
        let source = SourceText(name: "a.yaml", String(repeating: "é👍🏽x", count: 60_000))
        let diagnostics = (0..<2_000).map { index in
            Diagnostic(
                id: "some-id",
                source: source,
                range: SourceRange(at: index * 390)
            )
        }
        let clock = ContinuousClock()
        let few = clock.measure { _ = renderer.render(Array(diagnostics.suffix(200))) }
        let many = clock.measure { _ = renderer.render(diagnostics) }
        #expect(many < few * 60 + .seconds(1))
    }
}
