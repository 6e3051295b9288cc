/// A program that reads a variable, or adds an integer to one, so that it needs no machine.
package struct CELQuickValue: Sendable {
    private enum Kind: UInt8 {
        case none, load, add
    }

    private let kind: Kind
    private let place: CELInstruction.Place
    private let slot: Int
    private let addend: Int64

    init(_ code: CELCode) {
        guard !code.root.place.isSlot else {
            (kind, place, slot, addend) = (.load, code.root.place, Int(code.root.index), 0)
            return
        }
        guard code.root.place == .node,
            let place = CELInstruction.Place(
                rawValue: code.instructions[Int(code.root.index)].leftPlace
            ),
            place.isSlot
        else {
            (kind, self.place, slot, addend) = (.none, .node, 0, 0)
            return
        }
        let instruction = code.instructions[Int(code.root.index)]
        self.place = place
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
        let values = place == .data ? data : place == .event ? event : inputs
        guard slot < values.count else { return nil }
        if kind == .load { return values[slot] }
        guard case .int(let number) = values[slot] else { return nil }
        let (sum, overflow) = number.addingReportingOverflow(addend)
        return overflow ? nil : .int(sum)
    }
}

extension CELInstruction.Place {
    /// Whether variables lie there.
    var isSlot: Bool { self == .data || self == .event || self == .inputs }
}
