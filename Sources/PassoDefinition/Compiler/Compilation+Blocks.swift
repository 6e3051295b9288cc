import PassoCEL
import PassoCore
import PassoDiagnostics

extension Compilation {
    mutating func branch(
        _ condition: ExpressionDeclaration,
        _ then: [ActionDeclaration],
        _ otherwise: [ActionDeclaration],
        _ context: ActionContext
    ) -> [ActionBlueprint] {
        var branches: [BranchBlueprint] = []
        var next = (condition: condition, then: then, otherwise: otherwise)
        while true {
            guard let inner = nested(context, at: next.condition.range) else { return [] }
            let program = expressionProgram(next.condition, context, as: .bool)
            let actions = lower(next.then, inner)
            if let program {
                branches.append(BranchBlueprint(condition: program, actions: actions))
            }
            // An `if` that is all of an `else` is one branch more of the same choice.
            if next.otherwise.count == 1,
                case .branch(let condition, let then, let otherwise) = next.otherwise[0]
            {
                next = (condition, then, otherwise)
                continue
            }
            let last = lower(next.otherwise, inner)
            if !last.isEmpty { branches.append(BranchBlueprint(condition: nil, actions: last)) }
            return branches.isEmpty ? [] : [.branch(branches, place: place(condition.range))]
        }
    }

    mutating func loop(_ loop: LoopDeclaration, _ context: ActionContext) -> ActionBlueprint? {
        guard var inner = nested(context, at: loop.item.range) else { return nil }
        let program = expressionProgram(loop.list, context, as: .list(.dyn))
        var element = CELType.dyn
        if case .list(let known) = program?.type { element = known }
        guard let item = variable(loop.item, element, &inner) else { return nil }
        var index: Int?
        if let name = loop.index {
            index = variable(name, .int, &inner)
            if index == nil { return nil }
        }
        let actions = lower(loop.body, inner)
        return program.map {
            .forEach(
                ForEachBlueprint(
                    list: $0,
                    item: item,
                    index: index,
                    actions: actions,
                    place: place(loop.list.range)
                )
            )
        }
    }

    /// Declares a variable of a loop; nil when its name is taken.
    private mutating func variable(
        _ name: Located<String>,
        _ type: CELType,
        _ context: inout ActionContext
    ) -> Int? {
        guard checkName(name, .value) else { return nil }
        if let first = symbols.place(of: name.value) {
            report(.duplicateName(name, first: first, in: source))
            return nil
        }
        let slot = symbols.data.count + symbols.hidden.count
        symbols.hidden.append(HiddenSlot(name: "for.\(slot).\(name.value)", type: type))
        context.scope.environment.declare(
            name.value,
            type,
            at: CELSlot(.data, slot),
            bounds: undeclaredBounds(of: type)
        )
        context.loops[name.value] = slot
        return slot
    }

    /// The context one block deeper; nil past the limit.
    mutating func nested(
        _ context: ActionContext,
        at range: SourceRange
    ) -> ActionContext? {
        guard context.depth < limits.actionDepth else {
            report(
                .definitionLimit("actionDepth", limit: limits.actionDepth, at: range, in: source)
            )
            return nil
        }
        var inner = context
        inner.depth += 1
        return inner
    }
}

extension Symbols {
    /// Where a name of expressions is declared.
    func place(of name: String) -> SourceRange? {
        if let index = dataIndex[name] { return data[index].declaration.name.range }
        return constants[name]?.range
    }
}
