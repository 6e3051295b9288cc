import PassoCatalog
import PassoDiagnostics
import PassoTesting
import Testing

/// What leaves as XLIFF comes back as it was.
@Suite struct XLIFFRoundTripTests {
    @Test(arguments: XLIFFSamples.Format.allCases)
    func `every bundle in every language comes back as it left`(format: XLIFFSamples.Format) throws
    {
        #expect(ExchangeSamples.shipped.count == 12)
        for document in ExchangeSamples.shipped {
            let file = try format.file(document)
            let (returned, diagnostics) = format.read(file)
            #expect(diagnostics.map(\.id.rawValue).isEmpty)
            let loss = ExchangeSamples.loss(of: document, in: returned)
            #expect(loss == nil, "\(document.bundle) \(document.targetLocale)")
        }
    }

    @Test(arguments: XLIFFSamples.Format.allCases)
    func `no text is too naughty`(format: XLIFFSamples.Format) throws {
        // Keys that XML cannot hold are another test's.
        let all = try ExchangeSamples.naughty { format == .xliff1 && !Self.isXML($0) }
        #expect(all.units.count > 60)
        let (returned, diagnostics) = format.read(try format.file(all))
        #expect(diagnostics.map(\.id.rawValue).isEmpty)
        #expect(ExchangeSamples.loss(of: all, in: returned) == nil)
    }

    static func isXML(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value >= 0x20 && scalar.value != 0xFFFE && scalar.value != 0xFFFF
            || [0x9, 0xA, 0xD].contains(scalar.value)
    }

    @Test(arguments: XLIFFSamples.Format.allCases)
    func `random texts and keys come back as they left`(format: XLIFFSamples.Format) throws {
        var random = RandomTable(SeededRandom(seed: TestEnvironment.seed))
        for round in 0..<(TestEnvironment.isFull ? 300 : 20) {
            var document = ExchangeSamples.document((0..<30).map { _ in random.word() })
            for index in document.units.indices where index.isMultiple(of: 3) {
                document.units[index].maximumLength = index
            }
            if format == .xliff1 {
                document.units.removeAll { !$0.key.unicodeScalars.allSatisfy(Self.isXML) }
            }
            let (returned, _) = format.read(try format.file(document))
            let loss = ExchangeSamples.loss(of: document, in: returned)
            #expect(loss == nil, "seed \(TestEnvironment.seed), round \(round)")
        }
    }

    @Test(arguments: XLIFFSamples.Format.allCases)
    func `the same document gives the same bytes, and an empty one a file`(
        format: XLIFFSamples.Format
    ) throws {
        var document = XLIFFSamples.small
        #expect(try format.codec.write(document) == format.codec.write(document))
        document.units = []
        let (returned, diagnostics) = format.read(try format.file(document))
        #expect(diagnostics.map(\.id.rawValue).isEmpty)
        #expect(ExchangeSamples.loss(of: document, in: returned) == nil)
    }

    @Test func `a key that XML cannot hold is refused in XLIFF 1 and has a name in XLIFF 2`() throws
    {
        var document = XLIFFSamples.small
        document.units[1].key = "bell\u{7}"
        #expect(throws: ExchangeWriteError(key: "bell\u{7}", character: "\u{7}")) {
            try XLIFF1Codec.write(document)
        }
        let format = XLIFFSamples.Format.xliff2
        let (returned, _) = format.read(try format.file(document))
        #expect(ExchangeSamples.loss(of: document, in: returned) == nil)
    }

    @Test(arguments: XLIFFSamples.Format.allCases)
    func `golden files show what a translator gets`(format: XLIFFSamples.Format) throws {
        let text = String(decoding: try format.codec.write(XLIFFSamples.small), as: UTF8.self)
        #expect(goldenDifference(text, "small.\(format).xlf") == nil)
    }
}
