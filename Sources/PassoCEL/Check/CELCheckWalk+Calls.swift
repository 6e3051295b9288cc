internal import PassoDiagnostics

extension CELCheckWalk {
    mutating func call(
        _ node: NodeID,
        _ function: String,
        _ target: NodeID?,
        _ arguments: [NodeID]
    ) -> CELType {
        if target == nil, let result = operation(node, function, arguments) { return result }
        if let target, let function = qualifiedFunction(target, function) {
            references[node] = .function(function.name, function.overloads, isQualified: true)
            let types = arguments.map { check($0) }
            return result(node, function, types, isMember: false)
        }
        let types = ((target.map { [$0] } ?? []) + arguments).map { check($0) }
        let isRooted = function.hasPrefix(".")
        let name = isRooted ? String(function.dropFirst()) : function
        let names = target == nil ? candidates(name, isRooted) : [name]
        guard let known = declared(names) else {
            references[node] = .function(name, [], isQualified: false)
            report(
                .unknownFunction,
                .unknownFunction,
                expression[node].focus,
                [CELArgument("name", name)],
                suggestion: nearest(to: name, in: environment.functions.keys.sorted())
            )
            return .dyn
        }
        references[node] = .function(known.name, known.overloads, isQualified: false)
        return result(node, known, types, isMember: target != nil)
    }

    /// The function whose qualified name a call on a receiver spells: `math.least(a, b)`.
    private func qualifiedFunction(_ target: NodeID, _ function: String) -> CELFunction? {
        guard let (path, isRooted) = qualifiedName(target) else { return nil }
        return declared(candidates(path + "." + function, isRooted))
    }

    private func declared(_ names: [String]) -> CELFunction? {
        for name in names { if let function = environment.functions[name] { return function } }
        return nil
    }

    private mutating func result(
        _ node: NodeID,
        _ function: CELFunction,
        _ arguments: [CELType],
        isMember: Bool
    ) -> CELType {
        guard isStrict else { return .dyn }
        let signatures = function.overloads.filter { $0.isMember == isMember }.map(\.signature)
        return resolve(node, function.name, signatures, arguments, isMember: isMember)
    }

    /// The result of the overloads that take the arguments; `dyn` where they disagree.
    private mutating func resolve(
        _ node: NodeID,
        _ name: String,
        _ signatures: [CELSignature],
        _ arguments: [CELType],
        isMember: Bool
    ) -> CELType {
        var result: CELType?
        for signature in signatures where signature.takes(arguments.count) {
            let (declaredParameters, declared) = unifier.instantiate(signature)
            let parameters = CELSignature.repeated(declaredParameters, to: arguments.count)
            guard unifier.assign(arguments, to: parameters) else { continue }
            let type = unifier.resolved(declared)
            if result == nil { result = type } else if result != type { result = .dyn }
            // Without `dyn` among the arguments no other overload can match as well.
            if !signature.isGeneric, !arguments.contains(.dyn) { break }
        }
        if let result { return result }
        noMatchingOverload(node, name, signatures, arguments, isMember: isMember)
        return .dyn
    }

    private mutating func noMatchingOverload(
        _ node: NodeID,
        _ name: String,
        _ signatures: [CELSignature],
        _ arguments: [CELType],
        isMember: Bool
    ) {
        let found = arguments.map { shown($0) }.joined(separator: ", ")
        let expected = signatures.map { signature in
            "(" + signature.parameters.map(\.description).joined(separator: ", ")
                + (signature.isVariadic ? "...)" : ")")
        }
        report(
            .type,
            .noMatchingOverload,
            expression[node].focus,
            [
                CELArgument("function", CELOperator.symbols[name]?.symbol ?? Self.plain(name)),
                CELArgument("found", "(\(found))"),
                CELArgument("expected", expected.joined(separator: " ")),
            ],
            suggestion: nil
        )
    }

    private static func plain(_ name: String) -> String {
        switch name {
        case CELOperator.not: "!"
        case CELOperator.negate: "-"
        case CELOperator.index: "[]"
        case CELOperator.conditional: "?:"
        default: name
        }
    }
}

// MARK: - Operators

extension CELCheckWalk {
    private mutating func operation(
        _ node: NodeID,
        _ function: String,
        _ arguments: [NodeID]
    ) -> CELType? {
        if function == CELOperator.and || function == CELOperator.or {
            for argument in arguments { expectBool(argument) }
            return .bool
        }
        guard let signatures = CELFunction.operators[function] else { return nil }
        let types = arguments.map { check($0) }
        guard isStrict else { return .dyn }
        if let type = scalarResult(function, types, signatures) { return type }
        return resolve(node, function, signatures, types, isMember: false)
    }

    /// The result where both operands have the same scalar type, which is nearly always; it needs
    /// no type variables.
    private func scalarResult(
        _ function: String,
        _ types: [CELType],
        _ signatures: [CELSignature]
    ) -> CELType? {
        guard types.count == 2, types[0] == types[1], types[0].isScalar else { return nil }
        if function == "_==_" || function == "_!=_" { return .bool }
        return signatures.first { !$0.isGeneric && $0.parameters == types }?.result
    }

    /// Checks a node that must be a truth value.
    private mutating func expectBool(_ node: NodeID) {
        let type = check(node)
        guard isStrict, !unifier.assign(type, to: .bool) else { return }
        report(
            .type,
            .unexpectedType,
            expression[node].range,
            [CELArgument("found", shown(type)), CELArgument("expected", "bool")],
            suggestion: nil
        )
    }

    mutating func comprehension(_ macro: CELExpression.Comprehension) -> CELType {
        let range = unifier.resolved(check(macro.range))
        let element = elementType(of: range, macro.range)
        locals.append((macro.variable, element))
        defer { locals.removeLast() }
        if let predicate = macro.predicate { expectBool(predicate) }
        let transformed = macro.transform.map { check($0) }
        switch macro.macro {
        case .all, .exists, .existsOne: return .bool
        case .filter: return .list(element)
        case .map, .transformList: return .list(transformed ?? .dyn)
        case .transformMap, .transformMapEntry, .bind, .optMap, .optFlatMap: return .dyn
        }
    }

    private mutating func elementType(of range: CELType, _ node: NodeID) -> CELType {
        switch range {
        case .list(let element): return element
        case .map(let key, _): return key
        case .dyn: return .dyn
        case .parameter:
            _ = unifier.assign(.dyn, to: range)
            return .dyn
        default:
            report(
                .type,
                .notIterable,
                expression[node].range,
                [CELArgument("found", shown(range))],
                suggestion: nil
            )
            return .dyn
        }
    }
}

extension CELType {
    /// Whether the type has no parts and is known.
    var isScalar: Bool {
        switch self {
        case .dyn, .list, .map, .type, .wrapper, .opaque, .parameter: false
        default: true
        }
    }
}
