/// A condition that is one test of an int or bool variable, so that it needs no loop.
struct CELQuickTest: Sendable {
    private enum Kind: UInt8 {
        case none, dataRange, eventRange, inputsRange, dataTrue, eventTrue, inputsTrue
    }

    private let kind: Kind
    private let slot: Int
    private let range: CELIntRange
    /// The answer for an int inside the range, or for a variable that is true.
    private let answer: Bool

    init(_ code: CELCode) {
        // The second test is the one that always holds.
        guard code.tests.count == 2, let test = code.tests.first, test.isLast,
            test.target == CELInstruction.no
        else {
            (kind, slot, range, answer) = (.none, 0, CELIntRange(low: 0, width: 0), true)
            return
        }
        kind = Self.kind(test.operation)
        slot = Int(test.left)
        let place = Int(test.right)
        range =
            code.intRanges.indices.contains(place)
            ? code.intRanges[place] : CELIntRange(low: 0, width: 0)
        answer = !test.jumpAnswer
    }

    private static func kind(_ operation: CELInstruction.Operation) -> Kind {
        switch operation {
        case .dataRange: .dataRange
        case .eventRange: .eventRange
        case .inputsRange: .inputsRange
        case .dataTrue: .dataTrue
        case .eventTrue: .eventTrue
        case .inputsTrue: .inputsTrue
        default: .none
        }
    }

    /// The answer, or `nil` when this is no such test or the variable has another type.
    @inline(__always)
    func answer(
        _ data: Span<CELValue>,
        _ event: Span<CELValue>,
        _ inputs: Span<CELValue>
    ) -> Bool? {
        switch kind {
        case .none: nil
        case .dataRange: isInside(data)
        case .eventRange: isInside(event)
        case .inputsRange: isInside(inputs)
        case .dataTrue: isTrue(data)
        case .eventTrue: isTrue(event)
        case .inputsTrue: isTrue(inputs)
        }
    }

    @inline(__always)
    private func isInside(_ values: Span<CELValue>) -> Bool? {
        guard slot < values.count, case .int(let value) = values[slot] else { return nil }
        return range.contains(value) == answer
    }

    @inline(__always)
    private func isTrue(_ values: Span<CELValue>) -> Bool? {
        guard slot < values.count, case .bool(let value) = values[slot] else { return nil }
        return value == answer
    }
}
