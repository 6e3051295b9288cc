/// One instruction of a program: 8 bytes, with its operands addressed in place.
///
/// An operand is a variable, a constant, the variable of a macro, or what another instruction gives;
/// so `titleLength > 0` is one instruction, and the parts of larger expressions need few.
struct CELInstruction: Sendable {
    enum Operation: UInt8, Sendable {
        // Of a program of values.
        case not, negate, size, select, has
        case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual
        case add, subtract, multiply, divide, remainder, contains, index
        case optionalSelect, optionalIndex
        case and, or, conditional, list, map, sparseList, sparseMap, call, loop, fail
        case orElse, orValue, optMap, scope
        // Of a program of tests.
        case dataRange, eventRange, inputsRange, dataTrue, eventTrue, inputsTrue
        case sizeRange, stringEqual, valueEqual, intLess, intEqual
        case program, always
    }

    /// Where an operand lies.
    enum Place: UInt8, Sendable {
        case node, constant, data, event, inputs, local, lazy
    }

    let operation: Operation
    /// The places of both operands, three bits each; the fourth bits are those of tests.
    private var places: UInt8
    /// The left operand.
    var left: UInt16
    /// The right operand.
    var right: UInt16
    /// A test's target, a count or the index of a table.
    var target: UInt16

    init(
        _ operation: Operation,
        left: Operand = .none,
        right: Operand = .none,
        target: Int = 0
    ) {
        self.operation = operation
        places = left.place.rawValue | right.place.rawValue << 4
        self.left = left.index
        self.right = right.index
        self.target = UInt16(truncatingIfNeeded: target)
    }

    /// Creates a test that jumps on an answer.
    init(test operation: Operation, left: Operand, right: Operand, jumpsOn answer: Bool) {
        self.operation = operation
        places = left.place.rawValue | right.place.rawValue << 4 | (answer ? 0x80 : 0)
        self.left = left.index
        self.right = right.index
        target = 0
    }

    /// The targets of tests that end the condition instead of jumping.
    static let yes = UInt16.max
    static let no = UInt16.max - 1

    var leftPlace: UInt8 { places & 7 }
    var rightPlace: UInt8 { places >> 4 & 7 }
    /// The answer on which a test jumps.
    var jumpAnswer: Bool { places & 0x80 != 0 }
    /// Whether a condition holds when this test does not jump.
    var isLast: Bool {
        get { places & 8 != 0 }
        set { places = newValue ? places | 8 : places & ~8 }
    }

    /// An operand with its place.
    struct Operand: Sendable, Equatable {
        let place: Place
        let index: UInt16

        init(_ place: Place, _ index: Int) {
            self.place = place
            self.index = UInt16(truncatingIfNeeded: index)
        }

        /// Stands where an instruction has no such operand.
        static let none = Operand(.constant, 0)
    }
}

extension CELInstruction.Place {
    init(_ space: CELSlot.Space) {
        switch space {
        case .data: self = .data
        case .event: self = .event
        case .inputs: self = .inputs
        }
    }
}

/// A function as one call names it: the overloads that its number of arguments leaves.
struct CELCall: Sendable {
    let name: String
    let overloads: [CELOverload]
    /// Whether any function has the name.
    let isKnown: Bool
}

/// The integers from `low` on, `width` more of them: one comparison tests both ends.
struct CELIntRange: Sendable, Hashable {
    let low: Int64
    let width: UInt64

    func contains(_ value: Int64) -> Bool { UInt64(bitPattern: value &- low) <= width }
}

/// A macro as a program runs it.
struct CELLoop: Sendable {
    let macro: CELExpression.Comprehension.Macro
    /// The place of its first name among the locals; the second is the next.
    let local: Int
    let hasTwoNames: Bool
    /// Whether only the size of the result is asked for.
    let isCounted: Bool
    let predicate: CELInstruction.Operand?
    let transform: CELInstruction.Operand?
    /// The predicate, where it only compares the element.
    let predicateTest: CELPredicateTest?
}

/// A name whose value is computed when it is first read.
struct CELLazy: Sendable {
    let operand: CELInstruction.Operand
    /// Where the value is kept.
    let local: Int
}

/// The result of `cel.bind` or `cel.block` with the names that begin anew there.
struct CELScope: Sendable {
    let result: CELInstruction.Operand
    /// The numbers of the names.
    let numbers: [Int]
    /// Those that are computed at once, since computing them where they are read would nest too deep.
    let early: [Int]
}
