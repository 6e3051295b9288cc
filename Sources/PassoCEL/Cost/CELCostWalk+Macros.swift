extension CELCostWalk {
    mutating func comprehension(
        _ node: NodeID,
        _ macro: CELExpression.Comprehension
    ) -> CELBounds {
        let range = visit(macro.range)
        charge(node, CELUnits.node.plus(units[macro.range]))
        let outer = locals.count
        defer { locals.removeLast(locals.count - outer) }
        locals += variables(of: macro, range)
        if let predicate = macro.predicate { _ = visit(predicate) }
        let result = macro.transform.map { visit($0) }
        let body = [macro.predicate, macro.transform].compactMap { $0 }
            .reduce(CELUnits.step) { $0.plus(units[$1]) }
        switch macro.macro {
        case .bind, .optMap, .optFlatMap:
            charge(node, body)
        default:
            let size = result?.size ?? .scalar
            let building = CELUnits.building(macro.macro, keyWeight: key(range).weight, size)
            charge(node, range.count.times(body.plus(building)))
            guard macro.macro == .sortBy else { break }
            let keys = CELBounds.list(range.count, of: result ?? .scalar).size
            charge(node, CELFunction.sortingUnits(keys))
        }
        return bounds(of: macro.macro, range, result ?? .scalar)
    }

    /// The bounds of a macro's names: an element or key, or both of an entry, or the one value.
    private func variables(
        of macro: CELExpression.Comprehension,
        _ range: CELBounds
    ) -> [CELBounds] {
        switch macro.macro {
        case .bind: [range]
        case .optMap, .optFlatMap: [range.element]
        default:
            macro.variable2 == nil ? [range.elementOrKey] : [key(range), range.element]
        }
    }

    /// The bounds of a key of a map or of the index of a list.
    private func key(_ range: CELBounds) -> CELBounds {
        range.levels[0].keyBytes == nil ? .integer(upTo: range.count) : range.key
    }

    private func bounds(
        of macro: CELExpression.Comprehension.Macro,
        _ range: CELBounds,
        _ result: CELBounds
    ) -> CELBounds {
        switch macro {
        case .all, .exists, .existsOne: .scalar
        case .filter, .sortBy:
            CELBounds.list(range.count, of: range.elementOrKey).built(limits)
        case .map, .transformList: CELBounds.list(range.count, of: result).built(limits)
        case .transformMap:
            CELBounds.map(range.count, keys: key(range), values: result).built(limits)
        case .transformMapEntry:
            CELBounds.map(
                range.count.times(result.count),
                keys: result.key,
                values: result.element
            ).built(limits)
        case .bind, .optFlatMap: result
        case .optMap: .optional(result)
        }
    }
}

extension CELUnits {
    /// What a macro builds in one step.
    ///
    /// - Parameters:
    ///   - macro: the macro.
    ///   - keyWeight: what the key weighs in a map that it builds.
    ///   - result: the size of what the step gave.
    /// - Returns: the units of the step's building.
    static func building(
        _ macro: CELExpression.Comprehension.Macro,
        keyWeight: UInt64,
        _ result: CELSize
    ) -> UInt64 {
        switch macro {
        case .filter, .map, .transformList: build(elements: 1)
        // The keys and the elements.
        case .sortBy: build(elements: 2)
        case .transformMap: build(entries: 1, keyWeight: keyWeight)
        // The keys weigh no more than the whole map that has them.
        case .transformMapEntry: build(entries: result.count, keyWeight: result.weight)
        default: 0
        }
    }
}
