import PassoDiagnostics
import PassoText
import PassoTesting
import Testing

@testable import PassoCatalog

@Suite struct MF2ResourceTests {
    private func read(_ text: String) -> (ReturnedDocument?, [Diagnostic]) {
        MF2Codec.read(SourceText(name: "da.mf2", text), limits: .standard)
    }

    @Test func `reads what the draft shows`() throws {
        let (document, diagnostics) = read(
            """
            @locale en-US
            ---

            one = A message with no properties

            @version 3
            @since 2023-11-30
            two = A message with some properties

            # Freeform comments must come before properties
            @param $foobar - An input argument
                             with a multiline value
            three = Some {$foobar} message
              with a multiline value

            # Properties also attach to section-heads
            @deprecated
            [ section . a ]

            four = Foo
            five\\.\\x41\\u00f8\\U01F600\\! =\r
              .input {$n :number}\r
              .match $n\r
              one {{\\{a\\nb\\ \\| }}
              * {{c}}
            """
        )
        #expect(diagnostics.isEmpty)
        let units = try #require(document?.units)
        #expect(document?.targetLocale == "en-US")
        #expect(
            units.map(\.key)
                == ["one", "two", "three", "section.a.four", "section.a.five.Aø😀!"]
        )
        #expect(
            units.map { $0.target?.text ?? "" } == [
                "A message with no properties", "A message with some properties",
                "Some {foobar} message\nwith a multiline value", "Foo",
                "{n, plural, one {'{'a\nb | } other {c}}",
            ]
        )
        #expect(units.allSatisfy { $0.mistakes.isEmpty })
    }

    @Test(arguments: [
        ("k = a {$x", "mf2-syntax"), ("k = 1️⃣}2️⃣", "mf2-syntax"), ("k = .input {$x}", "mf2-syntax"),
        ("k = .input {$x :number} .match $x 1️⃣{2️⃣a} * {{}}", "mf2-syntax"),
        ("k =\n  .input {$x :number}\n  .match $x\n  1️⃣1 12️⃣ {{}}\n  * {{}}", "mf2-rule"),
        ("k =\n  .input {$x :number}\n  .match 1️⃣$x2️⃣\n  1 {{}}", "mf2-rule"),
        ("k = a\n  b 1️⃣{#c}2️⃣", "mf2-unsayable"), ("k = a \\n 1️⃣{$x :datetime}2️⃣", "mf2-unsayable"),
        ("k = a 1️⃣\\q2️⃣", "bad-escape"), ("k = a\n1️⃣k2️⃣ = b", "exchange-twice"),
    ])
    func `a broken message does not touch the others, and has its place`(
        marked: String,
        id: String
    ) throws {
        let sample = MarkedText(marked)
        let (document, diagnostics) = read("---\na = A\n" + sample.text + "\nz = Z\n")
        #expect(diagnostics.isEmpty)
        let units = try #require(document?.units)
        #expect(units.first?.target?.text == "A" && units.last?.target?.text == "Z")
        let mistakes = units.flatMap(\.mistakes)
        #expect(mistakes.first.map { "\($0.id)".hasSuffix(id) } == true, "\(mistakes)")
        if sample.offsets.count == 2 {
            let range = sample.range(1, 2)
            #expect(mistakes.first?.range.offsets == range.lowerBound + 10..<range.upperBound + 10)
        }
    }

    @Test func `a line that is nothing is reported, and the others are read`() throws {
        let sample = MarkedText("---\na = A\n\n  1️⃣oops2️⃣\n3️⃣[b4️⃣\n5️⃣nothing6️⃣\nz = Z")
        let (document, diagnostics) = read(sample.text)
        #expect(document?.units.map(\.key) == ["a", "z"])
        #expect(
            diagnostics.map(\.range.offsets)
                == [sample.range(1, 2), sample.range(3, 4), sample.range(5, 6)]
        )
    }

    @Test(arguments: ["", "\n\n", "# comment\n", "{ \"a\": 1 }", "<xliff/>", "msgid \"\""])
    func `another file is none`(text: String) {
        let (document, diagnostics) = read(text)
        #expect(document == nil)
        #expect(diagnostics.map { "\($0.id)" } == ["mf2-empty"])
    }

    @Test func `a finding in a text points into the file`() throws {
        let text =
            "k =\n  .input {$n :number}\n  .match $n\n  one {{x {$y} {$n}}}\n  * {{x {$y} {$n} z}}"
        let unit = try #require(read(text).0?.units.first)
        let target = try #require(unit.target)
        #expect(target.text == "x {y} {n, plural, one {#} other {# z}}")
        func part(_ words: String) -> String {
            let lower = target.text.utf8.count - target.text.drop { $0 != words.first }.utf8.count
            let range = target.sourceRange(of: lower..<lower + words.utf8.count)
            return String(decoding: Array(text.utf8)[range.offsets], as: UTF8.self)
        }
        #expect(part("{y}") == "{$y}")
        #expect(part("one") == "one")
    }

    @Test func `stops at its limits`() {
        var limits = ExchangeLimits()
        limits.maximumUnits = 2
        let two = MF2Codec.read(SourceText(name: "a", "a=1\nb=2\n"), limits: limits)
        #expect(two.0?.units.count == 2 && two.1.isEmpty)
        let three = MF2Codec.read(SourceText(name: "a", "a=1\nb=2\nc=3"), limits: limits)
        #expect(three.0?.units.count == 2)
        #expect(three.1.map { "\($0.id)" } == ["exchange-unit-limit"])
        limits.maximumBytes = 3
        #expect(MF2Codec.read(SourceText(name: "a", "a=1"), limits: limits).0 != nil)
        #expect(MF2Codec.read(SourceText(name: "a", "a=12"), limits: limits).0 == nil)
    }

    @Test(arguments: [
        "a\n", "@a\n", "[a]\n", "a=\\\n", "a=\n  b\n", " \n", "---\n", "\\", "a.", "=",
    ])
    func `reads whatever repeats in linear time`(part: String) {
        let text = String(repeating: part, count: 200_000 / part.utf8.count)
        #expect(ContinuousClock().measure { _ = read(text) } < .seconds(5))
    }
}
