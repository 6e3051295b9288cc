import PassoDefinition
import PassoDiagnostics
import PassoTesting
import Testing

/// Texts that nobody writes by mistake.
@Suite struct HostileTextTests {
    /// Past every limit on long runs, and enough to show what is quadratic on the others.
    private static let size = TestEnvironment.isFull ? 30_000 : 4_000

    static let texts: [(name: String, text: String)] = [
        ("brackets", String(repeating: "[", count: 10_000)),
        ("braces", String(repeating: "{a: ", count: 10_000)),
        ("aliases", bomb(key: false)),
        ("aliases in keys", bomb(key: true)),
        ("keys", "passo: 1\n" + (0..<size).map { "k\($0): 1\n" }.joined()),
        ("states", many("states:\n") { "  s\($0): {}\n" }),
        (
            "eventless",
            many("initial: s0\nstates:\n") { "  s\($0): { eventless: { to: s\($0 + 1) } }\n" }
        ),
        (
            "transitions",
            "passo: 1\nworkflow: a\nversion: 1\nevents: { e: {} }\nstates:\n  s:\n    on:\n      e:\n"
                + (0..<size).map { "        - { if: \"\($0) > 1\" }\n" }.joined()
        ),
        (
            "unknown states",
            "passo: 1\nworkflow: a\nversion: 1\nevents: { e: {} }\nstates:\n  s:\n    on:\n      e:\n"
                + (0..<size).map { "        - { to: t\($0) }\n" }.joined()
        ),
        (
            "parentheses",
            "passo: 1\nworkflow: a\nversion: 1\nstates: { s: { eventless: { if: \"\(String(repeating: "(", count: 50_000))\" } } }\n"
        ),
        (
            "types",
            "passo: 1\nworkflow: a\nversion: 1\nstates: { s: {} }\ndata: { a: \"\(String(repeating: "list(", count: 50_000))\" }\n"
        ),
        (
            "durations",
            "passo: 1\nworkflow: a\nversion: 1\nconstants: { a: \(String(repeating: "1h", count: 100_000)) }\nstates: { s: {} }\n"
        ),
    ]

    private static func many(_ start: String, _ line: (Int) -> String) -> String {
        "passo: 1\nworkflow: a\nversion: 1\n" + start + (0..<size).map(line).joined()
    }

    private static func bomb(key: Bool) -> String {
        var text = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
        for level in 1...20 {
            let previous = Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ")
            text += "a\(level): &a\(level) [\(previous)]\n"
        }
        return text + (key ? "? *a20\n: 1\n" : "b: *a20\n")
    }

    @Test(arguments: texts.indices)
    func `ends in a diagnostic, soon`(index: Int) throws {
        let (name, text) = Self.texts[index]
        let clock = ContinuousClock()
        var result: DefinitionResult?
        let time = clock.measure {
            result = DefinitionCompiler.compile(
                SourceText(name: "hostile.yaml", text),
                strings: nil
            )
        }
        let found = try #require(result)
        #expect(!found.diagnostics.isEmpty, "\(name)")
        #expect(found.diagnostics.count <= 201, "\(name)")
        // A debug build takes some ten times what a release build takes.
        #expect(time < .seconds(30), "\(name) took \(time)")
    }

    @Test func `random damage to a definition never does more than be reported`() {
        var random = SeededRandom()
        let bytes = Array(Lamp.text.utf8)
        for _ in 0..<(TestEnvironment.isFull ? 2_000 : 60) {
            var damaged = bytes
            for _ in 0..<Int.random(in: 1...8, using: &random) {
                let place = Int.random(in: 0..<damaged.count, using: &random)
                switch Int.random(in: 0..<4, using: &random) {
                case 0: damaged[place] = UInt8.random(in: 0 ... .max, using: &random)
                case 1: damaged.remove(at: place)
                case 2: damaged.insert(contentsOf: "{[:'\"&*".utf8, at: place)
                default: damaged.removeSubrange(place..<min(damaged.count, place + 40))
                }
            }
            let result = DefinitionCompiler.compile(
                SourceText(name: "damaged.yaml", utf8: damaged),
                strings: TestStrings.bundle
            )
            #expect((result.definition == nil) == result.hasErrors, "\(random)")
        }
    }
}
