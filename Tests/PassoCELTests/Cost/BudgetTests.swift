import PassoCEL
import Testing

/// Expressions that try to take any time or memory end by the budget.
@Suite struct BudgetTests {
    private static func ends(
        _ text: String,
        _ variables: KeyValuePairs<String, CELValue> = [:],
        _ location: SourceLocation = #_sourceLocation
    ) throws {
        var limits = CELLimits()
        limits.cost = 500_000
        let costing = try #require(
            Costing(text, variables, limits: limits),
            "\(text)",
            sourceLocation: location
        )
        guard case .failure(let error) = costing.result else {
            Issue.record("\(text.prefix(80)) gives a value", sourceLocation: location)
            return
        }
        #expect(error.code == .limit, "\(text.prefix(80))", sourceLocation: location)
        #expect(!error.range.isEmpty, sourceLocation: location)
        #expect(costing.spent <= limits.cost + 1, sourceLocation: location)
        #expect(costing.spent <= costing.estimate.units, sourceLocation: location)
    }

    @Test func `an evaluation spends up to the budget and no more`() throws {
        var limits = CELLimits()
        let list: CELValue = [1, 2, 3, 4, 5]
        let full = try #require(Costing("l.all(x, x > 0)", ["l": list]))
        #expect(full.spent > 0)
        limits.cost = full.spent
        #expect(Costing("l.all(x, x > 0)", ["l": list], limits: limits)?.isOverspent == false)
        // A node is charged when the next step looks at the budget, so one step less ends it.
        limits.cost = full.spent - 2
        #expect(Costing("l.all(x, x > 0)", ["l": list], limits: limits)?.isOverspent == true)
    }

    @Test func `nested macros`() throws {
        let list = CELValue((0..<100).map { CELValue($0) })
        try Self.ends(
            "l.all(a, l.all(b, l.all(c, l.all(d, a + b + c + d >= 0))))",
            ["l": list]
        )
        try Self.ends("l.map(a, l.map(b, l.map(c, l.map(d, a)))).size()", ["l": list])
    }

    @Test func `towers of macros over two elements`() throws {
        let tower = (0..<60).reduce("l") { text, depth in "l.map(x\(depth), \(text))" }
        try Self.ends(tower, ["l": [0, 1]])
        let constant = (0..<60).reduce("1") { text, _ in "[0, 1].map(x, \(text))" }
        try Self.ends(constant)
    }

    @Test func `texts that double`() throws {
        let tower = (0..<60).reduce("s") { text, _ in "[\(text)].map(x, x + x)[0]" }
        try Self.ends(tower, ["s": "ab"])
    }

    @Test func `lists that double`() throws {
        let tower = (0..<60).reduce("l") { text, _ in "[\(text)].map(x, x + x)[0]" }
        try Self.ends(tower, ["l": [1]])
    }

    @Test func `values that share their parts weigh what they seem, not what they take`() throws {
        let tower = (0..<60).reduce("l") { text, _ in "[\(text)].map(x, [x, x])[0]" }
        try Self.ends("(\(tower)) == (\(tower))", ["l": [1]])
        try Self.ends("dyn({'a': 1})[\(tower)]", ["l": [1]])
        try Self.ends("dyn(\(tower)) in {1: 2}", ["l": [1]])
    }

    @Test func `many texts of the largest size`() throws {
        let large = CELValue(String(repeating: "x", count: 500_000))
        let list = CELValue((0..<1_000).map { CELValue($0) })
        try Self.ends("l.map(x, s + s).size()", ["l": list, "s": large])
        try Self.ends("l.all(x, (s + s).contains('y') == false)", ["l": list, "s": large])
    }

    @Test
    func `regular expressions that backtrack elsewhere are linear, and long ones are counted`()
        throws
    {
        let text = CELValue(String(repeating: "a", count: 100_000))
        let costing = try #require(Costing("s.matches('(a*)*b')", ["s": text]))
        guard case .success(false) = costing.result else {
            Issue.record("\(costing.result)")
            return
        }
        #expect(costing.spent < 1_000_000)
        try Self.ends("s.matches('(a{20}){20}[ab]{500}b')", ["s": text])
        try Self.ends("s.matches(p)", ["s": text, "p": "(a{20}){20}[ab]{500}b"])
    }

    @Test func `the budget is for the whole evaluation and nothing absorbs its end`() throws {
        var limits = CELLimits()
        limits.cost = 100
        let list = CELValue((0..<100).map { CELValue($0) })
        for text in [
            "l.all(x, x >= 0) || true", "true || l.all(x, x >= 0)",
            "l.exists(x, l.all(y, y >= 0)) || true", "l.all(x, x >= 0) ? true : true",
        ] {
            let costing = try #require(Costing(text, ["l": list], limits: limits))
            #expect(costing.isOverspent != text.hasPrefix("true"), "\(text)")
        }
    }

    @Test func `a condition of many costly parts has one budget for all`() throws {
        var limits = CELLimits()
        limits.cost = 5_000
        let list = CELValue((0..<100).map { CELValue($0) })
        var environment = CELEnvironment(limits: limits)
        environment.declare("l", .list(.int), at: CELSlot(.data, 0))
        let part = "l.all(x, x >= 0)"
        for (count, isOver) in [(5, false), (50, true)] {
            let text = Array(repeating: part, count: count).joined(separator: " && ")
            let tree = try #require(CELParser.parse(text).0)
            let checked = try #require(CELChecker.check(tree, in: environment).0)
            let outcome = CELProgram(checked, environment).test(data: [list])
            if case .error(let error) = outcome {
                #expect(isOver && error.code == .limit)
            } else {
                #expect(!isOver && outcome == .true)
            }
        }
    }

    @Test func `a large value is named in an error, not written`() throws {
        let list = CELValue((0..<100_000).map { CELValue($0) })
        let costing = try #require(Costing("dyn({'a': 1})[l]", ["l": list]))
        guard case .failure(let error) = costing.result else {
            Issue.record("no error")
            return
        }
        #expect(error.arguments.allSatisfy { $0.value.utf8.count < 200 })
    }
}
