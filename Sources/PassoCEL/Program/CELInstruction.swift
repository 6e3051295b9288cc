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
        case intRange, sizeRange, isTrue, stringEqual, valueEqual, intLess, intEqual
        case program, always, yes, no
    }

    /// Where an operand lies.
    enum Place: UInt8, Sendable {
        case stack, constant, data, event, inputs, local
    }

    let operation: Operation
    /// The places of both operands, four bits each; in tests the upper bits are the answer on
    /// which to jump.
    private let places: UInt8
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

    var leftPlace: UInt8 { places & 0xF }
    var rightPlace: UInt8 { places >> 4 & 7 }
    var jumpAnswer: Bool { places & 0x80 != 0 }

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
