extension CELTreeBuilder {
    /// A call on a receiver: one of the macros, or a member function.
    mutating func macroCall(
        _ name: String,
        _ focus: Range<Int>,
        target: NodeID,
        _ arguments: [NodeID]
    ) -> NodeID {
        let range = range(from: target)
        if let macro = CELExpression.Comprehension.Macro(rawValue: name),
            arguments.count == 2 || macro == .map && arguments.count == 3
        {
            return comprehension(macro, focus, range, target, arguments)
        }
        return add(
            .call(function: name, target: target, arguments: arguments),
            range,
            focus: focus,
            children: [target] + arguments
        )
    }

    private mutating func comprehension(
        _ macro: CELExpression.Comprehension.Macro,
        _ focus: Range<Int>,
        _ range: Range<Int>,
        _ target: NodeID,
        _ arguments: [NodeID]
    ) -> NodeID {
        let last = arguments[arguments.count - 1]
        guard case .identifier(let variable, false) = nodes[arguments[0]].kind else {
            let found = nodes[arguments[0]]
            if found.kind != .invalid {
                misused(macro.rawValue, "name", found.range)
            }
            return add(.invalid, range, focus: focus, children: [target] + arguments)
        }
        let transform = macro == .map ? last : nil
        let predicate = macro != .map ? last : arguments.count == 3 ? arguments[1] : nil
        return add(
            .comprehension(
                CELExpression.Comprehension(
                    macro: macro,
                    range: target,
                    variable: variable,
                    predicate: predicate,
                    transform: transform
                )
            ),
            range,
            focus: focus,
            children: [target] + arguments
        )
    }

    /// `has(a.b)`: the selection becomes a test.
    mutating func has(_ argument: NodeID, _ focus: Range<Int>, _ range: Range<Int>) -> NodeID {
        guard case .select(let operand, let member, false) = nodes[argument].kind else {
            if nodes[argument].kind != .invalid {
                misused("has", "selection", nodes[argument].range)
            }
            return add(.invalid, range, focus: focus, children: [argument])
        }
        return add(
            .select(operand, member: member, isTest: true),
            range,
            focus: nodes[argument].focus,
            children: [operand]
        )
    }

    private mutating func misused(_ macro: String, _ expected: String, _ range: Range<Int>) {
        report(
            .macroArgument,
            range,
            [CELArgument("macro", macro), CELArgument("expected", expected)]
        )
    }
}
