import PassoCEL
import Synchronization
import Testing

@Suite struct BindingTests {
    /// Parses, checks and evaluates with `cel.block`, counting the calls of `count`.
    private func evaluated(
        _ text: String,
        allowsBlocks: Bool = true
    ) -> (Result<CELValue, CELError>, calls: Int)? {
        let counter = Counter()
        var environment = CELEnvironment()
        environment.declare("x", .int, at: CELSlot(.data, 0))
        environment.declare(
            CELFunction(
                "count",
                CELOverload("count", .int, .int) { (value: CELValue) in
                    counter.count()
                    return value
                }
            )
        )
        let (parsed, mistakes) = CELParser.parse(text, allowsBlocks: allowsBlocks)
        guard let tree = parsed, mistakes.isEmpty,
            let checked = CELChecker.check(tree, in: environment).0
        else { return nil }
        let program = CELProgram(checked, environment)
        let before = counter.calls
        return (program.evaluate(data: [7]), counter.calls - before)
    }

    @Test(arguments: [
        ("cel.bind(a, count(x), a + a + a)", 21, 1), ("cel.bind(a, count(x), 1)", 1, 0),
        ("cel.bind(a, count(x), cel.bind(b, a + count(x), a + b))", 21, 2),
        ("cel.bind(a, count(x), [1, 2].map(i, a + i)[1])", 9, 1),
        ("[1, 2, 3].map(i, cel.bind(a, count(x) + i, a + a))[2]", 20, 3),
        ("cel.bind(a, x, a + a)", 14, 0), ("cel.bind(a, 1 / 0, x)", 7, 0),
        ("cel.block([count(x), cel.index(0) + 1], cel.index(1) + cel.index(0))", 15, 1),
        ("cel.block([count(x), 1], cel.index(1))", 1, 0),
        ("[1, x].map(i, cel.block([count(i)], cel.index(0) * 2))[1]", 14, 2),
        // The names of a value that is computed late do not get in the way of the open macros.
        ("cel.bind(a, [x, x].map(i, [1, i].map(j, j + 1)), [5].map(k, a[0][1] + k + k)[0])", 18, 0),
        ("cel.bind(a, [1, x].map(i, i), [[5]].map(k, k.map(l, a[1] + l + k[0])[0])[0])", 17, 0),
    ])
    func `a name stands for a value that is computed once if at all`(
        text: String,
        value: Int64,
        calls: Int
    ) throws {
        let (result, found) = try #require(evaluated(text))
        #expect(result == .success(.int(value)))
        #expect(found == calls)
    }

    @Test func `an error comes where the name is read`() throws {
        #expect(evaluate("cel.bind(a, 1 / 0, a == 1 || true)") == true)
        #expect(evaluate("cel.bind(a, 1 / 0, a == 1)") == .error(.divideByZero))
        #expect(evaluate("cel.bind(a, x / 0, [a == 1 || true, true][0])", ["x": 1]) == true)
    }

    @Test func `a name hides others and may be of any kind`() {
        #expect(evaluate("cel.bind(x, 'a', x)", ["x": 1]) == "a")
        #expect(evaluate("cel.bind(a.b, 1, 2)") == .problems([.macroArgument]))
        #expect(evaluate("[1].all(y, cel.bind(y, 2, y == 2) && y == 1)") == true)
    }

    @Test func `blocks are known only where they are allowed`() {
        #expect(evaluated("cel.block([1], cel.index(0))") != nil)
        #expect(evaluated("cel.block([1], cel.index(0))", allowsBlocks: false) == nil)
        #expect(evaluated("cel.block([1], cel.index(1))") == nil)
        #expect(evaluated("cel.block([cel.index(1), 1], cel.index(0))") == nil)
        #expect(evaluated("cel.block(1, 2)") == nil)
        #expect(evaluated("cel.block([1], cel.index(-1))") == nil)
    }

    @Test func `chains of names do not nest too deep`() throws {
        // Each value nests 90 deep with the one before at the bottom.
        let sum = String(repeating: "(1 + ", count: 90)
        let close = String(repeating: ")", count: 90)
        let values = (0..<40).map { $0 == 0 ? "x" : "\(sum)cel.index(\($0 - 1))\(close)" }
        let text = "cel.block([\(values.joined(separator: ", "))], cel.index(39))"
        let (result, _) = try #require(evaluated(text))
        #expect(result == .success(.int(7 + 39 * 90)))
    }

    @Test func `a program may have more than 64 names`() throws {
        let values = (0..<200).map { $0 == 0 ? "count(x)" : "cel.index(\($0 - 1)) + 1" }
        let text = "cel.block([\(values.joined(separator: ", "))], cel.index(199) + cel.index(100))"
        let (result, calls) = try #require(evaluated(text))
        #expect(result == .success(.int(7 + 199 + 7 + 100)))
        #expect(calls == 1)
    }

    @Test func `names that share a value cannot make it endless`() {
        let pairs = (1..<90).map { "cel.bind(a\($0), [a\($0 - 1), a\($0 - 1)], " }.joined()
        let close = String(repeating: ")", count: 90)
        let text = "cel.bind(a0, [x], \(pairs)a89\(close)"
        #expect(evaluate(text, ["x": 1]) == .error(.limit))
        #expect(evaluate(text.replacing("[x]", with: "[1]")) == .error(.limit))
    }

    @Test func `types that hold one another twice end as dyn`() {
        let pairs = (1..<60).map { "cel.bind(a\($0), {a\($0 - 1): a\($0 - 1)}, " }.joined()
        let text = "cel.bind(a0, 1, \(pairs)1\(String(repeating: ")", count: 60))"
        #expect(evaluate(text) == 1)
    }
}

/// Counts calls.
private final class Counter: Sendable {
    private let total = Mutex(0)

    var calls: Int { total.withLock { $0 } }
    func count() { total.withLock { $0 += 1 } }
}
