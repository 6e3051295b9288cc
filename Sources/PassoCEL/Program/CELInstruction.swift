/// One instruction of a program: 8 bytes, with its operands addressed in place.
///
/// An operand is a variable, a constant or a local of the evaluation, or it lies on the stack; so
/// `titleLength > 0` is one instruction, and the parts of larger expressions need few.
struct CELInstruction: Sendable {
    enum Operation: UInt8, Sendable {
        // Of a program of values.
        case load, end, jump
        case not, negate
        case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual
        case add, subtract, multiply, divide, remainder
        case contains, index, select, has, size
        case call, list, map, fail
        case conditional, logicFirst, logicNext, logicEnd
        case iterate, next
        case step, finish
        // Of a program of tests.
        case dataRange, eventRange, inputsRange, dataTrue, eventTrue, inputsTrue
        case sizeRange, stringEqual, valueEqual, intLess, intEqual
        case program, always
    }

    /// Where an operand lies.
    enum Place: UInt8, Sendable {
        case stack, constant, data, event, inputs, local
    }

    let operation: Operation
    /// The places of both operands, three bits each; the fourth bits are those of tests.
    private var places: UInt8
    /// The left operand.
    var left: UInt16
    /// The right operand.
    var right: UInt16
    /// A target, a count or a table's index.
    var target: UInt16

    init(
        _ operation: Operation,
        left: Operand = .stack,
        right: Operand = .stack,
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

        static let stack = Operand(.stack, 0)
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
    let argumentCount: Int
}

/// The integers from `low` on, `width` more of them: one comparison tests both ends.
struct CELIntRange: Sendable, Hashable {
    let low: Int64
    let width: UInt64

    func contains(_ value: Int64) -> Bool { UInt64(bitPattern: value &- low) <= width }
}

/// Where an error that an operand of `&&`, `||` or a macro's predicate meets is caught.
struct CELHandler: Sendable {
    /// The instructions that are covered; an inner handler comes before those around it.
    let covered: Range<Int>
    /// Where to go on.
    let resume: Int
    /// The height of the stack there, without the missing value.
    let height: Int
    /// How many lists were being built there.
    let builders: Int
}
