import PassoCEL
import PassoCore
import PassoDiagnostics

/// A place in the data where a value can be stored.
struct StorePlace {
    let slot: Int
    let path: [PathStep]
}

extension Compilation {
    /// Stores a value at a location; one that is none is an error when it is reached (5.4).
    mutating func openAssign(
        _ location: ExpressionDeclaration,
        _ content: ContentDeclaration,
        _ context: ActionContext
    ) -> [ActionBlueprint] {
        guard let store = storePlace(location, context),
            let program = program(of: content, in: context.scope)
        else { return [failure("notALocation", at: location.range)] }
        return [Self.assign(store, program, place: place(location.range))]
    }

    /// The action that stores a value.
    static func assign(_ store: StorePlace, _ program: CELProgram, place: Int) -> ActionBlueprint {
        store.path.isEmpty
            ? .assign(slot: store.slot, program, place: place)
            : .assignPath(slot: store.slot, path: store.path, program, place: place)
    }

    /// The place that a location of an open chart names; nil, with a warning, when it is none.
    mutating func storePlace(
        _ location: ExpressionDeclaration,
        _ context: ActionContext
    ) -> StorePlace? {
        if let slot = openSlot(location.text) { return StorePlace(slot: slot, path: []) }
        guard let path = locationPath(location), let slot = openSlot(path.name) else {
            report(.notALocation(location.text, at: location.range, in: source).warning)
            return nil
        }
        let steps = path.steps.map { step -> PathStep in
            switch step {
            case .member(let name, _): return .member(name)
            case .index(let range):
                return .index(
                    compileLate(location.part(range), in: context.scope, as: nil).program
                )
            }
        }
        return StorePlace(slot: slot, path: steps)
    }

    /// The slot of a data item that documents can change.
    private func openSlot(_ name: String) -> Int? {
        symbols.dataIndex[ContentText.collapsed(name).unquotedName].map { symbols.data[$0].slot }
    }

    /// The path of a location; nil when the text is none.
    func locationPath(_ location: ExpressionDeclaration) -> LocationPath? {
        let (parsed, problems) = CELParser.parse(
            location.text,
            limits: valueScope.environment.limits,
            allowsQuotedNames: isOpen
        )
        guard let parsed, problems.isEmpty else { return nil }
        return LocationPath(parsed) { symbols.dataIndex[$0] != nil }
    }

    /// A loop; an item that can be no variable is an error, and nothing is run (4.6).
    mutating func openLoop(_ loop: LoopDeclaration, _ context: ActionContext) -> ActionBlueprint? {
        guard let inner = nested(context, at: loop.item.range) else { return nil }
        let item = loopSlot(loop.item)
        let index = loop.index.map { loopSlot($0) }
        var list = compileLate(loop.list, in: context.scope, as: .list(.dyn)).program
        if item == nil || index == .some(nil) {
            list = .failing(.lateMistake("notALocation", at: 0..<0))
        }
        return .forEach(
            ForEachBlueprint(
                list: list,
                item: item ?? 0,
                index: index ?? nil,
                actions: lower(loop.body, inner),
                place: place(loop.list.range)
            )
        )
    }

    private mutating func loopSlot(_ name: Located<String>) -> Int? {
        if let slot = openSlot(name.value) { return slot }
        report(.notALocation(name.value, at: name.range, in: source).warning)
        return nil
    }

    /// Queues an internal event (4.2), which has no data.
    mutating func openRaise(
        _ event: Located<String>,
        _ arguments: [AssignmentDeclaration]
    ) -> ActionBlueprint {
        for argument in arguments {
            report(
                .unknown(
                    "unknown-argument",
                    argument.name.value,
                    nearest: nil,
                    at: argument.name.range,
                    in: source
                )
            )
        }
        spoken.insert(event.value)
        return .raise(event: event.value, place: place(event.range))
    }

    /// The values of a list of names with expressions (5.7).
    mutating func named(
        _ arguments: [AssignmentDeclaration],
        _ context: ActionContext
    ) -> [NamedProgram] {
        arguments.compactMap { argument in
            expressionProgram(argument.value, context, as: nil).map {
                NamedProgram(
                    name: argument.name.value,
                    value: $0,
                    place: place(argument.value.range)
                )
            }
        }
    }

    /// The values of data items by their names (6.2, `namelist`): all of them are needed.
    mutating func nameList(
        _ names: [Located<String>],
        _ context: ActionContext
    ) -> [NamedProgram] {
        names.compactMap { name in
            let location = ExpressionDeclaration(text: name.value, range: name.range, scalar: nil)
            var program: CELProgram?
            if let slot = openSlot(name.value) {
                let tree = CELExpression(name: symbols.data[slot].name, range: 0..<0)
                program = CELProgram(
                    CELChecker.resolve(tree, in: context.scope.environment),
                    context.scope.environment
                )
            } else if locationPath(location) != nil {
                program = expressionProgram(location, context, as: nil)
            } else {
                report(.notALocation(name.value, at: name.range, in: source).warning)
                program = .failing(.lateMistake("notALocation", at: 0..<0))
            }
            return program.map {
                NamedProgram(
                    name: name.value,
                    value: $0,
                    isRequired: true,
                    place: place(name.range)
                )
            }
        }
    }
}
