/// A part of an expression over a record as a program of values, with the fields that it reads.
struct CELRecordValues<Record>: Sendable {
    let program: CELProgram
    /// How the variables are read, in the order of the program's slots.
    private let readers: [CELReader<Record>.Read<CELValue>]

    /// Compiles a part.
    ///
    /// - Parameters:
    ///   - checked: the whole expression, whose variables lie in the slots of its data.
    ///   - node: the part.
    ///   - environment: what the expression was checked in.
    ///   - variables: how each of the slots is read.
    init(
        _ checked: CELCheckedExpression,
        _ node: CELExpression.NodeID,
        _ environment: CELEnvironment,
        _ variables: [CELReader<Record>]
    ) {
        let (part, slots) = checked.part(node)
        program = CELProgram(part, environment.renumbered(slots))
        readers = slots.map { variables[$0].value }
    }

    func value(_ record: Record) throws(CELError) -> CELValue {
        try evaluate(record).get()
    }

    /// The answer of a condition; `nil` where it has none.
    func answer(_ record: Record) -> Bool? {
        guard case .success(.bool(let answer)) = evaluate(record) else { return nil }
        return answer
    }

    /// What an evaluation costs at most.
    var cost: CELCost { program.source.checked.cost(in: program.source.environment) }

    /// Says why a condition has the outcome that it has.
    func explain(_ record: Record) -> CELExplanation {
        program.explain(data: readers.map { $0(record) })
    }

    private func evaluate(_ record: Record) -> Result<CELValue, CELError> {
        let none: [CELValue] = []
        if readers.count == 1 {
            let values = CollectionOfOne(readers[0](record))
            return program.evaluate(data: values.span, event: none.span, inputs: none.span)
        }
        let values = readers.map { $0(record) }
        return program.evaluate(data: values.span, event: none.span, inputs: none.span)
    }
}

extension CELCheckedExpression {
    /// A part as an expression of its own, which reads only what the part names.
    ///
    /// - Returns: the part, and which slot of the whole each of its slots was.
    fileprivate func part(_ node: CELExpression.NodeID) -> (CELCheckedExpression, [Int]) {
        var slots: [Int] = []
        var renumbered = references
        var pending = [node]
        while let current = pending.popLast() {
            if case .variable(let slot) = references[current] {
                let place = slots.firstIndex(of: slot.index) ?? slots.count
                if place == slots.count { slots.append(slot.index) }
                renumbered[current] = .variable(CELSlot(.data, place))
            } else {
                pending += expression[current].kind.children
            }
        }
        let part = CELCheckedExpression(
            expression: CELExpression(nodes: expression.nodes, root: node),
            type: types[node],
            types: types,
            references: renumbered
        )
        return (part, slots)
    }
}

extension CELEnvironment {
    /// The environment with some of the slots of its data in a row, and the others behind them.
    fileprivate func renumbered(_ slots: [Int]) -> CELEnvironment {
        var result = self
        result.move(
            variables.mapValues { variable in
                let old = variable.slot.index
                return CELSlot(.data, slots.firstIndex(of: old) ?? slots.count + old)
            }
        )
        return result
    }
}
