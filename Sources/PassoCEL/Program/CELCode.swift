/// The flat form of an expression: instructions, and the tables that they index.
struct CELCode: Sendable {
    /// What the whole program gives.
    var root = CELInstruction.Operand.none
    /// Operands come before the instructions that use them.
    var instructions: [CELInstruction] = []
    /// The place in the text of each instruction, for errors.
    var ranges: [Range<Int>] = []
    /// The operands of those instructions that have any number of them.
    var operands: [CELInstruction.Operand] = []
    var constants: [CELValue] = []
    var calls: [CELCall] = []
    var loops: [CELLoop] = []
    var lazies: [CELLazy] = []
    var scopes: [CELScope] = []
    /// Which of their operands the sparse lists and maps leave out where they are none.
    var sparseEntries: [[Bool]] = []
    var intRanges: [CELIntRange] = []
    /// How deep the evaluation of each instruction nests; for the compiler only.
    var heights: [Int] = []
    /// The number of variables of macros.
    var localCount = 0
    /// The program of tests, if the result may be a bool.
    var tests: [CELInstruction] = []

    /// The most entries of a table that instructions and tests can name.
    static let maximumEntries = Int(UInt16.max) - 2

    /// Whether an index does not fit its instruction.
    var isTooLarge: Bool {
        max(instructions.count, operands.count, constants.count, tests.count, localCount)
            > Self.maximumEntries
    }
}
