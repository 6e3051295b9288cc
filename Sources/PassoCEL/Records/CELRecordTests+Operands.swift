extension CELRecordTests {
    /// The value of a part that is a constant.
    func constant(_ node: NodeID) -> CELValue? {
        if case .constant(let value) = checked.references[node] { return value }
        switch checked.expression[node].kind {
        case .literal(let literal): return literal.value
        case .list(let elements):
            let values = elements.compactMap { constant($0) }
            return values.count == elements.count ? CELValue(values) : nil
        default: return nil
        }
    }

    /// How a part that is a variable, or a field of one, is read.
    func reader(_ node: NodeID) -> CELReader<Record>? {
        switch checked.references[node] {
        case .variable(let slot):
            return variables.indices.contains(slot.index) ? variables[slot.index] : nil
        // Within the condition of a macro no other macro is a test, so that this is its variable.
        case .local: return element
        case .constant, .function, .unknown: return nil
        case nil: break
        }
        guard case .select(let operand, let member, false) = checked.expression[node].kind else {
            return nil
        }
        return reader(operand)?.member(member)?.reader
    }

    /// What the operators of numbers compare.
    enum Number {
        case int(Read<Int64>)
        case double(Read<Double>)
        /// The number of code points of a text, which is rarely counted.
        case codePoints(NodeID)
    }

    /// How a part that is a number is read: a field, or `size` of one.
    func number(_ node: NodeID) -> Number? {
        if let measured = measured(node) {
            switch reader(measured)?.kind {
            case .string: return .codePoints(measured)
            case .list(let list):
                let count = list.count
                return .int { Int64(count($0)) }
            default: return nil
            }
        }
        switch reader(node)?.kind {
        case .int(let read): return .int(read)
        case .double(let read): return .double(read)
        default: return nil
        }
    }

    /// The argument of `size`.
    private func measured(_ node: NodeID) -> NodeID? {
        guard case .function(_, let overloads, let isQualified) = checked.references[node],
            overloads.allSatisfy({ $0.isSize }),
            case .call(_, let target, let arguments) = checked.expression[node].kind
        else { return nil }
        let all = (isQualified ? nil : target).map { [$0] + arguments } ?? arguments
        return all.count == 1 ? all[0] : nil
    }
}
