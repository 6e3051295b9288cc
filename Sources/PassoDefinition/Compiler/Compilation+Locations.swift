import PassoCEL
import PassoCore
import PassoDiagnostics

extension Compilation {
    /// Stores a value at a location (Recommendation, 5.4).
    mutating func assign(
        _ location: ExpressionDeclaration,
        _ content: ContentDeclaration,
        _ context: ActionContext
    ) -> [ActionBlueprint] {
        guard !isOpen else { return openAssign(location, content, context) }
        guard let path = locationPath(location) else {
            report(.notALocation(location.text, at: location.range, in: source))
            return []
        }
        let name = Located(path.name, at: location.range)
        if path.steps.isEmpty, case .expression(let value) = content {
            let change = AssignmentDeclaration(name: name, value: value)
            return set(change, context).map { [$0] } ?? []
        }
        guard let item = changeable(name) else { return [] }
        if item.declaration.hasRules {
            report(.ruledLocation(item.name, at: location.range, in: source))
            return []
        }
        guard let (steps, type) = steps(path, of: item, location, context),
            let program = value(content, as: type, context)
        else { return [] }
        let store = StorePlace(slot: item.slot, path: steps)
        return [Self.assign(store, program, place: place(content.range))]
    }

    /// The steps of a path with their programs, and the type of what is at its end.
    private mutating func steps(
        _ path: LocationPath,
        of item: DataSymbol,
        _ location: ExpressionDeclaration,
        _ context: ActionContext
    ) -> (steps: [PathStep], type: CELType)? {
        var type = item.type
        var result: [PathStep] = []
        for step in path.steps {
            switch step {
            case .member(let name, let range):
                guard let next = type.member else {
                    reportNoMembers(type, at: location.sourceRange(of: range))
                    return nil
                }
                type = next
                result.append(.member(name))
            case .index(let range):
                guard let (key, next) = type.element else {
                    reportNoMembers(type, at: location.sourceRange(of: range))
                    return nil
                }
                guard
                    let program = expressionProgram(location.part(range), context, as: key)
                else { return nil }
                type = next
                result.append(.index(program))
            }
        }
        return (result, type)
    }

    private mutating func reportNoMembers(_ type: CELType, at range: SourceRange) {
        report(
            .guardType(
                [.init("code", "noMembers"), .init("found", type.definitionName)],
                at: range,
                in: source
            )
        )
    }

    /// The value of content where a type is expected.
    private mutating func value(
        _ content: ContentDeclaration,
        as type: CELType,
        _ context: ActionContext
    ) -> CELProgram? {
        if case .expression(let expression) = content {
            return expressionProgram(expression, context, as: type)
        }
        guard let program = program(of: content, in: context.scope) else { return nil }
        guard type.accepts(program.type) else {
            report(
                .expressionType(
                    program.type.definitionName,
                    expected: type.definitionName,
                    at: content.range,
                    in: source
                )
            )
            return nil
        }
        return program
    }
}

extension CELType {
    /// The type of a member; nil where there are none.
    fileprivate var member: CELType? {
        switch self {
        case .map(key: .string, let value), .map(key: .dyn, let value): value
        case .dyn: .dyn
        default: nil
        }
    }

    /// The types of an index and of what it leads to; nil where there is none.
    fileprivate var element: (index: CELType, value: CELType)? {
        switch self {
        case .list(let element): (.int, element)
        case .map(let key, let value): (key, value)
        case .dyn: (.dyn, .dyn)
        default: nil
        }
    }
}
