import PassoMessages
import PassoTesting
import Testing

@Suite struct PatternFuzzTests {
    static let runs = TestEnvironment.isFull ? 200_000 : 4_000

    static let pieces = [
        "{", "}", "'", "''", "#", ",", " ", "n", "x", "{n", "{x}", "{n,plural,", "other{", "one {",
        "=1{", "=-1.5e3 {", "offset:1 ", "{s, select, a {", "other {}", "{n, number", ", integer}",
        "{t, date, short}", "}}", "text", "ż", "😀", "\u{200E}", "\u{85}", "0", "12", "{0}", "01",
        "offset:", "=", "∞", "::", "'{'", "selectordinal", "{n, selectordinal, few {", "|", "<b>",
    ]

    /// Refusals that are ICU's and not a matter of syntax, or the other way round: see
    /// ``MessageProblemID/isSyntax``.
    @Test func `takes and refuses random patterns as ICU does`() {
        var random = SeededRandom()
        for _ in 0..<Self.runs {
            let pattern = Self.randomPattern(&random)
            let (_, problems) = Message.parse(pattern)
            let isRefused = problems.contains { $0.id.isSyntax }
            let isOutside = problems.contains {
                $0.id == .unknownType || $0.id == .unknownStyle || $0.id == .tooLarge
            }
            if isOutside && !isRefused { continue }
            #expect(
                isRefused == !Oracle.accepts(pattern),
                "\(pattern.debugDescription) \(problems) \(Oracle.status(pattern)) \(random)"
            )
        }
    }

    @Test func `reports problems that lie inside of the pattern`() {
        var random = SeededRandom()
        for _ in 0..<Self.runs {
            let pattern = Self.randomPattern(&random)
            let (message, problems) = Message.parse(pattern)
            let whole = 0...pattern.utf8.count
            for range in problems.map(\.range) + message.parameters.map(\.range) {
                #expect(whole.contains(range.lowerBound) && whole.contains(range.upperBound))
            }
        }
    }

    @Test func `formats random patterns as ICU does`() {
        var random = SeededRandom()
        for _ in 0..<Self.runs {
            let pattern = Self.randomPattern(&random)
            let number = Int64.random(in: -3...30, using: &random)
            let arguments: KeyValuePairs<String, MessageArgument> = [
                "n": .int(number), "x": "X", "s": "a", "0": "null", "12": "dozen",
                "t": .instant(millisecondsSince1970: 0),
            ]
            let ours = OneMessage.format(pattern, arguments, in: "pl")
            guard case .text(let text) = Oracle.format(pattern, arguments, in: "pl"),
                Message.parse(pattern).1.allSatisfy({ $0.id != .unknownStyle }),
                ours.problems.isEmpty
            else { continue }
            #expect(ours.text == text, "\(pattern.debugDescription) \(number) \(random)")
        }
    }

    static func randomPattern(_ random: inout SeededRandom) -> String {
        let count = Int.random(in: 1...14, using: &random)
        return (0..<count).map { _ in random.pick(pieces) ?? "" }.joined()
    }
}
