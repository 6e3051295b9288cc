import PassoCEL
import Testing

@Suite struct LimitTests {
    @Test func `macros take steps up to the limit and no more`() {
        var limits = CELLimits()
        limits.cost = 17
        let list: CELValue = [1, 2, 3, 4, 5]
        #expect(evaluate("l.all(x, x > 0)", ["l": list], limits: limits) == true)
        #expect(
            evaluate("l.all(x, x > 0) && l.exists(x, x > 0)", ["l": list], limits: limits)
                == .error(.limit)
        )
    }

    @Test func `nothing absorbs the end of the budget`() {
        var limits = CELLimits()
        limits.cost = 5
        #expect(
            evaluate("l.all(x, x > 0) || true", ["l": [1, 2, 3]], limits: limits)
                == .error(.limit)
        )
    }

    @Test func `results grow up to the limit and no more`() {
        var limits = CELLimits()
        limits.resultBytes = 4
        #expect(evaluate("a + a", ["a": "ab"], limits: limits) == "abab")
        #expect(evaluate("a + a", ["a": "abc"], limits: limits) == .error(.limit))
        limits.resultElements = 2
        #expect(evaluate("size(a + a)", ["a": [1]], limits: limits) == 2)
        #expect(evaluate("size(a + a)", ["a": [1, 2]], limits: limits) == .error(.limit))
        #expect(evaluate("size(a.map(x, x))", ["a": [1, 2]], limits: limits) == 2)
        #expect(evaluate("a.map(x, x)", ["a": [1, 2, 3]], limits: limits) == .error(.limit))
    }

    @Test func `towers of macros end by the budget`() {
        let inner = (0..<40).reduce("x0") { text, depth in "l.map(x\(depth), \(text))" }
        let list = CELValue((0..<10).map { CELValue($0) })
        #expect(evaluate("size(\(inner))", ["l": list]) == .error(.limit))
    }

    @Test func `values of any depth are compared, written and released`() throws {
        var value: CELValue = 1
        for _ in 0..<(CELLimits.valueDepth - 1) { value = [value] }
        #expect(evaluate("size([v])", ["v": value]) == 1)
        #expect(evaluate("size([[v]])", ["v": value]) == .error(.limit))
        #expect(evaluate("v == v && v in [v]", ["v": value]) == true)
        #expect(value.description.count == 2 * CELLimits.valueDepth - 1)
    }

    @Test(arguments: ["-", "!", "[", "f("])
    func `the deepest tree that is accepted runs`(opening: String) {
        let depth = CELLimits().nesting - 1
        let closing = ["[": "]", "f(": ")"][opening] ?? ""
        let text =
            String(repeating: opening, count: depth) + "x"
            + String(repeating: closing, count: depth)
        let same = CELFunction("f", CELOverload("same", .dyn, .dyn) { (value: CELValue) in value })
        let result = evaluate(text, ["x": 1], isChecked: false, functions: [same])
        #expect(result == (opening == "!" ? .error(.noMatchingOverload) : result))
        if case .problems(let codes) = result { Issue.record("\(codes)") }
        let (tree, _) = CELParser.parse(text)
        #expect(tree == tree.flatMap { CELParser.parse($0.description).0 })
    }
}
