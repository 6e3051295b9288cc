import PassoDiagnostics
import PassoTesting
import Testing

@testable import passo_keys

@Suite struct BrokenTableTests {
    @Test func `a table with any bytes gives code or mistakes, and no crash`() {
        let template = Array(Everything.template.utf8)
        var random = SeededRandom()
        for _ in 0..<(TestEnvironment.isFull ? 20_000 : 300) {
            var bytes = template
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                let place = Int.random(in: bytes.indices, using: &random)
                switch Int.random(in: 0..<4, using: &random) {
                case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
                case 1: bytes[place] = Self.syntax.randomElement(using: &random) ?? 0
                case 2: bytes.remove(at: place)
                default: bytes.removeSubrange(place...)
                }
                if bytes.isEmpty { break }
            }
            var bundle = BundleTables(name: "every-thing")
            bundle.add(SourceText(name: "en.arb", utf8: bytes))
            let text = bundle.generate(importing: "PassoMessages")
            #expect(
                (text == nil) == !bundle.diagnostics.isEmpty,
                "\(random): \(String(decoding: bytes, as: UTF8.self))"
            )
        }
    }

    private static let syntax = Array(#"{}[]",:\'#0u@"#.utf8)
}
