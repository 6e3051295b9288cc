import PassoTesting
import Testing

@testable import PassoICU

private let cases = PublishedData.lines(
    "NormalizationTest-15.0.0.txt",
    debian: "NormalizationTest.txt"
)

@Suite(.enabled(if: cases != nil, "NormalizationTest.txt is not installed"))
struct NormalizationTests {
    @Test func `holds the invariants of NormalizationTest for NFC`() {
        var listed: Set<Unicode.Scalar> = []
        var isPartOne = false
        var count = 0
        for line in cases ?? [] {
            if line.hasPrefix("@") {
                isPartOne = line.hasPrefix("@Part1")
                continue
            }
            let columns = line.split(separator: ";").prefix(5).map(text(ofHex:))
            count += 1
            for column in columns[0..<3] { expectNFC(column, is: columns[1]) }
            for column in columns[3..<5] { expectNFC(column, is: columns[3]) }
            if isPartOne { listed.formUnion(columns[0].unicodeScalars) }
        }
        #expect(count == 19_074)
        expectUnchanged(except: listed)
    }

    private func expectNFC(_ text: String, is form: String) {
        let normalized = TextFold.nfc(text)
        if !normalized.utf8.elementsEqual(form.utf8) {
            Issue.record("\(hex(text)) gives \(hex(normalized)), not \(hex(form))")
        }
    }

    private func expectUnchanged(except listed: Set<Unicode.Scalar>) {
        for scalar in (UInt32(0)...0x10FFFF).lazy.compactMap(Unicode.Scalar.init)
        where !listed.contains(scalar) {
            let text = String(Character(scalar))
            expectNFC(text, is: text)
        }
    }
}
