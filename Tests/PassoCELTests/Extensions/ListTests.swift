import PassoCEL
import PassoTesting
import Testing

/// The extension "Lists" as cel-go's documentation of extensions describes it.
@Suite struct ListTests {
    @Test(
        arguments: [
            ("[1,2,3,4].slice(1, 3)", [2, 3]), ("[1,2,3,4].slice(2, 4)", [3, 4]),
            ("[1].slice(1, 1)", []), ("[].slice(0, 0)", []),
            ("[1,[2,3],[4]].flatten()", [1, 2, 3, 4]),
            ("[1,[2,[3,4]]].flatten()", [1, 2, [3, 4]]),
            ("[1,2,[],[],[3,4]].flatten()", [1, 2, 3, 4]),
            ("[[1],[2]].flatten()", [1, 2]), ("[].flatten()", []),
            ("[1,[2,[3,[4]]]].flatten(2)", [1, 2, 3, [4]]),
            ("[1,[2]].flatten(0)", [1, [2]]),
            ("[1,[2,[3,[4]]]].flatten(9223372036854775807)", [1, 2, 3, 4]),
            ("lists.range(5)", [0, 1, 2, 3, 4]), ("lists.range(0)", []),
            ("[5, 3, 1, 2].reverse()", [2, 1, 3, 5]), ("[].reverse()", []),
            ("[1, 2, 2, 3, 3, 3].distinct()", [1, 2, 3]),
            ("['b', 'b', 'c', 'a', 'c'].distinct()", ["b", "c", "a"]),
            ("[1, 'b', 2, 'b'].distinct()", [1, "b", 2]),
            ("[1, 1u, 1.0, {}, {}, [0], [0.0]].distinct()", [1, [:], [0]]),
            ("[3, 2, 1].sort()", [1, 2, 3]), ("['b', 'c', 'a'].sort()", ["a", "b", "c"]),
            ("[true, false].sort()", [false, true]), ("[].sort()", []),
            ("[b'b', b'a'].sort() == [b'a', b'b'] ? [1] : []", [1]),
            (
                "[duration('2s'), duration('1s')].sort() == [duration('1s'), duration('2s')] ? [1] : []",
                [1]
            ),
            ("[timestamp(2), timestamp(1)].sort() == [timestamp(1), timestamp(2)] ? [1] : []", [1]),
        ] as [(String, CELValue)]
    )
    func `gives the list that the documentation promises`(text: String, expected: CELValue) {
        #expect(evaluate(text) == .value(expected))
        #expect(evaluate(text, isChecked: false) == .value(expected))
    }

    @Test(
        arguments: [
            ("[1].slice(-1, 1)", .indexOutOfRange), ("[1].slice(0, 2)", .indexOutOfRange),
            ("[1, 2].slice(2, 1)", .indexOutOfRange),
            ("[1,[2,[3,[4]]]].flatten(-1)", .invalidArgument),
            ("lists.range(-1)", .invalidArgument), ("lists.range(9223372036854775807)", .limit),
            ("[1, dyn('b')].sort()", .noMatchingOverload),
            ("[1, dyn(2.0)].sort()", .noMatchingOverload),
            ("[dyn([1, 2, 3])].sort()", .noMatchingOverload),
            ("[dyn(null)].sort()", .noMatchingOverload),
        ] as [(String, CELErrorCode)]
    )
    func `fails where an index, a depth or an element is wrong`(
        text: String,
        code: CELErrorCode
    ) {
        #expect(evaluate(text) == .error(code))
        #expect(evaluate(text, isChecked: false) == .error(code))
    }

    @Test(arguments: ["[[1, 2, 3]].sort()", "[1, 2].flatten()", "lists.range(1u)"])
    func `refuses lists of a known type that has no order or no lists in it`(text: String) {
        #expect(evaluate(text) == .problems([.noMatchingOverload]))
    }

    @Test(
        arguments: [
            ("[3, 1, 2].sortBy(x, x)", [1, 2, 3]), ("[3, 1, 2].sortBy(x, -x)", [3, 2, 1]),
            ("['ccc', 'a', 'bb', 'b'].sortBy(t, size(t))", ["a", "b", "bb", "ccc"]),
            (
                "[{'n': 'foo', 's': 0}, {'n': 'bar', 's': -10}].sortBy(e, e.s).map(e, e.n)",
                ["bar", "foo"]
            ),
            ("[].sortBy(x, x)", []),
            ("[[2, 1], [1]].sortBy(l, l.sortBy(x, x)[0] + size(l))", [[1], [2, 1]]),
        ] as [(String, CELValue)]
    )
    func `sorts by what an expression gives for each element`(text: String, expected: CELValue) {
        #expect(evaluate(text) == .value(expected))
        #expect(evaluate(text, isChecked: false) == .value(expected))
        let tree = CELParser.parse(text).0
        #expect(tree.map { CELParser.parse($0.description).0?.description } == tree?.description)
    }

    @Test func `sorts by keys of one type that has an order`() {
        #expect(evaluate("[1, 2].sortBy(x, [x])") == .problems([.unexpectedType]))
        #expect(evaluate("{1: 2}.sortBy(x, x)") == .problems([.unexpectedType]))
        #expect(evaluate("[1].sortBy(1, 1)") == .problems([.macroArgument]))
        let mixed = "[1, 2].sortBy(x, x == 1 ? dyn(x) : dyn('a'))"
        #expect(evaluate(mixed) == .error(.noMatchingOverload))
        #expect(evaluate("{1: 2}.sortBy(x, x)", isChecked: false) == .error(.noMatchingOverload))
        #expect(evaluate("[1, 0].sortBy(x, 1 / x)") == .error(.divideByZero))
    }

    @Test func `gives the first and the last element only where there is one`() {
        let none = CELValue.optional(.none)
        #expect(evaluate("[1, 2, 3].first()") == .value(.optional(CELOptional(1))))
        #expect(evaluate("[1, 2, 3].last()") == .value(.optional(CELOptional(3))))
        #expect(evaluate("[].first()") == .value(none))
        #expect(evaluate("[].last()") == .value(none))
    }

    @Test func `holds ranges and flattened lists to the limit of elements`() {
        var limits = CELLimits()
        limits.resultElements = 5
        #expect(evaluate("size(lists.range(5))", limits: limits) == 5)
        #expect(evaluate("size(lists.range(6))", limits: limits) == .error(.limit))
        let list: CELValue = [[1, 2], [3]]
        #expect(evaluate("size(x.flatten())", ["x": list], isChecked: false, limits: limits) == 3)
        let longer: CELValue = [[1, 2], [3, 4]]
        #expect(
            evaluate("size(x.flatten())", ["x": longer], isChecked: false, limits: limits)
                == .error(.limit)
        )
    }

    @Test func `goes through shared lists without elements in bounded time`() {
        var list: CELValue = []
        for _ in 0..<30 { list = .list(CELList(Array(repeating: list, count: 10))) }
        #expect(evaluate("x.flatten(99)", ["x": list], isChecked: false) == .error(.limit))
    }

    @Test func `sorts as the standard library does and keeps equal elements in order`() {
        var random = SeededRandom()
        print("sorting: \(random)")
        for _ in 0..<(TestEnvironment.isFull ? 2_000 : 200) {
            let numbers = (0..<Int.random(in: 0...40, using: &random)).map { _ in
                Int64.random(in: -20...20, using: &random)
            }
            let values = CELValue(numbers.map { .int($0) })
            let expected = CELValue(numbers.sorted().map { .int($0) })
            #expect(evaluate("x.sort()", ["x": values], isChecked: false) == .value(expected))
            let texts = numbers.map { String($0) }
            #expect(
                evaluate(
                    "x.sort()",
                    ["x": CELValue(texts.map { CELValue($0) })],
                    isChecked: false
                ) == .value(CELValue(texts.sorted().map { CELValue($0) }))
            )
        }
    }
}
