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

/// The test of a condition that is one test of an int variable, so that it needs no loop.
struct CELQuickTest: Sendable {
    /// The place of the variable; ``CELInstruction/Place/stack`` when there is no such test.
    let place: CELInstruction.Place
    let slot: Int
    let range: CELIntRange
    /// Whether the condition holds inside the range or outside.
    let holdsInside: Bool

    init(_ code: CELCode) {
        guard code.tests.count == 2, let test = code.tests.first, test.isLast,
            test.target == CELInstruction.no,
            let place = [
                .dataRange: CELInstruction.Place.data, .eventRange: .event, .inputsRange: .inputs,
            ][test.operation]
        else {
            self.place = .stack
            slot = 0
            range = CELIntRange(low: 0, width: 0)
            holdsInside = true
            return
        }
        self.place = place
        slot = Int(test.left)
        range = code.intRanges[Int(test.right)]
        holdsInside = !test.jumpAnswer
    }

    /// The answer, or `nil` when this is no such test or the variable no int.
    @inline(__always)
    func answer(
        _ data: Span<CELValue>,
        _ event: Span<CELValue>,
        _ inputs: Span<CELValue>
    ) -> Bool? {
        switch place {
        case .data: answer(data)
        case .event: answer(event)
        case .inputs: answer(inputs)
        default: nil
        }
    }

    @inline(__always)
    private func answer(_ values: Span<CELValue>) -> Bool? {
        guard slot < values.count, case .int(let value) = values[slot] else { return nil }
        return range.contains(value) == holdsInside
    }
}
