/// A program that reads a variable, or adds an integer to one, so that it needs no machine.
///
/// Its parts are there for who keeps many of them in a table: a call costs more than the sum.
package struct CELQuickValue: Sendable {
    package enum Kind: UInt8, Sendable {
        case none, load, add
    }

    package let kind: Kind
    package let space: CELSlot.Space
    package let slot: Int
    package let addend: Int64

    init(_ code: CELCode) {
        if let space = code.root.place.space {
            (kind, self.space, slot, addend) = (.load, space, Int(code.root.index), 0)
            return
        }
        guard code.root.place == .node,
            let space = CELInstruction.Place(
                rawValue: code.instructions[Int(code.root.index)].leftPlace
            )?.space
        else {
            (kind, space, slot, addend) = (.none, .data, 0, 0)
            return
        }
        let instruction = code.instructions[Int(code.root.index)]
        self.space = space
        slot = Int(instruction.left)
        (kind, addend) = Self.operation(instruction, code.constants)
    }

    private static func operation(
        _ first: CELInstruction,
        _ constants: [CELValue]
    ) -> (Kind, Int64) {
        guard first.operation == .add || first.operation == .subtract,
            first.rightPlace == CELInstruction.Place.constant.rawValue,
            case .int(let number) = constants[Int(first.right)], number != .min
        else { return (.none, 0) }
        return (.add, first.operation == .add ? number : -number)
    }

    /// The value, or `nil` when this is no such program or something goes wrong.
    package func value(
        _ data: Span<CELValue>,
        _ event: Span<CELValue>,
        _ inputs: Span<CELValue>
    ) -> CELValue? {
        guard kind != .none else { return nil }
        let values = space == .data ? data : space == .event ? event : inputs
        guard slot < values.count else { return nil }
        if kind == .load { return values[slot] }
        guard case .int(let number) = values[slot] else { return nil }
        let (sum, overflow) = number.addingReportingOverflow(addend)
        return overflow ? nil : .int(sum)
    }
}

extension CELInstruction.Place {
    /// The variables that lie there, if any do.
    var space: CELSlot.Space? {
        switch self {
        case .data: .data
        case .event: .event
        case .inputs: .inputs
        case .node, .constant, .local, .lazy: nil
        }
    }
}
