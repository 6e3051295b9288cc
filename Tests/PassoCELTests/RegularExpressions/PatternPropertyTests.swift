import PassoCEL
import PassoTesting
import Testing

@Suite struct PatternPropertyTests {
    private static let pieces = [
        "a", "b", "©", "α", ".", "^", "$", "|", "(", ")", "(?:", "[", "]", "[ab]", "[^a]", "*", "+",
        "?", "{2}", "{1,3}", "{", "\\b", "\\w", "\\D", "\\", "(?i)", "*?",
    ]

    @Test func `any pattern over any text ends in a value or an error`() {
        var random = SeededRandom()
        var patterns = 0
        for _ in 0..<(TestEnvironment.isFull ? 20_000 : 500) {
            let pattern = (0..<Int.random(in: 0...6, using: &random)).map { _ in
                Self.pieces[Int.random(in: 0..<Self.pieces.count, using: &random)]
            }
            let text = CELValue(scalars: RandomText.next(&random, upTo: 10))
            let variables: KeyValuePairs<String, CELValue> = [
                "t": text, "p": CELValue(pattern.joined()),
            ]
            let constant = evaluate("t.matches(r'\(pattern.joined())')", ["t": text])
            let value = evaluate("t.matches(p)", variables)
            // What ends in a backslash is no raw string.
            if pattern.last != "\\" {
                #expect(constant == value, "\(random): \(pattern) on \(text)")
            }
            guard value != .error(.invalidPattern) else { continue }
            patterns += 1
            let same = evaluate("regex.replace(t, p, r'\\0') == t", variables)
            #expect(same == true, "\(random): \(pattern) on \(text)")
            let found = evaluate("(regex.replace(t, p, '<>', 1) != t) == t.matches(p)", variables)
            #expect(found == true, "\(random): \(pattern) on \(text)")
        }
        #expect(patterns > 100)
    }
}
