import PassoCEL
import PassoCore
import PassoDiagnostics

extension Compilation {
    /// The ids under which charts are invoked, with the workflow that each runs.
    ///
    /// In a typed chart an invocation without an id has that of its state, numbered from the second
    /// one on, so that `done.invoke.STATE` is an event with a name.
    mutating func collectInvokes() {
        var found: [String: Located<String>?] = [:]
        var seen: [String: SourceRange] = [:]
        var repeated: [(Located<String>, SourceRange)] = []
        declaration.forEachState { state in
            for (number, invoke) in state.invokes.enumerated() {
                let id = invoke.id ?? Located(Self.invokeID(state, number), at: invoke.range)
                if let first = seen[id.value] { repeated.append((id, first)) }
                seen[id.value] = id.range
                found[id.value] = .some(invoke.workflow)
            }
        }
        for (id, first) in repeated { report(.duplicateName(id, first: first, in: source)) }
        invoked = found
        for id in found.keys.sorted() where symbols.eventIndex["done.invoke.\(id)"] == nil {
            derive("done.invoke.\(id)", [], at: seen[id] ?? reading.start)
        }
    }

    /// Adds an event that the engine makes and nobody declares.
    mutating func derive(_ name: String, _ parameters: [ParameterSymbol], at range: SourceRange) {
        let name = Located(name, at: range)
        let declaration = EventDeclaration(
            signature: SignatureDeclaration(name: name),
            isInternal: true
        )
        let signature = SignatureSymbol(name: name.value, parameters: parameters)
        symbols.derived.insert(name.value)
        symbols.add(EventSymbol(declaration: declaration, signature: signature))
    }

    /// An invocation of a state (Recommendation, 6.4).
    mutating func lower(
        _ invoke: InvokeDeclaration,
        of state: StateDeclaration,
        number: Int,
        _ context: ActionContext
    ) -> InvokeBlueprint? {
        guard !isOpen else {
            return openInvoke(invoke, of: state.id.value, number: number, context)
        }
        if serial == nil { serial = hiddenSlot("serial", .int) }
        var result = InvokeBlueprint(
            activeSlot: hiddenSlot("invoke.\(state.id.value).\(number)", .dyn),
            place: place(invoke.range)
        )
        result.id = invoke.id?.value ?? Self.invokeID(state, number)
        result.workflow = invoke.workflow.flatMap { workflow($0) }
        result.type = invoke.type?.name?.value
        result.typeProgram = text(invoke.type, context)
        result.src = invoke.src?.name?.value
        result.srcProgram = text(invoke.src, context)
        result.content = invoke.content.flatMap { document($0, context) }
        result.arguments =
            nameList(invoke.nameList, context) + named(invoke.arguments, context)
        result.idSlot = invoke.idLocation.flatMap { idSlot($0) }
        result.finalize = lower(invoke.finalize ?? [], context)
        result.isAutoforward = invoke.isAutoforward
        return result
    }

    private static func invokeID(_ state: StateDeclaration, _ number: Int) -> String {
        number == 0 ? state.id.value : "\(state.id.value).\(number + 1)"
    }

    /// The workflow that an invocation runs: that of a target, or one that a target runs.
    private mutating func workflow(_ name: Located<String>) -> String? {
        if let target = symbols.targets[name.value] { return target.workflow }
        if symbols.targets.values.contains(where: { $0.workflow == name.value }) {
            return name.value
        }
        let known = symbols.targets.keys + symbols.targets.values.map(\.workflow)
        report(
            .unknown(
                "unknown-target",
                name.value,
                nearest: nearest(to: name.value, in: Set(known).sorted()),
                at: name.range,
                in: source
            )
        )
        return nil
    }

    /// A name that is computed: a text.
    mutating func text(_ name: NameDeclaration?, _ context: ActionContext) -> CELProgram? {
        guard case .expression(let expression) = name else { return nil }
        return expressionProgram(expression, context, as: .string)
    }

    /// The data item that takes an id that is made: one of texts.
    mutating func idSlot(_ location: ExpressionDeclaration) -> Int? {
        guard let path = locationPath(location), path.steps.isEmpty else {
            report(.notALocation(location.text, at: location.range, in: source))
            return nil
        }
        guard let item = changeable(Located(path.name, at: location.range)) else { return nil }
        guard item.type.accepts(.string), !item.declaration.hasRules else {
            report(
                .expressionType(
                    "string",
                    expected: item.type.definitionName,
                    at: location.range,
                    in: source
                )
            )
            return nil
        }
        return item.slot
    }
}
