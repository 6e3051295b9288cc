import PassoCEL
import PassoCore
import PassoDiagnostics

extension Compilation {
    mutating func set(
        _ assignment: AssignmentDeclaration,
        _ context: ActionContext
    ) -> ActionBlueprint? {
        let item = changeable(assignment.name)
        guard
            let program = expressionProgram(assignment.value, context, as: item?.type),
            let item
        else { return nil }
        var stored: CELProgram? = program
        if let rules = item.rules {
            let change = FieldChange(
                item: item,
                rules: rules,
                value: assignment.value.grouped,
                range: assignment.value.range
            )
            stored = compose(change.stored, at: assignment.value.range, in: context.scope)
        }
        return stored.map { .assign(slot: item.slot, $0, place: place(assignment.value.range)) }
    }

    mutating func add(
        _ assignment: AssignmentDeclaration,
        _ context: ActionContext
    ) -> ActionBlueprint? {
        let item = changeableList(assignment.name)
        guard
            let program = expressionProgram(assignment.value, context, as: item?.element),
            let item = item?.item
        else { return nil }
        var stored: CELProgram? = program
        if let rules = item.rules, rules.isList {
            let change = FieldChange(
                item: item,
                rules: rules,
                value: assignment.value.grouped,
                range: assignment.value.range,
                kind: .add
            )
            stored = compose(change.stored, at: assignment.value.range, in: context.scope)
        }
        return stored.map { .add(slot: item.slot, $0, place: place(assignment.value.range)) }
    }

    mutating func remove(
        _ assignment: AssignmentDeclaration,
        _ context: ActionContext
    ) -> ActionBlueprint? {
        let item = changeableList(assignment.name)
        guard
            let program = expressionProgram(assignment.value, context, as: item?.element),
            let item = item?.item
        else { return nil }
        var removed: CELProgram? = program
        if let rules = item.rules, rules.isList {
            let code = ElementIdentity(rules.identity).rawValue
            removed = compose(
                "_spelling(\(item.name), oneLine(\(assignment.value.grouped)), \(code))",
                at: assignment.value.range,
                in: context.scope
            )
        }
        return removed.map { .remove(slot: item.slot, $0, place: place(assignment.value.range)) }
    }

    mutating func clear(_ name: Located<String>) -> [ActionBlueprint] {
        let items = symbols.dataItems(name.value)
        if items.isEmpty { _ = changeable(name) }
        let place = place(name.range)
        return items.map { item in
            let program = item.initial ?? constantProgram(item.type.zero)
            return .assign(slot: item.slot, program, place: place)
        }
    }

    /// Compiles what is built around a sound expression; only too large a text can keep it from that.
    private mutating func compose(
        _ text: String,
        at range: SourceRange,
        in scope: Scope
    ) -> CELProgram? {
        if let program = compile(text: text, in: scope) { return program }
        report(.guardLimit([], at: range, in: source))
        return nil
    }

    /// The data item of a name, which must be there and changeable.
    mutating func changeable(_ name: Located<String>) -> DataSymbol? {
        if let item = dataItem(name.value) { return item }
        if symbols.constants[name.value] != nil {
            report(.readOnly(name, kind: "constant", in: source))
        } else if symbols.inputIndex[name.value] != nil || symbols.isInputGroup(name.value) {
            report(.readOnly(name, kind: "input", in: source))
        } else {
            report(
                .unknown(
                    "unknown-data",
                    name.value,
                    nearest: nearest(to: name.value, in: symbols.data.map(\.name)),
                    at: name.range,
                    in: source
                )
            )
        }
        return nil
    }

    private mutating func changeableList(
        _ name: Located<String>
    ) -> (item: DataSymbol, element: CELType)? {
        guard let item = changeable(name) else { return nil }
        switch item.type {
        case .list(let element): return (item, element)
        case .dyn: return (item, .dyn)
        default:
            report(
                .guardType(
                    [
                        .init("code", "expectedType"), .init("expected", "list"),
                        .init("found", item.type.definitionName),
                    ],
                    at: name.range,
                    in: source
                )
            )
            return nil
        }
    }
}
