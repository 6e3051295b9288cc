import PassoMessages
import PassoTesting
import PassoText
import Testing

@testable import PassoCatalog

/// Keys as identifiers, and bounds in code points.
@Suite struct XLIFFIdentifierTests {
    @Test(arguments: [
        ("action.save", "action.save"), ("a_b-c.9", "a_b-c.9"), ("", "_x_"), (" ", "_x20_"),
        ("_x", "_x5F_x"), ("__x", "__x5F_x"), ("_x20_", "_x5F_x20_"), ("a:b", "a_x3A_b"),
        ("é", "_xE9_"), ("_é", "__xE9_"), ("😀", "_x1F600_"), ("x_", "x_"),
    ])
    func `each key has an identifier that gives it back`(key: String, identifier: String) {
        #expect(XLIFFIdentifier.encode(key) == identifier)
        #expect(XLIFFIdentifier.decode(identifier) == key)
    }

    @Test(arguments: ["_x", "_xE9", "_xD800_", "_x110000_", "_xG_", "a_x_x_", "_xFFFFFFFFFF_"])
    func `an identifier of others is read as something`(identifier: String) {
        let key = XLIFFIdentifier.decode(identifier)
        #expect(XLIFFIdentifier.decode(XLIFFIdentifier.encode(key)) == key)
    }

    @Test func `random keys have identifiers of their own`() {
        var random = RandomTable(SeededRandom(seed: TestEnvironment.seed))
        var known: [String: String] = [:]
        for _ in 0..<(TestEnvironment.isFull ? 100_000 : 2_000) {
            let key = random.word() + (random.random.oneIn(2) ? "_x" : "_") + random.word()
            let identifier = XLIFFIdentifier.encode(key)
            #expect(identifier.utf8.allSatisfy { $0 < 0x80 })
            let back = XLIFFIdentifier.decode(identifier)
            #expect(back.utf8.elementsEqual(key.utf8), "seed \(TestEnvironment.seed)")
            #expect(known[identifier].map { $0.utf8.elementsEqual(key.utf8) } ?? true)
            known[identifier] = key
        }
    }

    @Test func `the bound is the limit where every character is a code point`() {
        var unit = ExchangeUnit(key: "a", source: "Save", state: .new)
        #expect(unit.mostCodePoints(in: "da") == nil)
        unit.maximumLength = 20
        for locale in ["da", "pl", "pt-BR", "it", "ru", "el", "ja", "zh-Hant-TW"] {
            #expect(unit.mostCodePoints(in: locale) == 20, "\(locale)")
        }
        #expect(unit.mostCodePoints(in: "hi") == 80)
        unit.target = "Tallet er langt over grænsen"
        #expect(unit.mostCodePoints(in: "da") == 28)
    }

    @Test func `no shipped translation is longer than its bound, though many are than their limit`()
    {
        var longer = 0
        for document in ExchangeSamples.shipped {
            for unit in document.units {
                guard let limit = unit.maximumLength, let target = unit.target else { continue }
                var fresh = unit
                fresh.target = nil
                let bound = fresh.mostCodePoints(in: document.targetLocale) ?? 0
                #expect(target.unicodeScalars.count <= bound, "\(unit.key)")
                if target.unicodeScalars.count > limit { longer += 1 }
            }
        }
        #expect(longer > 20)
    }

    @Test(arguments: [Int.max, .min, 0, 1_000_000])
    func `an absurd limit has a bound, too`(limit: Int) {
        var unit = ExchangeUnit(key: "a", source: "{n, plural, other {#}}", state: .new)
        unit.maximumLength = limit
        #expect((unit.mostCodePoints(in: "xx-invalid-!") ?? 0) > 0)
    }
}
