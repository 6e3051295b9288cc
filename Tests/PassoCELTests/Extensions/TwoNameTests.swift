import PassoCEL
import Testing

@Suite struct TwoNameTests {
    @Test(arguments: [
        "[1, 2, 3].all(i, v, i < v)", "{'a': 'b'}.exists(k, v, k < v)",
        "[5, 6].existsOne(i, v, i == 1)", "[5, 6].exists_one(i, v, v == 6)",
        "[5, 6].existsOne(v, v == 6)",
        "[1, 2, 3].transformList(i, v, i * v + v) == [1, 4, 9]",
        "[1, 2, 3].transformList(i, v, i % 2 == 0, i * v + v) == [1, 9]",
        "{'a': 1}.transformList(k, v, k) == ['a']",
        "[1, 2, 3].transformMap(i, v, i % 2 == 0, i * v + v) == {0: 1, 2: 9}",
        "{'greeting': 'hello'}.transformMap(k, v, v + '!') == {'greeting': 'hello!'}",
        "{'greeting': 'hello'}.transformMapEntry(k, v, {v: k}) == {'hello': 'greeting'}",
        "[1, 2, 3].transformMapEntry(i, v, i > 0, {v: i}) == {2: 1, 3: 2}",
        "[1].transformMapEntry(i, v, {'a': i, 'b': v}) == {'a': 0, 'b': 1}",
        "{'h': ['hello', 'hi']}.all(k, vs, vs.all(v, v.startsWith(k)))",
        "[[1, 2], [3]].transformList(i, l, l.transformList(j, v, i * 10 + j)) == [[0, 1], [10]]",
    ])
    func `two names go through indices and elements, keys and values`(text: String) {
        #expect(evaluate(text) == true)
        #expect(evaluate(text, isChecked: false) == true)
    }

    @Test(arguments: [
        ("{'a': 1, 'b': 1}.transformMapEntry(k, v, {v: k})", CELErrorCode.duplicateKey),
        ("[1].transformMapEntry(i, v, dyn(v))", .noMatchingOverload),
        ("[1.5].transformMapEntry(i, v, {dyn(v): i})", .invalidArgument),
        ("[2, 0].transformMap(i, v, 1 / v)", .divideByZero),
        ("dyn(1).transformList(i, v, v)", .noMatchingOverload),
    ])
    func `what gives no list or map is an error`(text: String, code: CELErrorCode) {
        #expect(evaluate(text) == .error(code))
    }

    @Test(arguments: [
        ("[''].transformList(i, v, i)", "list(int)"),
        ("[''].transformMap(i, v, v)", "map(int, string)"),
        ("{'a': 1}.transformMap(k, v, v > 0)", "map(string, bool)"),
        ("{'a': 1}.transformMapEntry(k, v, {v: k})", "map(int, string)"),
        ("{'a': 1}.existsOne(k, v, true)", "bool"),
    ])
    func `deduces what comes out`(text: String, type: String) throws {
        let tree = try #require(CELParser.parse(text).0)
        #expect(CELChecker.check(tree, in: CELEnvironment()).0?.type.description == type)
    }

    @Test func `both names must differ`() {
        #expect(evaluate("[1].all(x, x, true)") == .problems([.macroArgument]))
        #expect(evaluate("[1].all(x, 1, true)") == .problems([.macroArgument]))
    }

    @Test func `a map is built up to the limit and no more`() {
        var limits = CELLimits()
        limits.resultElements = 2
        let text = "size(l.transformMap(i, v, v))"
        #expect(evaluate(text, ["l": [1, 2]], limits: limits) == 2)
        #expect(evaluate(text, ["l": [1, 2, 3]], limits: limits) == .error(.limit))
    }
}
