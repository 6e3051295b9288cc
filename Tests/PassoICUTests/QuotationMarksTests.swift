import PassoICU
import Testing

@Suite struct QuotationMarksTests {
    @Test(arguments: [
        ("en", "“”‘’"), ("da", "“”‘’"), ("pl", "„”«»"), ("pt", "“”‘’"), ("it", "«»“”"),
        ("pt-PT", "«»“”"), ("de", "„“‚‘"),
    ])
    func `are those of CLDR`(locale: String, expected: String) throws {
        let marks = try QuotationMarks(locale: locale)
        let all = [marks.opening, marks.closing, marks.innerOpening, marks.innerClosing]
        #expect(all.joined() == expected)
    }

    @Test func `are refused for what is no locale`() {
        #expect(throws: ICUError.self) { try QuotationMarks(locale: "e\0n") }
    }
}
