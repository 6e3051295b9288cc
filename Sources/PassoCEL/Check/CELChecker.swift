/// Checks the types of expressions.
public enum CELChecker {
    /// Resolves the names of an expression and checks its types.
    ///
    /// Typing is gradual: what is `dyn` is accepted everywhere and checked at run time.
    ///
    /// - Returns: the checked expression, or `nil` and what is wrong.
    public static func check(
        _ expression: CELExpression,
        in environment: CELEnvironment
    ) -> (CELCheckedExpression?, [CELProblem]) {
        var walk = CELCheckWalk(expression, environment, isStrict: true)
        let checked = walk.run()
        return (walk.problems.isEmpty ? checked : nil, walk.problems)
    }

    /// Resolves names only, leaving all types to the run time.
    ///
    /// Names and functions that are unknown become errors of the evaluation.
    public static func resolve(
        _ expression: CELExpression,
        in environment: CELEnvironment
    ) -> CELCheckedExpression {
        var walk = CELCheckWalk(expression, environment, isStrict: false)
        return walk.run()
    }
}

/// One walk over a tree: from the root down for names, from the leaves up for types.
struct CELCheckWalk {
    typealias NodeID = CELExpression.NodeID

    let expression: CELExpression
    let environment: CELEnvironment
    /// Whether types are checked; otherwise every type is `dyn`.
    let isStrict: Bool
    var types: [CELType]
    var references: [CELReference?]
    var problems: [CELProblem] = []
    var unifier = CELTypeUnifier()
    /// The variables of the open macros, innermost last.
    var locals: [(name: String, type: CELType)] = []

    init(_ expression: CELExpression, _ environment: CELEnvironment, isStrict: Bool) {
        self.expression = expression
        self.environment = environment
        self.isStrict = isStrict
        types = Array(repeating: .dyn, count: expression.nodes.count)
        references = Array(repeating: nil, count: expression.nodes.count)
    }

    mutating func run() -> CELCheckedExpression {
        check(expression.root)
        if isStrict { for place in types.indices { types[place] = final(types[place]) } }
        problems.sort { $0.range.lowerBound < $1.range.lowerBound }
        problems = Array(problems.prefix(environment.limits.problems))
        return CELCheckedExpression(
            expression: expression,
            type: types[expression.root],
            types: types,
            references: references
        )
    }

    private func final(_ type: CELType) -> CELType {
        unifier.resolved(type, unboundAsDyn: true)
    }

    /// Checks a node and all below it.
    ///
    /// The depth of the recursion is that of the tree, which ``CELLimits/nesting`` bounds.
    @discardableResult
    mutating func check(_ node: NodeID) -> CELType {
        let type = type(of: node)
        types[node] = isStrict && type.isSmall ? type : .dyn
        return types[node]
    }

    private mutating func type(of node: NodeID) -> CELType {
        switch expression[node].kind {
        case .literal(let value): return value.value.type
        case .identifier(let name, let isRooted): return identifier(node, name, isRooted)
        case .select(let operand, let member, let isTest):
            return select(node, operand, member, isTest)
        case .call(let function, let target, let arguments):
            return call(node, function, target, arguments)
        case .list(let elements): return .list(join(elements))
        case .map(let entries): return map(entries)
        case .message(let name, let fields): return message(node, name, fields)
        case .comprehension(let macro): return comprehension(macro)
        case .optionalEntry(let value): return optionalEntry(value)
        case .block(let values, let result): return block(values, result)
        case .invalid: return .dyn
        }
    }

    private mutating func join(_ elements: [NodeID]) -> CELType {
        var common: CELType?
        for element in elements {
            let type = check(element)
            common = unifier.join(common, type)
        }
        return common ?? unifier.fresh()
    }

    private mutating func map(_ entries: [NodeID]) -> CELType {
        var key: CELType?
        var value: CELType?
        for (place, entry) in entries.enumerated() {
            let type = check(entry)
            if place.isMultiple(of: 2) {
                key = unifier.join(key, type.isMapKey || type.isScalar ? type : .dyn)
            } else {
                value = unifier.join(value, type)
            }
        }
        return .map(key: key ?? unifier.fresh(), value: value ?? unifier.fresh())
    }

    private mutating func message(
        _ node: NodeID,
        _ name: String,
        _ fields: [CELExpression.Field]
    ) -> CELType {
        for field in fields { check(field.value) }
        report(
            .unknownName,
            .unknownType,
            expression[node].focus,
            [CELArgument("name", name)],
            suggestion: nil
        )
        return .dyn
    }
}

extension CELCheckWalk {
    mutating func report(
        _ kind: CELProblem.Kind,
        _ code: CELProblem.Code,
        _ range: Range<Int>,
        _ arguments: [CELArgument],
        suggestion: String?
    ) {
        guard isStrict else { return }
        problems.append(
            CELProblem(
                kind: kind,
                code: code,
                range: range,
                arguments: arguments,
                suggestion: suggestion
            )
        )
    }

    /// The type as a message shows it.
    func shown(_ type: CELType) -> String {
        unifier.resolved(type, unboundAsDyn: true).description
    }
}
