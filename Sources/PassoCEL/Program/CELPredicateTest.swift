/// The condition of a macro that compares its element, or the size of it, with a constant.
///
/// Most are such, as `size(tag) <= 50` or `tag == 'urgent'`. They need neither the locals nor the
/// machine.
struct CELPredicateTest: Sendable {
    private let operation: CELInstruction.Operation
    private let isSize: Bool
    private let constant: CELValue

    /// Answers for an element what the condition answers.
    ///
    /// - Returns: the answer and what the condition costs, to the unit; nil where the machine must
    ///   say.
    @inline(__always)
    func answer(_ element: CELValue) -> (holds: Bool, units: UInt64)? {
        switch (element, constant) {
        case (.string(let text), .int(let bound)) where isSize:
            let units = CELUnits.count(CELSize(element)) &+ 2 &* CELUnits.node
            return (compare(Int64(text.codePointCount), bound), units)
        case (.list(let list), .int(let bound)) where isSize:
            return (compare(Int64(list.count), bound), 2 &* CELUnits.node)
        case (.int(let number), .int(let bound)) where !isSize:
            return (compare(number, bound), CELUnits.node)
        case (.string(let text), .string(let other)) where isEquality && !isSize:
            let units = CELUnits.compare(CELSize(element), CELSize(constant)) &+ CELUnits.node
            return ((text == other) == (operation == .equal), units)
        default: return nil
        }
    }

    private var isEquality: Bool { operation == .equal || operation == .notEqual }

    @inline(__always)
    private func compare(_ left: Int64, _ right: Int64) -> Bool {
        switch operation {
        case .equal: left == right
        case .notEqual: left != right
        case .less: left < right
        case .lessOrEqual: left <= right
        case .greater: left > right
        default: left >= right
        }
    }
}

extension CELPredicateTest {
    /// Recognizes such a condition by its instructions.
    init?(_ predicate: CELInstruction.Operand?, of local: Int, in code: CELCode) {
        guard let predicate, predicate.place == .node else { return nil }
        let comparison = code.instructions[Int(predicate.index)]
        guard Self.operations.contains(comparison.operation),
            comparison.rightPlace == CELInstruction.Place.constant.rawValue
        else { return nil }
        operation = comparison.operation
        constant = code.constants[Int(comparison.right)]
        if comparison.leftPlace == CELInstruction.Place.node.rawValue {
            let size = code.instructions[Int(comparison.left)]
            guard size.operation == .size, size.leftPlace == CELInstruction.Place.local.rawValue,
                Int(size.left) == local
            else { return nil }
            isSize = true
        } else {
            guard comparison.leftPlace == CELInstruction.Place.local.rawValue,
                Int(comparison.left) == local
            else { return nil }
            isSize = false
        }
    }

    private static let operations: [CELInstruction.Operation] = [
        .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual,
    ]
}
