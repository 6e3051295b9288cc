import PassoCEL

/// What the tests of a condition say: the same numbers as in `CELConditionTest`, which another module
/// would have to be asked for.
enum Answer {
    /// The condition holds.
    static let yes: Int32 = -1
    /// The condition does not hold.
    static let no: Int32 = -2
    /// The program must say.
    static let unknown: Int32 = -3
}

extension ChartTables {
    /// What the tests of a condition say.
    ///
    /// They begin at `start`, which may be the answer itself.
    ///
    /// - Returns: ``Answer/yes``, ``Answer/no``, or
    ///   ``Answer/unknown`` where the program must say.
    @inline(__always)
    func answer(
        _ start: Int32,
        _ data: borrowing [CELValue],
        _ event: Span<CELValue>,
        _ inputs: borrowing [CELValue]
    ) -> Int32 {
        var place = start
        while place >= 0 {
            let test = tests[Int(place)]
            switch test.kind {
            case .dataRange: place = Self.range(test, data.span)
            case .dataTrue: place = Self.truth(test, data.span)
            case .eventRange: place = Self.range(test, event)
            case .always: place = test.held
            case .other: return Answer.unknown
            default: place = otherAnswer(test, data.span, event, inputs.span)
            }
        }
        return place
    }

    /// The tests that are less common, apart so that the common ones stay short.
    @inline(never)
    private func otherAnswer(
        _ test: CELConditionTest,
        _ data: Span<CELValue>,
        _ event: Span<CELValue>,
        _ inputs: Span<CELValue>
    ) -> Int32 {
        switch test.kind {
        case .eventTrue: return Self.truth(test, event)
        case .inputsTrue: return Self.truth(test, inputs)
        case .inputsRange: return Self.range(test, inputs)
        default: break
        }
        guard let left = Self.int(test.left, in: test.leftSpace, data, event, inputs),
            let right = Self.int(test.right, in: test.rightSpace, data, event, inputs)
        else { return Answer.unknown }
        let holds: Bool
        if case .less = test.kind { holds = left < right } else { holds = left == right }
        return holds ? test.held : test.failed
    }

    @inline(__always)
    private static func int(
        _ slot: UInt16,
        in space: CELSlot.Space,
        _ data: Span<CELValue>,
        _ event: Span<CELValue>,
        _ inputs: Span<CELValue>
    ) -> Int64? {
        switch space {
        case .data: int(slot, data)
        case .event: int(slot, event)
        case .inputs: int(slot, inputs)
        }
    }

    @inline(__always)
    private static func int(_ slot: UInt16, _ values: Span<CELValue>) -> Int64? {
        guard Int(slot) < values.count, case .int(let value) = values[Int(slot)] else {
            return nil
        }
        return value
    }

    @inline(__always)
    private static func range(_ test: CELConditionTest, _ values: Span<CELValue>) -> Int32 {
        guard let value = int(test.left, values) else { return Answer.unknown }
        return UInt64(bitPattern: value &- test.low) <= test.width ? test.held : test.failed
    }

    @inline(__always)
    private static func truth(_ test: CELConditionTest, _ values: Span<CELValue>) -> Int32 {
        guard Int(test.left) < values.count, case .bool(let value) = values[Int(test.left)] else {
            return Answer.unknown
        }
        return value ? test.held : test.failed
    }
}

extension CELQuickValue {
    /// The value, or nil where the program must say.
    @inline(__always)
    func quickly(
        _ data: borrowing [CELValue],
        _ event: Span<CELValue>,
        _ inputs: borrowing [CELValue]
    ) -> CELValue? {
        switch space {
        case .data: quickly(data.span)
        case .event: quickly(event)
        case .inputs: quickly(inputs.span)
        }
    }

    @inline(__always)
    private func quickly(_ values: Span<CELValue>) -> CELValue? {
        guard slot < values.count else { return nil }
        switch kind {
        case .none: return nil
        case .load: return values[slot]
        case .add:
            guard case .int(let number) = values[slot] else { return nil }
            let (sum, overflow) = number.addingReportingOverflow(addend)
            return overflow ? nil : .int(sum)
        }
    }
}
