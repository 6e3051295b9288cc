import PassoCatalog
import PassoDiagnostics
import PassoTesting
import PassoText
import Testing

/// What every reader and writer of translators' files is asked.
extension ExchangeCodec {
    /// Reads a text, in which nothing is wrong beside single messages.
    static func returned(_ text: String) throws -> ReturnedDocument {
        let (returned, diagnostics) = read(SourceText(name: "da", text), limits: .standard)
        #expect(diagnostics.isEmpty)
        return try #require(returned)
    }

    /// The mistakes of a text as a whole.
    static func mistakes(_ text: String, limits: ExchangeLimits = .standard) -> [Diagnostic] {
        read(SourceText(name: "da", text), limits: limits).1
    }

    /// Expects that a document comes back as it left.
    static func expectReturn(of document: ExchangeDocument, _ comment: Comment? = nil) throws {
        try expect(document, in: try write(document), comment)
    }

    /// Expects that a file has all that a document has.
    static func expect(
        _ document: ExchangeDocument,
        in bytes: [UInt8],
        _ comment: Comment? = nil
    ) throws {
        let source = SourceText(name: "da", utf8: bytes)
        let (returned, diagnostics) = read(source, limits: .standard)
        #expect(diagnostics.isEmpty, comment)
        #expect(ExchangeSamples.loss(of: document, in: returned) == nil, comment)
    }

    /// Expects of a text with one broken message and a sound one behind it, whose key is `z`, that the
    /// first says what is wrong, once of it at the mark 1, and that the other is read.
    static func expectBroken(_ marked: MarkedText, _ ids: [String]) throws {
        let returned = try returned(marked.text)
        #expect(returned.units.count == 2)
        let mistakes = returned.units.first?.mistakes ?? []
        #expect(mistakes.map(\.id.rawValue) == ids)
        #expect(mistakes.map(\.range.lowerBound).contains(marked[1]))
        #expect(returned.units.last?.key == "z" && returned.units.last?.mistakes.isEmpty == true)
        #expect(returned.units.last?.target?.text == "y")
    }

    /// Expects of a text that is broken as a whole that it says so, first at the mark 1.
    static func expectRefused(_ marked: MarkedText, _ ids: [String]) {
        let mistakes = mistakes(marked.text)
        #expect(mistakes.map(\.id.rawValue) == ids)
        #expect(mistakes.first?.range.lowerBound == marked[1])
    }

    /// Expects of a file with random damages that what is wrong lies in it, and that it is not refused
    /// without a word.
    static func expectPlaces(in text: String, damagedBy marks: String) {
        var random = SeededRandom()
        for _ in 0..<(TestEnvironment.isFull ? 50_000 : 1_000) {
            var bytes = Array(text.utf8.prefix(Int.random(in: 0...text.utf8.count, using: &random)))
            for _ in 0..<Int.random(in: 0...8, using: &random) where !bytes.isEmpty {
                let place = Int.random(in: bytes.indices, using: &random)
                bytes[place] = random.pick(Array(marks.utf8)) ?? 0
            }
            let source = SourceText(name: "da", utf8: bytes)
            let (returned, diagnostics) = read(source, limits: .standard)
            let all = diagnostics + (returned?.units.flatMap(\.mistakes) ?? [])
            #expect(all.allSatisfy { $0.range.upperBound <= bytes.count }, "\(random)")
            #expect(returned != nil || !diagnostics.isEmpty, "\(random)")
        }
    }
}
