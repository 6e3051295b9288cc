import PassoTesting
import Testing

@testable import PassoICU

private let breakTests = PublishedData.lines(
    "GraphemeBreakTest-15.0.0.txt",
    debian: "auxiliary/GraphemeBreakTest.txt"
)

@Suite(.enabled(if: breakTests != nil, "GraphemeBreakTest.txt is not installed"))
struct GraphemeBreakTests {
    @Test func `counts every case of GraphemeBreakTest`() {
        let cases = breakTests ?? []
        #expect(cases.count == 602)
        for line in cases {
            let marks = line.split(separator: "#")[0]
            let text = text(ofHex: marks.replacing("÷", with: "").replacing("×", with: ""))
            let clusters = marks.split(separator: "÷")
                .map { PassoICUTests.text(ofHex: $0.replacing("×", with: "")) }
                .filter { !$0.unicodeScalars.isEmpty }
            let count = TextCount(of: text)
            #expect(count.characters == clusters.count, "\(line)")
            #expect(TextCount.characters(in: text) == clusters.count, "\(line)")
            #expect(count.heaviestBytes == clusters.map(\.utf8.count).max(), "\(line)")
            #expect(count.codePoints == text.unicodeScalars.count)
            #expect(ClusterCounter.countByICU(text.utf8Span.span).characters == clusters.count)
        }
    }
}
