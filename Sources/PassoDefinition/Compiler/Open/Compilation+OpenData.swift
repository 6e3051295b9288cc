import PassoCEL
import PassoCore

extension Compilation {
    /// The initial values of an open chart's data; late ones come when their state is entered.
    mutating func lowerOpenData() {
        for index in symbols.data.indices {
            guard index < rootDataCount || !declaration.bindsLate else { break }
            symbols.data[index].initial = initialProgram(of: symbols.data[index].declaration)
        }
    }

    /// What a data item begins as: an expression, content or a document (Recommendation, 5.3).
    mutating func initialProgram(of item: SlotDeclaration) -> CELProgram? {
        if let initial = item.initial {
            return compile(initial, in: valueScope, as: nil)?.program
        }
        if let content = item.content { return program(of: content, in: valueScope) }
        return item.src.map { program(ofDocument: $0) }
    }

    /// The blocks that give the data of a state their values when it is first entered, before its
    /// entry actions (5.3.3).
    mutating func lateData(_ state: StateDeclaration) -> [[ActionBlueprint]] {
        guard isOpen, declaration.bindsLate, !state.data.isEmpty else { return [] }
        let entered = hiddenSlot("entered.\(state.id.value)", .bool)
        var blocks: [[ActionBlueprint]] = []
        for item in state.data {
            guard let index = symbols.dataIndex[item.name.value],
                let program = initialProgram(of: item)
            else { continue }
            let place = place(item.name.range)
            let bind = ActionBlueprint.assign(
                slot: symbols.data[index].slot,
                program,
                place: place
            )
            // An error in one of them keeps nothing from the others.
            let isFirst = BranchBlueprint(condition: isFalse(entered), actions: [bind])
            blocks.append([.branch([isFirst], place: place)])
        }
        blocks.append([
            .assign(slot: entered, constantProgram(true), place: place(state.id.range))
        ])
        return blocks
    }

    /// A condition that holds while a slot is false.
    private func isFalse(_ slot: Int) -> CELProgram? {
        var scope = constantScope
        scope.environment.declare("entered", .bool, at: CELSlot(.data, slot))
        return compile(text: "!entered", in: scope)
    }
}
