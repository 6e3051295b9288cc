import PassoTesting
import Testing

@testable import PassoCatalog

@Suite struct XLSXCodecTests {
    @Test func `every bundle comes back as it left, and is written the same again`() throws {
        for document in ExchangeSamples.shipped {
            let bytes = XLSXCodec.write(document)
            #expect(bytes == XLSXCodec.write(document))
            try XLSXCodec.expect(document, in: bytes)
        }
    }

    @Test func `every text comes back as it was`() throws {
        let looksEscaped = [
            "_x0041_", "_x005F_x0041_", "_x00_", "_x_", "_xD83D__xDE00_", "__x0041_",
        ]
        try XLSXCodec.expectReturn(of: ExchangeSamples.naughty())
        try XLSXCodec.expectReturn(of: ExchangeSamples.document(looksEscaped))
    }
}
