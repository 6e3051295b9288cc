import PassoCEL
import PassoTesting
import Testing

/// The extension "Sets" as cel-go's documentation of extensions describes it.
@Suite struct SetTests {
    @Test(arguments: [
        ("sets.contains([], [])", true), ("sets.contains([], [1])", false),
        ("sets.contains([1, 2, 3, 4], [2, 3])", true),
        ("sets.contains([1, dyn(2.0), 3u], [1.0, dyn(2u), 3])", true),
        ("sets.equivalent([], [])", true), ("sets.equivalent([1], [1, 1])", true),
        ("sets.equivalent([1], [dyn(1u), 1.0])", true),
        ("sets.equivalent([1, 2, 3], [dyn(3u), 2.0, 1])", true),
        ("sets.equivalent([1, 2], [1])", false), ("sets.intersects([1], [])", false),
        ("sets.intersects([1], [1, 2])", true),
        ("sets.intersects([[1], [2, 3]], [[1, 2], [2, dyn(3.0)]])", true),
        ("sets.intersects([1], ['a', dyn(2)])", false),
    ])
    func `compares lists as sets by CEL's equality`(text: String, expected: Bool) {
        #expect(evaluate(text, isChecked: false) == .value(.bool(expected)))
    }

    @Test(arguments: ["sets.contains([1], ['a'])", "sets.intersects(1, [1])", "sets.contains([1])"])
    func `refuses what are no two lists of one type`(text: String) {
        #expect(evaluate(text) == .problems([.noMatchingOverload]))
    }

    @Test func `agrees with comparing every element with every other`() {
        var random = SeededRandom()
        print("sets: \(random)")
        for _ in 0..<(TestEnvironment.isFull ? 20_000 : 1_000) {
            let left = Self.list(&random)
            let right = Self.list(&random)
            func isIn(_ value: CELValue, _ list: [CELValue]) -> Bool { list.contains(value) }
            let contains = right.allSatisfy { isIn($0, left) }
            let variables: KeyValuePairs = ["a": CELValue(left), "b": CELValue(right)]
            func answer(_ name: String) -> Evaluation {
                evaluate("sets.\(name)(a, b)", variables, isChecked: false)
            }
            #expect(answer("contains") == .value(.bool(contains)))
            #expect(
                answer("equivalent")
                    == .value(.bool(contains && left.allSatisfy { isIn($0, right) }))
            )
            #expect(
                answer("intersects") == .value(.bool(left.contains { isIn($0, right) }))
            )
            var distinct: [CELValue] = []
            for value in left where !isIn(value, distinct) { distinct.append(value) }
            #expect(
                evaluate("a.distinct()", variables, isChecked: false)
                    == .value(CELValue(distinct))
            )
        }
    }

    @Test func `takes time that grows with the lists, also for maps with the same keys`() {
        let list = CELValue((0..<20_000).map { ["id": .int($0), "open": true] })
        let clock = ContinuousClock()
        let time = clock.measure {
            #expect(evaluate("sets.equivalent(a, a)", ["a": list], isChecked: false) == true)
            #expect(evaluate("size(a.distinct())", ["a": list], isChecked: false) == 20_000)
        }
        // Comparing each with each would take minutes.
        #expect(time < .seconds(10))
    }

    /// A few values, many of them equal across kinds, some beyond what doubles tell apart.
    private static func list(_ random: inout SeededRandom) -> [CELValue] {
        (0..<Int.random(in: 0...20, using: &random)).map { _ in
            let number = Int64.random(in: 0...6, using: &random)
            let large = (1 << 53) + number / 2
            switch Int.random(in: 0...9, using: &random) {
            case 0: return .uint(UInt64(number))
            case 1: return .double(Double(number))
            case 2: return CELValue(String(number))
            case 3: return .list([.int(number)])
            case 4: return [CELValue(String(number)): .double(Double(number))]
            case 5: return .int(large)
            case 6: return .double(Double(large))
            case 7: return number == 0 ? .double(.nan) : .null
            case 8: return .bool(number > 3)
            default: return .int(number)
            }
        }
    }
}
