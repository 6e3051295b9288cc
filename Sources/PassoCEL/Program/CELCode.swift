/// The flat form of an expression: instructions, and the tables that they index.
struct CELCode: Sendable {
    var instructions: [CELInstruction] = []
    /// The place in the text of each instruction, for errors.
    var ranges: [Range<Int>] = []
    var handlers: [CELHandler] = []
    var constants: [CELValue] = []
    var calls: [CELCall] = []
    var intRanges: [CELIntRange] = []
    /// The number of locals, which lie at the bottom of the stack.
    var localCount = 0
    var stackHeight = 0
    /// The program of tests, if the result may be a bool.
    var tests: [CELInstruction] = []

    /// The most instructions that a jump can reach.
    static let maximumInstructions = Int(UInt16.max) - 2
}
