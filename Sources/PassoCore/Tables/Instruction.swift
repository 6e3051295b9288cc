import PassoCEL

/// One step of an action program: 16 bytes, operands by number.
struct Instruction: Sendable {
    enum Operation: UInt8, Sendable {
        /// Ends the program.
        case end
        /// Begins a block; an error goes on at `a`.
        case block
        /// Stores constant `b` in slot `a`.
        case assignConstant
        /// Stores the int `b` in slot `a`.
        case assignInt
        /// Stores in slot `a` whether `b` is 1: a constant, or whether a watched state is active.
        case assignBool
        /// Stores the value of program `b` in slot `a`: a variable, or an int added to one.
        case assignQuick
        /// Stores the value of program `b` in slot `a`; `flag` asks for a check of its type.
        case assign
        /// Appends the value of program `b` to the list in slot `a`.
        case add
        /// Removes values equal to that of program `b` from the list in slot `a`.
        case remove
        /// Stores a value inside that of a slot: assignment `a` of the paths.
        case assignPath
        /// Queues internal event `a`, which is raised by the name `b`.
        case raiseOpen
        /// Emits send `a` of the open sends.
        case sendOpen
        /// Cancels the sends with the id that program `a` gives.
        case cancelNamed
        /// Queues internal event `a` with the payload `b` of the argument lists.
        case raise
        /// Emits send `a`.
        case send
        /// Cancels the sends with id `a`.
        case cancel
        /// Emits host action `a` with the arguments `b` of the argument lists.
        case perform
        /// Emits the message template `a`.
        case tell
        /// Goes on at `b` unless program `a` is true.
        case jumpUnless
        /// Goes on at `a`.
        case jump
        /// Runs loop `a`, whose body follows, and goes on at `b`.
        case forEach
        /// Emits log line `a`.
        case log
        /// Remembers that the invocations of state `a` are to begin.
        case invoke
        /// Ends the invocations of state `a`.
        case cancelInvokes
        /// Says that the children of final state `a`'s parent have come to their end.
        case reachedFinal
    }

    var operation: Operation
    var flag = false
    var a: Int32 = 0
    var b: Int32 = 0
    /// Where the definition has it.
    var place: Int32 = 0
}

/// A send in the tables.
struct SendRecord: Sendable {
    var event: Int32
    var name: String
    var payload: Stretch
    var target: String?
    /// A program, or -1.
    var delay: Int32
    /// The delay in nanoseconds when it depends on nothing, or -1.
    var constantDelay: Int64
    /// A send id, or -1.
    var id: Int32
    var place: Int
}

/// A loop in the tables.
struct LoopRecord: Sendable {
    var list: Int32
    var item: Int32
    var index: Int32
}

/// A log line in the tables.
struct LogRecord: Sendable {
    var label: String
    var program: Int32
}

/// An assignment to a place inside a value.
struct PathRecord: Sendable {
    var slot: Int32
    var steps: [PathStep]
    var value: CELProgram
}
