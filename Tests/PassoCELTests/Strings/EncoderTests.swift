import Foundation
import PassoCEL
import PassoTesting
import Testing

@Suite struct EncoderTests {
    @Test(arguments: [
        ("aGVsbG8=", "hello"), ("aGVsbG8", "hello"), ("", ""), ("YQ==", "a"), ("YQ", "a"),
        ("YWI=", "ab"), ("YWJj", "abc"), ("aGVs\\nbG8=", "hello"), ("YR==", "a"),
    ])
    func `base64 is read with its padding or with none`(text: String, expected: String) {
        #expect(evaluate("base64.decode('\(text)') == b'\(expected)'") == true)
    }

    @Test(arguments: [
        "=", "a", "YQ=", "aGVsbG8==", "YWJj=", "YQ==YQ==", "a b", "-_-_", "aGVs*", "YQ==a", "é",
        "Y===",
    ])
    func `what is no base64 is an error`(text: String) {
        #expect(evaluate("base64.decode('\(text)')") == .error(.invalidArgument))
    }

    @Test func `bytes are written as they are read`() {
        var random = SeededRandom()
        for count in 0..<(TestEnvironment.isFull ? 2_000 : 100) {
            let bytes = (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &random) }
            let expected = Data(bytes).base64EncodedString()
            let variables: KeyValuePairs<String, CELValue> = ["b": .bytes(bytes)]
            #expect(evaluate("base64.encode(b)", variables) == .value(CELValue(expected)))
            #expect(evaluate("base64.decode(base64.encode(b)) == b", variables) == true)
        }
    }
}
