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
        if let target, isUnknownQualified(node, target, function) {
            for argument in arguments { check(argument) }
            return .dyn
        }
        let types = ((target.map { [$0] } ?? []) + arguments).map { check($0) }
        let isRooted = function.hasPrefix(".")
        let name = isRooted ? String(function.dropFirst()) : function
        let names = target == nil ? candidates(name, isRooted) : [name]
        guard let known = declared(names) else {
            references[node] = .function(name, [], isQualified: false)
            unknownFunction(node, name, among: functionNames(areMembers: target != nil))
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
    mutating func resolve(
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
            if signature.takesNumbersOnly,
                !arguments.allSatisfy({ unifier.resolved($0).mayBeNumber })
            {
                continue
            }
            guard unifier.assign(arguments, to: parameters) else { continue }
            let type = unifier.resolved(declared)
            if result == nil { result = type } else if result != type { result = .dyn }
            // Where all types are known no other overload can match as well.
            if !signature.isGeneric, !arguments.contains(where: \.isOpen) { break }
        }
        if let result { return result }
        noMatchingOverload(node, name, signatures, arguments)
        return .dyn
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
        if function == CELOperator.optionalSelect { return optionalSelect(node, arguments) }
        guard let signatures = CELFunction.operators[function] else { return nil }
        let types = arguments.map { check($0) }
        guard isStrict else { return .dyn }
        if function == CELOperator.index || function == CELOperator.optionalIndex {
            return index(node, function, types, signatures)
        }
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
    mutating func expectBool(_ node: NodeID) {
        expect(.bool, check(node), node)
    }

    /// Reports a node whose type is not the one that is needed there.
    mutating func expect(_ expected: CELType, _ type: CELType, _ node: NodeID) {
        guard isStrict, !unifier.assign(type, to: expected) else { return }
        report(
            .type,
            .unexpectedType,
            expression[node].range,
            [CELArgument("found", shown(type)), CELArgument("expected", shown(expected))],
            suggestion: nil
        )
    }
}

extension CELType {
    /// Whether values of the type may be keys of a map, as far as is known.
    var isMapKey: Bool {
        switch self {
        case .bool, .int, .uint, .string, .dyn, .parameter: true
        default: false
        }
    }

    /// Whether the type has few parts: types that hold one another twice grow without bounds.
    var isSmall: Bool {
        if isScalar { return true }
        var pending = [self]
        var parts = 0
        while let next = pending.popLast() {
            parts += 1
            if parts > CELLimits.typeParts { return false }
            switch next {
            case .list(let element), .type(let element), .wrapper(let element):
                pending.append(element)
            case .map(let key, let value): pending += [key, value]
            case .opaque(_, let parameters): pending += parameters
            default: break
            }
        }
        return true
    }

    /// Whether the type has no parts and is known.
    var isScalar: Bool {
        switch self {
        case .dyn, .list, .map, .type, .wrapper, .opaque, .parameter: false
        default: true
        }
    }
}
