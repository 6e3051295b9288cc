import PassoCEL
import Testing

@Suite struct CollectionTests {
    @Test func `keys of maps compare as numbers do`() {
        #expect(evaluate("{1: 'a', 2u: 'b'}[1u]") == "a")
        #expect(evaluate("{1: 'a', 2u: 'b'}[dyn(2.0)]") == "b")
        #expect(evaluate("{1: 'a'}[2]") == .error(.noSuchKey))
        #expect(evaluate("{1: 'a', 1u: 'b'}") == .error(.duplicateKey))
        #expect(evaluate("{1.5: 'a'}") == .error(.invalidArgument))
    }

    @Test func `large maps find their keys as small ones do`() {
        let entries = (0..<100).map { "\($0): \($0 * 2)" }.joined(separator: ", ")
        #expect(evaluate("{\(entries)}[dyn(77u)]") == 154)
        #expect(evaluate("100 in {\(entries)}") == false)
    }

    @Test func `an index beyond the ends of a list is an error`() {
        #expect(evaluate("[1, 2][1]") == 2)
        #expect(evaluate("[1, 2][2]") == .error(.indexOutOfRange))
        #expect(evaluate("[1, 2][-1]") == .error(.indexOutOfRange))
        #expect(evaluate("[1, 2][dyn(0.5)]") == .error(.invalidArgument))
    }

    @Test func `members are keys of maps`() {
        let person: CELValue = ["name": "Anna", "tags": ["a"]]
        #expect(evaluate("p.name == 'Anna' && has(p.tags) && !has(p.age)", ["p": person]) == true)
        #expect(evaluate("p.age", ["p": person]) == .error(.noSuchKey))
        #expect(evaluate("dyn(1).age") == .error(.noSuchMember))
        #expect(evaluate("p.`name`", ["p": person]) == "Anna")
    }

    @Test func `macros go through lists and the keys of maps`() {
        #expect(evaluate("[1, 2, 3].map(x, x * 2) == [2, 4, 6]") == true)
        #expect(evaluate("[1, 2, 3].map(x, x > 1, x * 2) == [4, 6]") == true)
        #expect(evaluate("{'a': 1, 'b': 2}.filter(k, k != 'a') == ['b']") == true)
        #expect(evaluate("[1, 2, 3].exists_one(x, x > 2)") == true)
        #expect(evaluate("[[1, 2], [3]].map(l, l.map(x, x + size(l))) == [[3, 4], [4]]") == true)
        #expect(evaluate("dyn(1).all(x, true)") == .error(.noMatchingOverload))
    }

    @Test func `strings are counted in code points and compared by them`() {
        #expect(evaluate("size('é') == 1 && size('e\\u0301') == 2 && size('🐱') == 1") == true)
        #expect(evaluate("'\\u00e9' == 'e\\u0301'") == false)
        #expect(
            evaluate("'a' < 'b' && 'Z' < 'a' && '' < 'a' && '\\uffff' < '\\U00010000'") == true
        )
        #expect(evaluate("'abc'.contains('') && 'aab'.contains('ab')") == true)
        #expect(evaluate("'abc'.startsWith('ab') && 'abc'.endsWith('bc')") == true)
        #expect(evaluate("'e\\u0301'.endsWith('\\u0301')") == true)
    }
}
