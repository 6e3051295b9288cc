import Foundation
import PassoDiagnostics
import PassoMessages
import PassoTesting
import Testing

@Suite struct HostileInputTests {
    static let naughtyStrings: [String] = {
        guard let file = TestEnvironment.conformance("blns/blns.json"),
            let data = FileManager.default.contents(atPath: file.path())
        else { return [] }
        return (try? JSONDecoder().decode([String].self, from: data)) ?? []
    }()

    @Test(.enabled(if: !naughtyStrings.isEmpty, "no naughty strings beside the package"))
    func `passes naughty strings through unchanged`() {
        for string in Self.naughtyStrings {
            let text = OneMessage.format("“{x}”", ["x": .string(string)], in: "pl")
            #expect(Array(text.text.utf8) == Array("“\(string)”".utf8))
            #expect(text.problems.isEmpty)
        }
    }

    @Test(.enabled(if: !naughtyStrings.isEmpty, "no naughty strings beside the package"))
    func `reads naughty strings as patterns, keys and locales without harm`() {
        for string in Self.naughtyStrings {
            let table = StringTable(
                locale: "en",
                entries: [StringEntry(key: string, pattern: string)]
            )
            let bundle = StringBundle(name: "t", tables: [table])
            let text = bundle.text(string, ["x": 1], in: string, timeZone: string)
            #expect(text.locale == "en")
        }
    }

    @Test func `reads damaged tables without harm`() {
        var random = SeededRandom()
        let table = Array(
            #"""
            { "@@locale": "en", "@@x": [1, {"a": null}], "tag": "{n, plural, one {# 😀} other {#}}",
              "@tag": { "description": "d\u00e9", "placeholders": { "n": { "type": "int" } },
              "x-maxLength": 40 }, "b": "'{'\n{t, date, ::yMd}" }
            """#.utf8
        )
        for _ in 0..<(TestEnvironment.isFull ? 50_000 : 1_000) {
            var bytes = table
            for _ in 0..<Int.random(in: 1...6, using: &random) {
                let place = Int.random(in: 0..<bytes.count, using: &random)
                switch Int.random(in: 0..<3, using: &random) {
                case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
                case 1: bytes.remove(at: place)
                default: bytes.insert(random.pick(table) ?? 0, at: place)
                }
            }
            let source = SourceText(name: "damaged.arb", utf8: bytes)
            let (read, diagnostics) = StringTable.read(arb: source)
            for diagnostic in diagnostics {
                #expect(diagnostic.range.upperBound <= bytes.count, "\(random)")
            }
            guard let read else { continue }
            let bundle = StringBundle(name: "t", tables: [read])
            for key in read.keys { _ = bundle.text(key, ["n": 1], in: "en") }
        }
    }
}
