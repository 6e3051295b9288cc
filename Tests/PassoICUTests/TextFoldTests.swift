import PassoTesting
import Testing

internal import CICU

@testable import PassoICU

private let foldings = PublishedData.lines(
    "CaseFolding-15.0.0.txt",
    debian: "CaseFolding.txt"
)

@Suite struct TextFoldTests {
    @Test(arguments: [
        ("Straße", "STRASSE"), ("VIP", "vip"), ("Århus", "A\u{30A}RHUS"), ("\u{1E9E}", "ss"),
        ("ΣΊΣΥΦΟΣ", "σίσυφος"), (" a \t b\u{A0}", "A B"), ("ﬃ", "FFI"), ("\u{1F80}", "ἀΙ"),
        ("Ǆ", "ǆ"), ("ŻÓŁĆ", "z\u{307}o\u{301}łc\u{301}"),
    ])
    func `folds two spellings of a tag to one`(left: String, right: String) {
        #expect(TextFold.folded(left).utf8.elementsEqual(TextFold.folded(right).utf8))
    }

    @Test(arguments: [
        ("Aarhus", "Århus"), ("resume", "résumé"), ("❤", "❤\u{FE0F}"), ("👩‍💻", "👩💻"), ("a b", "ab"),
        ("①", "1"), ("ı", "i"), ("İ", "i"), ("l", "ł"),
    ])
    func `keeps two tags apart`(left: String, right: String) {
        #expect(!TextFold.folded(left).utf8.elementsEqual(TextFold.folded(right).utf8))
    }

    @Test(arguments: ["👨‍👩‍👧‍👦", "🏳️‍🌈", "❤️", "👍🏽", "नमस्ते"])
    func `keeps joiners and variation selectors`(text: String) {
        #expect(TextFold.folded(text).utf8.elementsEqual(text.utf8))
    }

    @Test(.enabled(if: foldings != nil, "CaseFolding.txt is not installed"))
    func `folds as CaseFolding lists`() {
        for line in foldings ?? [] {
            let columns = line.split(separator: ";").map { $0.drop(while: { $0 == " " }) }
            guard columns.count > 2, columns[1] == "C" || columns[1] == "F" else { continue }
            let folded = TextFold.folded(text(ofHex: columns[0]))
            #expect(folded.utf8.elementsEqual(TextFold.nfc(text(ofHex: columns[2])).utf8))
        }
    }

    @Test(arguments: [
        "plain text that is longer than fifteen bytes", "Zażółć gęślą jaźń, “cytat” — ąćęłńóśźż",
        "नमस्ते दुनिया, क्षेत्र", "👩‍👩‍👧‍👦 emoji and flags 🇩🇰🇵🇱",
    ])
    func `returns its argument itself when nothing is to change`(text: String) {
        let address = storage(of: text)
        #expect(storage(of: TextFold.nfc(text)) == address)
        #expect(storage(of: TextFold.trimmed(text)) == address)
        #expect(storage(of: TextFold.collapsed(text)) == address)
        #expect(storage(of: TextFold.oneLine(text)) == address)
        #expect(storage(of: TextFold.manyLines(text)) == address)
    }

    @Test func `folding twice changes nothing more`() {
        var random = SeededRandom()
        print("random texts to fold: \(random)")
        for _ in 0..<20_000 {
            let text = randomText(&random)
            let once = TextFold.folded(text)
            #expect(TextFold.folded(once).utf8.elementsEqual(once.utf8), "\(hex(text)) \(random)")
        }
    }

    @Test func `white space is what ICU calls White_Space`() {
        for scalar in (UInt32(0)...0x10FFFF).lazy.compactMap(Unicode.Scalar.init)
        where TextFold.isWhiteSpace(scalar) != passo_icu_is_white_space(scalar.value) {
            Issue.record("U+\(String(scalar.value, radix: 16))")
        }
    }

    @Test(arguments: [
        ("", ""), (" ", ""), ("a", "a"), ("  a  b ", "a b"), ("a\u{2003}\u{A0}b", "a b"),
        ("a\tb", "a b"), ("\u{3000}é", "é"), ("a\u{200B}b", "a\u{200B}b"), ("a\n\nb\n", "a b"),
    ])
    func `collapses white space`(text: String, expected: String) {
        #expect(TextFold.collapsed(text).utf8.elementsEqual(expected.utf8))
    }

    @Test(arguments: [
        ("", ""), (" \u{85}", ""), ("a", "a"), ("  a  b ", "a  b"), ("\u{2028}ab", "ab"),
        (" \u{301}", "\u{301}"),
    ])
    func `trims white space`(text: String, expected: String) {
        #expect(TextFold.trimmed(text).utf8.elementsEqual(expected.utf8))
    }

    @Test(arguments: [
        ("a\r\nb", "a b"), ("a\n\r\n\u{2028}b", "a b"), ("\na\u{85}b\u{2029}", "a b"),
        ("a  b", "a  b"), ("e\u{301}\n", "\u{E9}"), ("a\tb", "a\tb"), ("\r\n", ""), ("a\rb", "a b"),
    ])
    func `makes one line`(text: String, expected: String) {
        #expect(TextFold.oneLine(text).utf8.elementsEqual(expected.utf8))
    }

    @Test(arguments: [
        ("a\r\nb", "a\nb"), ("a\rb\r", "a\nb\n"), ("a\n\rb", "a\n\nb"), (" a ", " a "),
        (" \r\n\t\u{A0}", ""), ("e\u{301}\r\r\n", "\u{E9}\n\n"), ("", ""),
    ])
    func `keeps many lines`(text: String, expected: String) {
        #expect(TextFold.manyLines(text).utf8.elementsEqual(expected.utf8))
    }

    private func randomText(_ random: inout SeededRandom) -> String {
        var text = String.UnicodeScalarView()
        while !random.oneIn(8) {
            let ranges: [ClosedRange<UInt32>] = [
                0x20...0x7E, 0x80...0x24F, 0x300...0x345, 0x370...0x3FF, 0x1E00...0x1FFF,
                0x1C80...0x1C88, 0xA640...0xA69F, 0x10400...0x1044F, 0x9...0xD, 0x2000...0x2010,
            ]
            guard let range = random.pick(ranges),
                let scalar = Unicode.Scalar(UInt32.random(in: range, using: &random))
            else { continue }
            text.append(scalar)
        }
        return String(text)
    }
}

/// Where the bytes of a text that is not small enough to be inline are stored.
private func storage(of text: String) -> Int? {
    let span = text.utf8Span.span
    return unsafe span.withUnsafeBytes { unsafe $0.baseAddress.map { Int(bitPattern: $0) } }
}
