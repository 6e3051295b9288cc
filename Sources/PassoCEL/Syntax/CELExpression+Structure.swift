extension CELExpression.Kind {
    /// The nodes directly below.
    public var children: [CELExpression.NodeID] {
        switch self {
        case .literal, .identifier, .invalid: []
        case .select(let operand, _, _): [operand]
        case .call(_, let target, let arguments): (target.map { [$0] } ?? []) + arguments
        case .list(let elements), .map(let elements): elements
        case .message(_, let fields): fields.map(\.value)
        case .optionalEntry(let value): [value]
        case .block(let values, let result): values + [result]
        case .comprehension(let macro):
            [macro.range] + [macro.predicate, macro.transform].compactMap { $0 }
        }
    }

    /// The node without its children: what two equal trees share at each place.
    fileprivate var shape: CELExpression.Kind {
        replacingChildren { _ in 0 }
    }

    /// The same kind of node over other children.
    func replacingChildren(
        _ place: (CELExpression.NodeID) -> CELExpression.NodeID
    ) -> CELExpression.Kind {
        switch self {
        case .literal, .identifier, .invalid: self
        case .select(let operand, let member, let isTest):
            .select(place(operand), member: member, isTest: isTest)
        case .call(let function, let target, let arguments):
            .call(
                function: function,
                target: target.map(place),
                arguments: arguments.map(place)
            )
        case .list(let elements): .list(elements.map(place))
        case .map(let elements): .map(elements.map(place))
        case .optionalEntry(let value): .optionalEntry(place(value))
        case .block(let values, let result):
            .block(values.map(place), result: place(result))
        case .message(let name, let fields):
            .message(
                name: name,
                fields: fields.map {
                    CELExpression.Field(name: $0.name, value: place($0.value))
                }
            )
        case .comprehension(let macro):
            .comprehension(
                CELExpression.Comprehension(
                    macro: macro.macro,
                    range: place(macro.range),
                    variable: macro.variable,
                    variable2: macro.variable2,
                    predicate: macro.predicate.map(place),
                    transform: macro.transform.map(place)
                )
            )
        }
    }
}

extension CELExpression: Equatable {
    /// Whether both trees say the same, wherever their nodes stand in their texts.
    public static func == (left: CELExpression, right: CELExpression) -> Bool {
        var pending = [(left.root, right.root)]
        while let (first, second) = pending.popLast() {
            let (first, second) = (left[first].kind, right[second].kind)
            guard first.shape == second.shape else { return false }
            pending += zip(first.children, second.children)
        }
        return true
    }
}
