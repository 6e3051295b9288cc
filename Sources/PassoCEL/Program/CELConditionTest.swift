/// One test of a condition as a table keeps it: a variable against a range of ints or against true,
/// or two int variables with each other.
///
/// For what tests conditions by the million. To call a program its reference is counted; a table of
/// tests is read in place, by whoever keeps it. What a test cannot tell is left to the program.
package struct CELConditionTest: Sendable {
    /// What is tested.
    package enum Kind: UInt8, Sendable {
        /// Whether an int variable lies in the range.
        case dataRange, eventRange, inputsRange
        /// Whether a bool variable is true.
        case dataTrue, eventTrue, inputsTrue
        /// Whether one int variable is below or equal to another.
        case less, equal
        /// Nothing: goes on as if it held.
        case always
        /// The program must say.
        case other
    }

    /// What is tested.
    package let kind: Kind
    /// Where the variables of a comparison lie.
    package let leftSpace: CELSlot.Space
    package let rightSpace: CELSlot.Space
    /// The slots of the variables.
    package let left: UInt16
    package let right: UInt16
    /// Where to go on when the test holds: a place in the table, or one of the answers below 0.
    package let held: Int32
    /// Where to go on when it does not.
    package let failed: Int32
    /// The range: from `low` on, `width` more.
    package let low: Int64
    package let width: UInt64

    /// The answer that the condition holds.
    package static let yes: Int32 = -1
    /// The answer that it does not hold.
    package static let no: Int32 = -2
    /// The answer that the program must say.
    package static let unknown: Int32 = -3

    /// The tests of a condition.
    ///
    /// - Parameters:
    ///   - program: the condition.
    ///   - start: the place where the first of them will stand in the table.
    /// - Returns: the tests, none where only the program can tell.
    package static func tests(of program: CELProgram, from start: Int) -> [CELConditionTest] {
        let machine = program.machine
        return machine.tests.enumerated().map { place, test in
            CELConditionTest(test, place: start + place, start: start, machine.intRanges)
        }
    }

    private init(
        _ test: CELInstruction,
        place: Int,
        start: Int,
        _ intRanges: [CELIntRange]
    ) {
        func target(_ place: UInt16) -> Int32 {
            switch place {
            case CELInstruction.yes: Self.yes
            case CELInstruction.no: Self.no
            default: Int32(truncatingIfNeeded: start + Int(place))
            }
        }
        let jump = target(test.target)
        let next = test.isLast ? Self.yes : Int32(truncatingIfNeeded: place + 1)
        kind = Self.kind(of: test.operation)
        leftSpace = Self.space(test.leftPlace)
        rightSpace = Self.space(test.rightPlace)
        left = test.left
        right = test.right
        held = test.jumpAnswer ? jump : next
        failed = test.jumpAnswer ? next : jump
        let hasRange = [.dataRange, .eventRange, .inputsRange].contains(kind)
        low = hasRange ? intRanges[Int(test.right)].low : 0
        width = hasRange ? intRanges[Int(test.right)].width : 0
    }

    private static func kind(of operation: CELInstruction.Operation) -> Kind {
        switch operation {
        case .dataRange: .dataRange
        case .eventRange: .eventRange
        case .inputsRange: .inputsRange
        case .dataTrue: .dataTrue
        case .eventTrue: .eventTrue
        case .inputsTrue: .inputsTrue
        case .intLess: .less
        case .intEqual: .equal
        case .always: .always
        default: .other
        }
    }

    private static func space(_ place: UInt8) -> CELSlot.Space {
        switch CELInstruction.Place(rawValue: place) {
        case .event: .event
        case .inputs: .inputs
        default: .data
        }
    }
}
