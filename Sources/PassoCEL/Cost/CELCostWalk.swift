/// One walk over a tree that reckons the largest sizes and costs, from the leaves up.
struct CELCostWalk {
    typealias NodeID = CELExpression.NodeID

    let checked: CELCheckedExpression
    let environment: CELEnvironment
    /// The worst case of each node with all below it.
    var units: [UInt64]
    /// The bounds of the variables of the open macros, by their places.
    var locals: [CELBounds] = []
    /// The bounds of the declared variables, as far as they have been asked for.
    private let variables: [CELSlot: CELBounds]

    init(_ checked: CELCheckedExpression, _ environment: CELEnvironment) {
        self.checked = checked
        self.environment = environment
        units = Array(repeating: 0, count: checked.expression.nodes.count)
        let used = checked.slots
        var variables: [CELSlot: CELBounds] = [:]
        for variable in environment.variables.values where used.contains(variable.slot) {
            let bounds = variable.bounds.held(
                to: variable.type,
                environment.limits,
                largest: environment.limits.undeclaredWeight
            )
            variables[variable.slot] = variables[variable.slot]?.merged(with: bounds) ?? bounds
        }
        self.variables = variables
    }

    var limits: CELLimits { environment.limits }

    /// Reckons a node and all below it, once.
    ///
    /// The depth of the recursion is that of the tree, which ``CELLimits/nesting`` bounds.
    mutating func visit(_ node: NodeID) -> CELBounds {
        switch checked.references[node] {
        case .variable(let slot):
            units[node] = CELUnits.node
            return variables[slot] ?? .unbounded
        case .constant(let value):
            units[node] = CELUnits.node
            return CELBounds(value).held(to: .dyn, limits)
        case .local(let place):
            units[node] = CELUnits.node
            return place < locals.count ? locals[place] : .unbounded
        case .unknown:
            units[node] = CELUnits.node
            return .scalar
        case .function(_, let overloads, let isQualified):
            return call(node, overloads, isQualified)
        case nil: return computed(node)
        }
    }

    private mutating func computed(_ node: NodeID) -> CELBounds {
        switch checked.expression[node].kind {
        case .literal(let literal):
            units[node] = CELUnits.node
            return CELBounds(literal.value)
        case .identifier, .invalid:
            units[node] = CELUnits.node
            return .scalar
        case .select(let operand, let member, let isTest):
            return select(node, operand, member, isTest)
        case .call(let function, _, let arguments): return operation(node, function, arguments)
        case .list(let elements): return list(node, elements)
        case .map(let entries): return map(node, entries)
        case .message(_, let fields):
            _ = visit(all: fields.map(\.value), of: node)
            return .unbounded
        case .comprehension(let macro): return comprehension(node, macro)
        case .optionalEntry(let value): return visit(all: [value], of: node)[0].element
        case .block(let values, let result): return block(node, values, result)
        }
    }

    /// Reckons the children, and charges the node for them and for itself.
    mutating func visit(all children: [NodeID], of node: NodeID) -> [CELBounds] {
        let bounds = children.map { visit($0) }
        charge(node, children.reduce(CELUnits.node) { $0.plus(units[$1]) })
        return bounds
    }

    /// Adds to the worst case of a node.
    mutating func charge(_ node: NodeID, _ more: UInt64) { units[node] = units[node].plus(more) }
}

// MARK: - Members, lists and maps

extension CELCostWalk {
    private mutating func select(
        _ node: NodeID,
        _ operand: NodeID,
        _ member: String,
        _ isTest: Bool
    ) -> CELBounds {
        let whole = visit(all: [operand], of: node)[0]
        charge(node, CELUnits.look(CELSize(CELValue(member))))
        return isTest ? .scalar : part(of: whole, operand, node)
    }

    /// The bounds of a member, of an element or of the value at a key.
    ///
    /// A part of an optional is an optional too; what is not checked may be one.
    func part(of whole: CELBounds, _ operand: NodeID, _ node: NodeID) -> CELBounds {
        switch checked.types[operand] {
        case .list, .map: return whole.element
        case .dyn: return whole.element.merged(with: .optional(whole.anyPart))
        case let type where type.optionalValue != nil:
            return .optional(whole.element.element)
        default: return CELBounds.unbounded.held(to: checked.types[node], limits)
        }
    }

    private mutating func list(_ node: NodeID, _ elements: [NodeID]) -> CELBounds {
        let parts = visit(all: elements, of: node)
        charge(node, CELUnits.build(elements: UInt64(elements.count)))
        var weight: UInt64 = 1
        for part in parts { weight = weight.plus(part.weight) }
        return Self.merged(parts).in(
            CELBounds.Level(
                count: UInt64(elements.count),
                weight: min(weight, CELLimits.valueWeight)
            )
        )
    }

    private mutating func map(_ node: NodeID, _ entries: [NodeID]) -> CELBounds {
        let parts = visit(all: entries, of: node)
        let count = UInt64(entries.count / 2)
        var weight = count.times(CELUnits.entryWeight).plus(1)
        var keyWeight: UInt64 = 0
        for (place, part) in parts.enumerated() {
            weight = weight.plus(part.weight)
            if place.isMultiple(of: 2) { keyWeight = keyWeight.plus(part.weight) }
        }
        charge(node, CELUnits.build(entries: count, keyWeight: keyWeight))
        let keys = stride(from: 0, to: parts.count, by: 2).map { parts[$0].bytes }
        let values = stride(from: 1, to: parts.count, by: 2).map { parts[$0] }
        return Self.merged(values).in(
            CELBounds.Level(
                count: count,
                keyBytes: keys.max() ?? 0,
                weight: min(weight, CELLimits.valueWeight)
            )
        )
    }

    static func merged(_ parts: [CELBounds]) -> CELBounds {
        guard let first = parts.first else { return .scalar }
        return parts.dropFirst().reduce(first) { $0.merged(with: $1) }
    }

    /// `cel.block`: each value is computed once at most.
    private mutating func block(
        _ node: NodeID,
        _ values: [NodeID],
        _ result: NodeID
    ) -> CELBounds {
        let outer = locals.count
        defer { locals.removeLast(locals.count - outer) }
        charge(node, CELUnits.node)
        for value in values {
            locals.append(visit(value))
            charge(node, units[value].plus(CELUnits.step))
        }
        let bounds = visit(result)
        charge(node, units[result])
        return bounds
    }
}
