import PassoCEL
import PassoTesting
import Testing

/// Expressions that would take forever or all memory: each ends soon, by a limit where it must.
@Suite struct StressTests {
    /// How long one of them may take, also on a busy machine without optimization.
    static let patience = Duration.seconds(20)

    /// The default limits, or a tenth of the budget where tests are to take seconds.
    private static let limits: CELLimits = {
        var limits = CELLimits()
        if !TestEnvironment.isFull { limits.cost /= 10 }
        return limits
    }()

    private static func outcome(
        _ text: String,
        _ variables: KeyValuePairs<String, CELValue> = [:],
        isChecked: Bool = true
    ) -> Evaluation {
        var result = Evaluation.error(.limit)
        let time = ContinuousClock().measure {
            result = evaluate(text, variables, isChecked: isChecked, limits: limits)
        }
        #expect(time < patience, "\(text.prefix(200)) took \(time)")
        return result
    }

    /// `cel.bind(v1, first, cel.bind(v2, next of v1, … size(vN)))`, where `#` in `next` is a name.
    private static func chain(_ first: String, next: String) -> String {
        let count = 60
        var text = "size(v\(count))"
        for place in stride(from: count, through: 2, by: -1) {
            let value = next.split(separator: "#", omittingEmptySubsequences: false)
                .joined(separator: "v\(place - 1)")
            text = "cel.bind(v\(place), \(value), \(text))"
        }
        return "cel.bind(v1, \(first), \(text))"
    }

    @Test(arguments: [true, false])
    func `towers of macros end by the budget`(isChecked: Bool) {
        let ten = CELValue((0..<10).map { CELValue($0) })
        for macro in ["map", "filter", "all", "exists_one"] {
            let inner = (0..<40).reduce("x0") { text, depth in
                let isResult = macro == "map" || depth == 0
                let body = depth == 0 ? (macro == "map" ? "x0" : "x0 >= 0") : text
                let asTest = macro == "filter" && !isResult ? "size(\(body)) >= 0" : body
                let once = macro == "exists_one" && depth > 0 ? "(\(body)) == false" : asTest
                return "l.\(macro)(x\(depth), \(once))"
            }
            let result = Self.outcome(inner, ["l": ten], isChecked: isChecked)
            #expect(result == .error(.limit), "\(macro)")
        }
    }

    @Test func `maps of maps of two elements end by the budget`() {
        let inner = (0..<60).reduce("0") { text, depth in "[0, 1].map(x\(depth), \(text))" }
        #expect(Self.outcome("size(\(inner))") == .error(.limit))
        let pairs = (0..<60).reduce("0") { text, depth in
            "[0, 1].transformList(i\(depth), x\(depth), \(text))"
        }
        #expect(Self.outcome("size(\(pairs))") == .error(.limit))
        let maps = (0..<60).reduce("0") { text, depth in
            "{'a': 0, 'b': 1}.transformMap(k\(depth), x\(depth), \(text))"
        }
        #expect(Self.outcome("size(\(maps))") == .error(.limit))
    }

    @Test(arguments: [
        ("'ab'", "# + #"), ("b'ab'", "# + #"), ("[1, 2]", "# + #"), ("'ab'", "#.replace('', #)"),
        ("'ab'", "[#, #].join(#)"), ("'ab'", "'%s%s'.format([#, #])"),
        ("'ab'", "base64.encode(bytes(# + #))"), ("'ab'", "regex.replace(#, '', #)"),
        ("'\\n\"'", "strings.quote(# + #)"), ("[1, 2]", "[#, #].flatten()"),
        ("'ab'", "#.split('').join(#)"),
    ])
    func `what doubles grows to the limit and no more`(first: String, next: String) {
        #expect(Self.outcome(Self.chain(first, next: next)) == .error(.limit), "\(next)")
    }

    /// A list that holds the list before it twice is small, and has 2^60 leaves.
    @Test(arguments: [
        "v == w", "v != w", "v in [w]", "[v, w].distinct()", "sets.contains([v], [w])",
        "sets.equivalent([v], [w])", "'%s'.format([v])", "v.flatten(60)", "[v].exists(x, x == w)",
        "{'a': v} == {'a': w}", "optional.of(v) == optional.of(w)", "type(v) == list",
        "v.reverse() == w",
    ])
    func `values that share their parts are walked by the budget`(test: String) {
        func bound(_ name: String, _ leaf: String) -> String {
            (2...60).reduce("[\(leaf), \(leaf)]") { text, depth in
                "cel.bind(x\(depth), \(text), [x\(depth), x\(depth)])"
            }
        }
        let text = "cel.bind(v, \(bound("v", "1")), cel.bind(w, \(bound("w", "1")), \(test)))"
        for isChecked in [true, false] {
            let result = Self.outcome(text, isChecked: isChecked)
            #expect(result == .error(.limit))
        }
    }

    @Test(arguments: [
        "lists.range(9223372036854775807)", "lists.range(1000000000)",
        "'%.1000000f'.format([1.0])", "'%.9223372036854775808f'.format([1.0])",
        "'%.99999999999999999999f'.format([1.0])", "'a'.substring(9223372036854775807)",
        "'a'.charAt(9223372036854775807)", "[1].slice(0, 9223372036854775807)",
        "[1][9223372036854775807]", "math.bitShiftLeft(1, 9223372036854775807)",
        "'a'.split('', 9223372036854775807)", "'a'.replace('a', 'b', 9223372036854775807)",
        "[[1]].flatten(9223372036854775807)", "'a'.indexOf('a', -9223372036854775808)",
        "regex.extractAll('a', '')", "regex.replace('a', '', 'b', 9223372036854775807)",
        "timestamp(9223372036854775807)", "duration('9223372036854775807h')",
        "duration('-9223372036854775808ns')", "int(1e300)", "int(-9223372036854775808.0)",
        "-9223372036854775808 / -1", "-9223372036854775808 % -1", "math.abs(-9223372036854775808)",
    ])
    func `huge numbers end soon`(text: String) {
        _ = Self.outcome(text)
        _ = Self.outcome(text, isChecked: false)
    }

    @Test func `regular expressions take time in the length of the text`() {
        let many = CELValue(String(repeating: "a", count: 100_000))
        #expect(Self.outcome("s.matches('^(a*)*b$')", ["s": many]) == false)
        #expect(Self.outcome("s.matches('(a*)*b')", ["s": many]) == false)
        #expect(Self.outcome("s.matches('(a|a)*b')", ["s": many]) == false)
        #expect(Self.outcome("s.matches('(a|aa)+$')", ["s": many]) == true)
        _ = Self.outcome("s.matches('(a?){500}(a){500}')", ["s": many])
        _ = Self.outcome("s.matches('((((a{30}){30}){30}){30}){30}')", ["s": many])
        _ = Self.outcome("s.matches(p)", ["s": many, "p": "(a*)*b"])
        _ = Self.outcome("size(regex.extractAll(s, '(a*)*b|'))", ["s": many])
        _ = Self.outcome("s.matches(s)", ["s": many])
    }

    private static let count = TestEnvironment.isFull ? 50_000 : 5_000

    @Test func `large collections are worked through by the budget`() {
        let many = CELValue((0..<Self.count).map { CELValue($0) })
        let texts = CELValue((0..<Self.count).map { CELValue("text \($0)") })
        for text in [
            "size(l.distinct())", "l.sort() == l", "l.reverse() == l", "sets.contains(l, l)",
            "sets.equivalent(l, l.reverse())", "sets.intersects(l, [-1])", "l.all(x, x in l)",
            "l.map(x, l.filter(y, y == x))", "size(l.sortBy(x, -x))", "math.greatest(l)",
            "l.exists_one(x, x == 7)", "[l, l].flatten() == l", "l.transformMap(i, x, x).size()",
        ] {
            _ = Self.outcome(text, ["l": many])
        }
        for text in [
            "size(l.join(','))", "size(l.distinct())", "size(l.sort())", "l.all(x, x in l)",
            "size('%s'.format([l]))", "size(l.join('').split(''))", "l.exists(x, x.matches('z$'))",
        ] {
            _ = Self.outcome(text, ["l": texts])
        }
    }

    @Test func `a value is wrapped again and again`() throws {
        for text in ["[v]", "{'a': v}", "optional.of(v)", "[optional.of(v)]", "optional.of([v])"] {
            var value: CELValue = 1
            var environment = CELEnvironment()
            environment.declare("v", .dyn, at: CELSlot(.data, 0))
            let tree = try #require(CELParser.parse(text).0)
            let program = CELProgram(CELChecker.resolve(tree, in: environment), environment)
            for _ in 0..<20_000 {
                guard case .success(let wrapped) = program.evaluate(data: [value]) else { break }
                value = wrapped
            }
            #expect(value == value)
            #expect(!value.description.isEmpty)
        }
    }
}
