extension CELCheckWalk {
    mutating func comprehension(_ macro: CELExpression.Comprehension) -> CELType {
        let range = unifier.resolved(check(macro.range))
        let before = locals.count
        let names = introduced(by: macro, range)
        locals.append((macro.variable, names.first))
        if let variable = macro.variable2 { locals.append((variable, names.second)) }
        defer { locals.removeSubrange(before...) }
        if let predicate = macro.predicate { expectBool(predicate) }
        let transformed = macro.transform.map { check($0) } ?? .dyn
        guard isStrict else { return .dyn }
        switch macro.macro {
        case .all, .exists, .existsOne: return .bool
        case .filter: return .list(names.first)
        case .map, .transformList: return .list(transformed)
        case .transformMap: return .map(key: names.first, value: transformed)
        case .transformMapEntry:
            let type = CELType.map(key: unifier.fresh(), value: unifier.fresh())
            expect(type, transformed, macro.transform ?? macro.range)
            return unifier.resolved(type)
        case .sortBy:
            expectOrdered(transformed, macro.transform ?? macro.range)
            return .list(names.first)
        case .bind: return transformed
        case .optMap: return .optional(transformed)
        case .optFlatMap:
            let type = CELType.optional(unifier.fresh())
            expect(type, transformed, macro.transform ?? macro.range)
            return unifier.resolved(transformed) == .dyn ? .dyn : unifier.resolved(type)
        }
    }

    /// Reports a key of `sortBy` whose type has no order.
    private mutating func expectOrdered(_ type: CELType, _ node: NodeID) {
        let type = unifier.resolved(type)
        guard isStrict, !type.isOpen, !CELType.ordered.contains(type.unwrapped) else { return }
        report(
            .type,
            .unexpectedType,
            expression[node].range,
            [
                CELArgument("found", shown(type)),
                CELArgument(
                    "expected",
                    CELType.ordered.map(\.description).joined(separator: ", ")
                ),
            ],
            suggestion: nil
        )
    }

    /// `cel.block`: each value may name the ones before it.
    mutating func block(_ values: [NodeID], _ result: NodeID) -> CELType {
        let before = locals.count
        defer { locals.removeSubrange(before...) }
        for (place, value) in values.enumerated() {
            locals.append(("@index\(place)", check(value)))
        }
        return check(result)
    }

    /// The types of the names that a macro introduces.
    private mutating func introduced(
        by macro: CELExpression.Comprehension,
        _ range: CELType
    ) -> (first: CELType, second: CELType) {
        switch macro.macro {
        case .bind: return (range, .dyn)
        case .optMap, .optFlatMap: return (optionalValue(of: range, macro.range), .dyn)
        default: break
        }
        switch range {
        case .map where macro.macro == .sortBy:
            expect(.list(.dyn), range, macro.range)
            return (.dyn, .dyn)
        case .list(let element):
            return macro.variable2 == nil ? (element, .dyn) : (.int, element)
        case .map(let key, let value): return (key, value)
        case .dyn: return (.dyn, .dyn)
        case .parameter:
            _ = unifier.assign(.dyn, to: range)
            return (.dyn, .dyn)
        default:
            report(
                .type,
                .notIterable,
                expression[macro.range].range,
                [CELArgument("found", shown(range))],
                suggestion: nil
            )
            return (.dyn, .dyn)
        }
    }
}

// MARK: - Optional types

extension CELCheckWalk {
    /// The type of the value of an optional.
    private mutating func optionalValue(of type: CELType, _ node: NodeID) -> CELType {
        guard isStrict else { return .dyn }
        let value = unifier.fresh()
        expect(.optional(value), type, node)
        return unifier.resolved(value, unboundAsDyn: unifier.resolved(type) == .dyn)
    }

    /// `?a` in a list or map: what stands there is the value.
    mutating func optionalEntry(_ value: NodeID) -> CELType {
        let type = unifier.resolved(check(value))
        return optionalValue(of: type, value)
    }

    /// `a.?b`, which gives an optional of what `a.b` gives.
    mutating func optionalSelect(_ node: NodeID, _ arguments: [NodeID]) -> CELType {
        let type = unifier.resolved(check(arguments[0]))
        check(arguments[1])
        guard isStrict,
            case .literal(.string(let name)) = expression[arguments[1]].kind
        else { return .dyn }
        let member = memberType(node, name.string, of: type)
        return type.optionalValue != nil ? member : .optional(member)
    }

    /// `a[b]` and `a[?b]`: the first gives an optional only if `a` is one, the second always.
    mutating func index(
        _ node: NodeID,
        _ function: String,
        _ types: [CELType],
        _ signatures: [CELSignature]
    ) -> CELType {
        let operand = unifier.resolved(types[0])
        let inner = operand.optionalValue
        let result = resolve(
            node,
            function,
            signatures,
            [inner ?? operand, types[1]],
            isMember: false
        )
        guard inner != nil || function == CELOperator.optionalIndex else { return result }
        return .optional(result)
    }
}
