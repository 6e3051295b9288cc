/// The conditions of many programs in one table, for what tests them by the million.
///
/// To call a program its reference is counted, twice per condition; a table is counted once for all.
/// It knows the tests that compare int and bool variables with constants and int variables with each
/// other. What it cannot tell is left to the program.
package final class CELConditionTable: Sendable {
    /// What the table says.
    package enum Answer: UInt8, Sendable {
        /// The condition does not hold.
        case no
        /// The condition holds.
        case yes
        /// The program must say.
        case unknown
    }

    private struct Test: Sendable {
        var operation: CELInstruction.Operation
        var leftPlace: UInt8
        var rightPlace: UInt8
        var left: UInt16
        var right: UInt16
        /// Where to go on when the test holds: a place, or one of the answers below 0.
        var held: Int32
        /// Where to go on when it does not.
        var failed: Int32
        var range: CELIntRange
    }

    private let tests: [Test]
    /// Where the tests of each program begin, or ``unknown``.
    private let starts: [Int32]

    private static let yes: Int32 = -1
    private static let no: Int32 = -2
    private static let unknown: Int32 = -3

    /// Creates a table; the programs keep their numbers.
    package init(_ programs: [CELProgram]) {
        var tests: [Test] = []
        var starts: [Int32] = []
        for program in programs {
            let start = Int32(truncatingIfNeeded: tests.count)
            tests += Self.tests(of: program.machine, from: start)
            starts.append(tests.count > Int(start) ? start : Self.unknown)
        }
        self.tests = tests
        self.starts = starts
    }

    private static func tests(of machine: CELMachine, from start: Int32) -> [Test] {
        machine.tests.enumerated().map { place, test in
            func target(_ place: UInt16) -> Int32 {
                switch place {
                case CELInstruction.yes: yes
                case CELInstruction.no: no
                default: start + Int32(place)
                }
            }
            let jump = target(test.target)
            let next = test.isLast ? yes : start + Int32(truncatingIfNeeded: place) + 1
            let hasRange =
                [.dataRange, .eventRange, .inputsRange].contains(test.operation)
                && machine.intRanges.indices.contains(Int(test.right))
            return Test(
                operation: test.operation,
                leftPlace: test.leftPlace,
                rightPlace: test.rightPlace,
                left: test.left,
                right: test.right,
                held: test.jumpAnswer ? jump : next,
                failed: test.jumpAnswer ? next : jump,
                range: hasRange
                    ? machine.intRanges[Int(test.right)] : CELIntRange(low: 0, width: 0)
            )
        }
    }

    /// What is known of the condition of a program.
    package func answer(
        _ number: Int,
        _ data: Span<CELValue>,
        _ event: Span<CELValue>,
        _ inputs: Span<CELValue>
    ) -> Answer {
        var place = starts[number]
        while place >= 0 {
            let test = tests[Int(place)]
            switch test.operation {
            case .dataRange: place = range(test, data)
            case .dataTrue: place = truth(test, data)
            case .eventRange: place = range(test, event)
            case .eventTrue: place = truth(test, event)
            case .inputsRange: place = range(test, inputs)
            case .inputsTrue: place = truth(test, inputs)
            case .intLess, .intEqual: place = comparison(test, data, event, inputs)
            case .always: place = test.held
            default: return .unknown
            }
        }
        return place == Self.yes ? .yes : place == Self.no ? .no : .unknown
    }

    @inline(__always)
    private func range(_ test: Test, _ values: Span<CELValue>) -> Int32 {
        guard Int(test.left) < values.count, case .int(let value) = values[Int(test.left)] else {
            return Self.unknown
        }
        return test.range.contains(value) ? test.held : test.failed
    }

    @inline(__always)
    private func truth(_ test: Test, _ values: Span<CELValue>) -> Int32 {
        guard Int(test.left) < values.count, case .bool(let value) = values[Int(test.left)] else {
            return Self.unknown
        }
        return value ? test.held : test.failed
    }

    @inline(__always)
    private func comparison(
        _ test: Test,
        _ data: Span<CELValue>,
        _ event: Span<CELValue>,
        _ inputs: Span<CELValue>
    ) -> Int32 {
        let values = test.leftPlace == 2 ? data : test.leftPlace == 3 ? event : inputs
        let others = test.rightPlace == 2 ? data : test.rightPlace == 3 ? event : inputs
        guard Int(test.left) < values.count, Int(test.right) < others.count,
            case .int(let left) = values[Int(test.left)],
            case .int(let right) = others[Int(test.right)]
        else { return Self.unknown }
        let holds = test.operation == .intLess ? left < right : left == right
        return holds ? test.held : test.failed
    }
}
