import PassoDiagnostics
import PassoTesting
import PassoText
import Testing

/// A part of a scalar's text, and where it is written: between the markers.
@Suite struct ScalarPlaceTests {
    static let places: [(String, String)] = [
        ("a: one 1️⃣two2️⃣", "two"), ("a: 'it''s 1️⃣on2️⃣'", "on"),
        ("a: 'i1️⃣''2️⃣s'", "'"), (#"a: "x1️⃣\u00e92️⃣y""#, "é"), (#"a: "x\n1️⃣abc2️⃣\n""#, "abc"),
        (#"a: "1️⃣\ud83d\ude002️⃣""#, "😀"), ("a: one1️⃣\n   2️⃣two", " "), ("a: one\n   1️⃣two2️⃣", "two"),
        ("a: |\n  one\n  1️⃣two2️⃣\n", "two"), ("a: |\n  one\n    1️⃣two2️⃣\n", "two"),
        ("a: >\n  one\n  1️⃣two2️⃣\n  three\n", "two"), ("a: >-\n  one1️⃣\n2️⃣  two\n", " "),
        ("a: |\r\n  one1️⃣\r\n2️⃣  two\r\n", "\n"), ("a: \"x\\\n  1️⃣yz2️⃣\"", "yz"),
        ("a: &x |\n  é 1️⃣two2️⃣\nb: *x", "two"), ("- [ 1️⃣two2️⃣ ]", "two"), ("a: one\n\n   1️⃣two2️⃣", "two"),
        ("a: >\n\n  x\n\n  1️⃣two2️⃣\n", "two"),
    ]

    @Test(arguments: places)
    func `finds the place of a part of a scalar`(marked: String, part: String) {
        let text = MarkedText(marked)
        let (node, problems) = YAMLReader.read(SourceText(name: "a.yaml", text.text))
        #expect(problems.isEmpty)
        let inner = node?.mapping?.first?.value ?? node?.sequence?.first?.sequence?.first
        guard let scalar = inner?.scalar, let found = scalar.text.range(ofFirst: part) else {
            Issue.record("no \(part)")
            return
        }
        #expect(scalar.sourceRange(of: found).offsets == text.range(1, 2))
    }

    @Test func `gives a place for what is empty or outside`() {
        let (node, _) = YAMLReader.read(SourceText(name: "a.yaml", "a: \"b\\nc\""))
        let scalar = node?["a"]?.scalar
        #expect(scalar?.sourceRange(of: 0..<0).offsets == 4..<4)
        #expect(scalar?.sourceRange(of: 1..<1).offsets == 5..<5)
        #expect(scalar?.sourceRange(of: 3..<3).offsets == 8..<8)
        #expect(scalar?.sourceRange(of: -5..<100).offsets == 4..<8)
        let (empty, _) = YAMLReader.read(SourceText(name: "a.yaml", "a: ''"))
        #expect(empty?["a"]?.scalar?.sourceRange(of: 0..<0).offsets == 4..<4)
        let (missing, _) = YAMLReader.read(SourceText(name: "a.yaml", "a:\nb: 1"))
        #expect(missing?["a"]?.range.offsets == 2..<2)
    }
}

extension String {
    /// Finds a part, as offsets in UTF-8.
    func range(ofFirst part: String) -> Range<Int>? {
        let bytes = Array(utf8)
        let sought = Array(part.utf8)
        guard
            let start = (0...max(0, bytes.count - sought.count)).first(where: {
                bytes[$0...].starts(with: sought)
            })
        else { return nil }
        return start..<start + sought.count
    }
}
