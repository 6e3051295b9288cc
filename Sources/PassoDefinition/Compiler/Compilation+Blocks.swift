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
        guard var inner = nested(context, at: condition.range) else { return [] }
        let program = expressionProgram(condition, context, as: .bool)
        inner.depth = context.depth + 1
        let first = lower(then, inner)
        let second = lower(otherwise, inner)
        guard let program else { return [] }
        var branches = [BranchBlueprint(condition: program, actions: first)]
        if !second.isEmpty { branches.append(BranchBlueprint(condition: nil, actions: second)) }
        return [.branch(branches, place: place(condition.range))]
    }

    mutating func loop(
        _ item: Located<String>,
        _ list: ExpressionDeclaration,
        _ body: [ActionDeclaration],
        _ context: ActionContext
    ) -> [ActionBlueprint] {
        guard var inner = nested(context, at: item.range) else { return [] }
        let program = expressionProgram(list, context, as: .list(.dyn))
        var element = CELType.dyn
        if case .list(let known) = program?.type { element = known }
        guard checkName(item, .value) else { return [] }
        if let first = symbols.place(of: item.value) {
            report(.duplicateName(item, first: first, in: source))
            return []
        }
        let slot = symbols.data.count + symbols.hidden.count
        symbols.hidden.append(HiddenSlot(name: "for.\(slot).\(item.value)", type: element))
        inner.scope.environment.declare(
            item.value,
            element,
            at: CELSlot(.data, slot),
            bounds: undeclaredBounds(of: element)
        )
        inner.loops[item.value] = slot
        let actions = lower(body, inner)
        guard let program else { return [] }
        return [
            .forEach(
                ForEachBlueprint(
                    list: program,
                    item: slot,
                    actions: actions,
                    place: place(list.range)
                )
            )
        ]
    }

    /// The context one block deeper; nil past the limit.
    private mutating func nested(
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
