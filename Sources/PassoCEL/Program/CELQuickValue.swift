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
        var kind = Kind.none
        var addend: Int64 = 0
        let place = code.instructions.first.flatMap { CELInstruction.Place(rawValue: $0.leftPlace) }
        if code.instructions.count >= 2, code.instructions[1].operation == .end,
            let place, place.isSlot
        {
            (kind, addend) = Self.operation(code.instructions[0], code.constants)
        }
        self.kind = kind
        self.place = place ?? .stack
        self.addend = addend
        slot = code.instructions.first.map { Int($0.left) } ?? 0
    }

    private static func operation(
        _ first: CELInstruction,
        _ constants: [CELValue]
    ) -> (Kind, Int64) {
        if first.operation == .load { return (.load, 0) }
        guard first.rightPlace == CELInstruction.Place.constant.rawValue,
            case .int(let number) = constants[Int(first.right)]
        else { return (.none, 0) }
        switch first.operation {
        case .add: return (.add, number)
        case .subtract where number != .min: return (.add, -number)
        default: return (.none, 0)
        }
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
