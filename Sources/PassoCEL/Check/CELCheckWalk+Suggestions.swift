internal import PassoDiagnostics

/// What is said of a call that means nothing, and what was probably meant.
extension CELCheckWalk {
    /// Reports a function that nothing declares.
    mutating func unknownFunction(_ node: NodeID, _ name: String, among names: [String]) {
        report(
            .unknownFunction,
            .unknownFunction,
            expression[node].focus,
            [CELArgument("name", name)],
            suggestion: nearest(
                to: name.split(separator: ".").last.map(String.init) ?? name,
                in: names
            )
        )
    }

    /// The names of the functions that are called on a value, or of those that are not.
    func functionNames(areMembers: Bool) -> [String] {
        environment.functions.values
            .filter { function in function.overloads.contains { $0.isMember == areMembers } }
            .map(\.name).sorted()
    }

    /// Reports `math.leats(1, 2)` where only other functions of `math` are declared.
    mutating func isUnknownQualified(
        _ node: NodeID,
        _ target: NodeID,
        _ function: String
    ) -> Bool {
        guard isStrict, environment.functions[function] == nil,
            let (path, isRooted) = qualifiedName(target),
            !isDeclared(path, isRooted)
        else { return false }
        let names = environment.functions.keys.compactMap { Self.member(of: path, in: $0) }
        guard !names.isEmpty else { return false }
        references[node] = .function(path + "." + function, [], isQualified: true)
        unknownFunction(node, path + "." + function, among: names.sorted())
        return true
    }

    /// Reports a call whose function does not take the arguments, and how it is called.
    mutating func noMatchingOverload(
        _ node: NodeID,
        _ name: String,
        _ signatures: [CELSignature],
        _ arguments: [CELType]
    ) {
        let found = arguments.map { shown($0) }.joined(separator: ", ")
        let expected = likely(signatures, for: arguments).map {
            "(\(Self.shown($0.parameters[...], $0)))"
        }
        report(
            .type,
            .noMatchingOverload,
            expression[node].focus,
            [
                CELArgument("function", CELOperator.symbols[name]?.symbol ?? Self.plain(name)),
                CELArgument("found", "(\(found))"),
                CELArgument(
                    "expected",
                    (expected.isEmpty ? otherForms(of: name) : expected).joined(separator: " ")
                ),
            ],
            suggestion: nil
        )
    }

    /// The overloads that take one of the arguments where it stands; all if none does.
    private func likely(
        _ signatures: [CELSignature],
        for arguments: [CELType]
    ) -> [CELSignature] {
        let types = arguments.map { unifier.resolved($0) }
        let near = signatures.filter { signature in
            signature.parameters.count == types.count
                && zip(signature.parameters, types).contains { $0.isAlike($1) }
        }
        return near.isEmpty ? signatures : near
    }

    /// How a function is called of which the expression has the other form: `string.contains(string)`
    /// for `contains(a, b)`.
    private func otherForms(of name: String) -> [String] {
        (environment.functions[name]?.overloads ?? []).map { overload in
            let parameters = overload.parameters
            guard overload.isMember, let receiver = parameters.first else {
                return "\(name)(\(Self.shown(parameters[...], overload.signature)))"
            }
            return "\(receiver).\(name)(\(Self.shown(parameters.dropFirst(), overload.signature)))"
        }
    }

    private static func shown(
        _ parameters: ArraySlice<CELType>,
        _ signature: CELSignature
    ) -> String {
        parameters.map(\.description).joined(separator: ", ")
            + (signature.isVariadic ? "..." : "")
    }

    /// The call that `x.size` was probably meant to be: `size()`.
    mutating func memberCall(_ node: NodeID, on type: CELType) -> String? {
        guard case .select(_, let member, false) = expression[node].kind,
            let function = environment.functions[member]
        else { return nil }
        for overload in function.overloads
        where overload.isMember && overload.parameters.count == 1 {
            let (parameters, _) = unifier.instantiate(overload.signature)
            if unifier.assign([type], to: parameters) { return "\(member)()" }
        }
        return nil
    }

    private static func plain(_ name: String) -> String {
        switch name {
        case CELOperator.not: "!"
        case CELOperator.negate: "-"
        case CELOperator.index: "[]"
        case CELOperator.optionalIndex: "[?]"
        case CELOperator.conditional: "?:"
        default: name
        }
    }
}

extension CELType {
    /// Whether both are the same, whatever the elements of lists and maps are.
    fileprivate func isAlike(_ other: CELType) -> Bool {
        switch (self, other) {
        case (.list, .list), (.map, .map), (.type, .type): true
        case (.opaque(let name, _), .opaque(let other, _)): name == other
        default: self == other
        }
    }
}
