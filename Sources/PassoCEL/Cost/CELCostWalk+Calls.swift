extension CELCostWalk {
    /// A call of a function: the costliest of the signatures that it may mean.
    mutating func call(
        _ node: NodeID,
        _ overloads: [CELOverload],
        _ isQualified: Bool
    ) -> CELBounds {
        guard case .call(_, let target, let arguments) = checked.expression[node].kind else {
            return .scalar
        }
        let receiver = isQualified ? nil : target
        let all = (receiver.map { [$0] } ?? []) + arguments
        let bounds = visit(all: all, of: node)
        let constants = all.map { constant($0) }
        var most: UInt64 = 0
        var result: CELBounds?
        for overload in overloads
        where overload.isMember == (receiver != nil) && mayTake(overload, all) {
            let (units, bounds) = outcome(overload, bounds, constants)
            most = max(most, units)
            result = result?.merged(with: bounds) ?? bounds
        }
        charge(node, most)
        return result ?? .scalar
    }

    /// Whether the arguments may be what an overload takes, as far as their types tell.
    private func mayTake(_ overload: CELOverload, _ arguments: [NodeID]) -> Bool {
        guard let overload = overload.taking(arguments.count) else { return false }
        return zip(overload.parameters, arguments).allSatisfy { parameter, argument in
            parameter.mayBe(checked.types[argument])
        }
    }

    /// The value that a node is written as.
    private func constant(_ node: NodeID) -> CELValue? {
        switch (checked.references[node], checked.expression[node].kind) {
        case (.constant(let value), _): value
        case (nil, .literal(let literal)): literal.value
        default: nil
        }
    }

    private func outcome(
        _ overload: CELOverload,
        _ arguments: [CELBounds],
        _ constants: [CELValue?]
    ) -> (UInt64, CELBounds) {
        if overload.isSize {
            let size = arguments[0].size
            return (CELUnits.count(size), .integer(upTo: max(size.bytes, size.count)))
        }
        var bounds = overload.cost.result?(arguments) ?? .unbounded
        bounds = bounds.held(to: overload.result, limits)
        if overload.cost.building != .nothing { bounds = bounds.built(limits) }
        let patternSteps = UInt64(max(0, limits.patternInstructions))
        let call = overload.cost.settled(constants, limits).units(count: arguments.count) {
            arguments[$0].size
        } pattern: { _ in
            patternSteps
        }
        return (call.plus(overload.cost.units(building: bounds.size)), bounds)
    }

    /// An operator, by the formula that an evaluation uses.
    mutating func operation(
        _ node: NodeID,
        _ function: String,
        _ arguments: [NodeID]
    ) -> CELBounds {
        if function == CELOperator.conditional, arguments.count == 3 {
            return choice(node, arguments)
        }
        let bounds = visit(all: arguments, of: node)
        guard bounds.count == 2 else { return .scalar }
        let (left, right) = (bounds[0].size, bounds[1].size)
        switch function {
        case "_==_", "_!=_", "_<_", "_<=_", "_>_", "_>=_":
            charge(node, CELUnits.compare(left, right))
        case "@in": charge(node, CELUnits.find(left, in: right))
        case CELOperator.index:
            charge(node, CELUnits.look(right))
            return part(of: bounds[0], arguments[0], node)
        case "_+_":
            charge(node, CELUnits.add(left, right))
            return bounds[0].joined(with: bounds[1]).built(limits)
        case "_?._", "_[?_]":
            charge(node, CELUnits.look(right))
            return optionalPart(of: bounds[0], arguments[0])
        default: break
        }
        return .scalar
    }

    /// `a.?b` and `a[?b]`: an optional, whether `a` is one or not.
    private func optionalPart(of whole: CELBounds, _ operand: NodeID) -> CELBounds {
        switch checked.types[operand] {
        case .list, .map: .optional(whole.element)
        case let type where type.optionalValue?.isScalarOrCollection == true:
            .optional(whole.element.element)
        default: .optional(whole.anyPart)
        }
    }

    /// `a ? b : c`, of which one is evaluated.
    private mutating func choice(_ node: NodeID, _ arguments: [NodeID]) -> CELBounds {
        let bounds = arguments.map { visit($0) }
        charge(node, CELUnits.node.plus(units[arguments[0]]))
        charge(node, max(units[arguments[1]], units[arguments[2]]))
        return bounds[1].merged(with: bounds[2])
    }
}

extension CELType {
    /// Whether a value can be of both types, as one sees without looking at its parts.
    fileprivate func mayBe(_ other: CELType) -> Bool {
        switch (self, other) {
        case (.dyn, _), (.parameter, _), (.wrapper, _), (_, .dyn), (_, .parameter),
            (_, .wrapper), (.list, .list), (.map, .map), (.type, .type):
            true
        case (.opaque(let name, _), .opaque(let other, _)): name == other
        default: self == other
        }
    }

    /// Whether a value of this type is neither an optional nor of unknown type.
    fileprivate var isScalarOrCollection: Bool {
        switch self {
        case .list, .map: true
        default: isScalar
        }
    }
}

extension CELBounds {
    /// The bounds of `left + right`.
    fileprivate func joined(with other: CELBounds) -> CELBounds {
        var joined = merged(with: other)
        joined.levels[0] = Level(
            bytes: bytes.plus(other.bytes),
            count: count.plus(other.count),
            weight: weight.plus(other.weight)
        )
        return joined
    }

    /// The bounds of what an evaluation builds, which the limits hold.
    func built(_ limits: CELLimits) -> CELBounds {
        var built = self
        built.levels[0].bytes = min(bytes, UInt64(max(0, limits.resultBytes)))
        built.levels[0].count = min(count, UInt64(max(0, limits.resultElements)))
        let text = CELUnits.weight(bytes: built.bytes)
        built.levels[0].weight = min(weight, max(CELLimits.valueWeight, text))
        return built
    }

    /// A list, map or optional of values within these bounds.
    func `in`(_ level: Level) -> CELBounds { CELBounds([level] + levels, isOpen: isOpen) }
}
