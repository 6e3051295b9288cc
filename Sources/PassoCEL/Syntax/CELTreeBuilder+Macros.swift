extension CELTreeBuilder {
    typealias Macro = CELExpression.Comprehension.Macro

    /// A call on a receiver: one of the macros, or a member function.
    mutating func macroCall(
        _ name: String,
        _ focus: Range<Int>,
        target: NodeID,
        _ arguments: [NodeID]
    ) -> NodeID {
        let range = range(from: target)
        if nodes[target].kind == .identifier("cel", isRooted: false),
            let node = namespaced(name, focus, range, arguments)
        {
            return node
        }
        if let macro = Macro(called: name), let form = macro.form(arguments.count) {
            return comprehension(macro, form, focus, range, target, arguments)
        }
        return add(
            .call(function: name, target: target, arguments: arguments),
            range,
            focus: focus,
            children: [target] + arguments
        )
    }

    private mutating func comprehension(
        _ macro: Macro,
        _ form: Macro.Form,
        _ focus: Range<Int>,
        _ range: Range<Int>,
        _ target: NodeID,
        _ arguments: [NodeID]
    ) -> NodeID {
        var names: [String] = []
        for argument in arguments.prefix(form.names) {
            guard let name = variable(argument, of: macro, besides: names.first) else {
                return add(.invalid, range, focus: focus, children: [target] + arguments)
            }
            names.append(name)
        }
        return add(
            .comprehension(
                CELExpression.Comprehension(
                    macro: macro,
                    range: target,
                    variable: names.first ?? "",
                    variable2: names.count > 1 ? names[1] : nil,
                    predicate: form.hasPredicate ? arguments[form.names] : nil,
                    transform: form.hasTransform ? arguments.last : nil
                )
            ),
            range,
            focus: focus,
            children: [target] + arguments
        )
    }

    /// The name that an argument of a macro introduces.
    private mutating func variable(
        _ argument: NodeID,
        of macro: Macro,
        besides other: String?
    ) -> String? {
        let node = nodes[argument]
        guard case .identifier(let name, false) = node.kind else {
            if node.kind != .invalid { misused(macro.rawValue, "name", node.range) }
            return nil
        }
        guard name != other else {
            misused(macro.rawValue, "otherName", node.range)
            return nil
        }
        return name
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

    fileprivate mutating func misused(
        _ macro: String,
        _ expected: String,
        _ range: Range<Int>
    ) {
        report(
            .macroArgument,
            range,
            [CELArgument("macro", macro), CELArgument("expected", expected)]
        )
    }
}

// MARK: - Macros of the namespace cel

extension CELTreeBuilder {
    /// `cel.bind`, and where they are allowed `cel.block` and its names.
    private mutating func namespaced(
        _ name: String,
        _ focus: Range<Int>,
        _ range: Range<Int>,
        _ arguments: [NodeID]
    ) -> NodeID? {
        switch (name, arguments.count) {
        case ("bind", 3): return bind(focus, range, arguments)
        case ("block", 2) where allowsBlocks: return block(focus, range, arguments)
        case ("index", 1) where allowsBlocks: return place("@index", range, arguments)
        case ("iterVar", 2) where allowsBlocks: return place("@it:", range, arguments)
        case ("accuVar", 2) where allowsBlocks: return place("@ac:", range, arguments)
        default: return nil
        }
    }

    private mutating func bind(
        _ focus: Range<Int>,
        _ range: Range<Int>,
        _ arguments: [NodeID]
    ) -> NodeID {
        guard let name = variable(arguments[0], of: .bind, besides: nil) else {
            return add(.invalid, range, focus: focus, children: arguments)
        }
        return add(
            .comprehension(
                CELExpression.Comprehension(
                    macro: .bind,
                    range: arguments[1],
                    variable: name,
                    variable2: nil,
                    predicate: nil,
                    transform: arguments[2]
                )
            ),
            range,
            focus: focus,
            children: arguments
        )
    }

    private mutating func block(
        _ focus: Range<Int>,
        _ range: Range<Int>,
        _ arguments: [NodeID]
    ) -> NodeID {
        guard case .list(let values) = nodes[arguments[0]].kind,
            !values.contains(where: { nodes[$0].kind.isOptionalEntry })
        else {
            misused("block", "list", nodes[arguments[0]].range)
            return add(.invalid, range, focus: focus, children: arguments)
        }
        return add(
            .block(values, result: arguments[1]),
            range,
            focus: focus,
            children: arguments
        )
    }

    /// A name that is made of numbers.
    private mutating func place(
        _ prefix: String,
        _ range: Range<Int>,
        _ arguments: [NodeID]
    ) -> NodeID {
        var numbers: [String] = []
        for argument in arguments {
            guard case .literal(.int(let number)) = nodes[argument].kind, number >= 0 else {
                misused(String(prefix.dropFirst()), "number", nodes[argument].range)
                return add(.invalid, range, children: arguments)
            }
            numbers.append(String(number))
        }
        let name = prefix + numbers.joined(separator: ":")
        return add(.identifier(name, isRooted: false), range, children: arguments)
    }
}

extension CELExpression.Kind {
    /// Whether this stands in a list or map only if it has a value.
    var isOptionalEntry: Bool { if case .optionalEntry = self { true } else { false } }
}

// MARK: - Forms

extension CELExpression.Comprehension.Macro {
    /// The macro that a call on a receiver may mean.
    init?(called name: String) {
        switch name {
        case "existsOne": self = .existsOne
        case "bind": return nil
        default: self.init(rawValue: name)
        }
    }

    /// What the arguments of a macro are: names, then a condition, then a transformation.
    struct Form {
        let names: Int
        let hasPredicate: Bool
        let hasTransform: Bool
    }

    /// The form with so many arguments, if there is one.
    func form(_ count: Int) -> Form? {
        switch (self, count) {
        case (.all, 2), (.exists, 2), (.existsOne, 2), (.filter, 2):
            Form(names: 1, hasPredicate: true, hasTransform: false)
        case (.all, 3), (.exists, 3), (.existsOne, 3):
            Form(names: 2, hasPredicate: true, hasTransform: false)
        case (.map, 2), (.sortBy, 2), (.optMap, 2), (.optFlatMap, 2):
            Form(names: 1, hasPredicate: false, hasTransform: true)
        case (.map, 3): Form(names: 1, hasPredicate: true, hasTransform: true)
        case (.transformList, 3), (.transformMap, 3), (.transformMapEntry, 3):
            Form(names: 2, hasPredicate: false, hasTransform: true)
        case (.transformList, 4), (.transformMap, 4), (.transformMapEntry, 4):
            Form(names: 2, hasPredicate: true, hasTransform: true)
        default: nil
        }
    }
}
