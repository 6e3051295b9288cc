internal import PassoDiagnostics

extension CELCheckWalk {
    mutating func identifier(_ node: NodeID, _ name: String, _ isRooted: Bool) -> CELType {
        if !isRooted, let place = locals.lastIndex(where: { $0.name == name }) {
            references[node] = .local(place)
            return locals[place].type
        }
        if let type = lookUp(node, name, isRooted) { return type }
        references[node] = .unknown(name)
        report(
            .unknownName,
            .unknownName,
            expression[node].focus,
            [CELArgument("name", name)],
            suggestion: nearestName(to: name)
        )
        return .dyn
    }

    mutating func select(
        _ node: NodeID,
        _ operand: NodeID,
        _ member: String,
        _ isTest: Bool
    ) -> CELType {
        if let (path, isRooted) = qualifiedName(operand) {
            let name = path + "." + member
            if let type = lookUp(node, name, isRooted) {
                guard isTest else { return type }
                // A declared variable always has a value.
                if lookUp(operand, path, isRooted) == nil {
                    references[node] = .constant(true)
                    return .bool
                }
                references[node] = nil
            } else if unknownMember(node, of: path, member, isRooted) {
                return isTest ? .bool : .dyn
            }
        }
        let type = unifier.resolved(check(operand))
        let result = memberType(node, member, of: type)
        return isTest ? .bool : result
    }

    /// The type of a member; that of an optional's member is an optional.
    mutating func memberType(
        _ node: NodeID,
        _ member: String,
        of type: CELType
    ) -> CELType {
        if let value = type.optionalValue {
            return .optional(memberType(node, member, of: unifier.resolved(value)))
        }
        switch type {
        case .dyn: return .dyn
        case .map(_, let value): return value
        case .parameter:
            _ = unifier.assign(.dyn, to: type)
            return .dyn
        case .opaque(let name, []) where environment.structs[name] != nil:
            return fieldType(node, member, of: name)
        default:
            report(
                .type,
                .noMembers,
                expression[node].focus,
                [CELArgument("found", shown(type))],
                suggestion: memberCall(node, on: type)
            )
            return .dyn
        }
    }

    /// The type of a declared field of a struct type.
    private mutating func fieldType(
        _ node: NodeID,
        _ member: String,
        of name: String
    ) -> CELType {
        guard let fields = environment.structs[name]?.fields else { return .dyn }
        if let type = fields[member] { return type }
        report(
            .unknownName,
            .unknownMember,
            expression[node].focus,
            [CELArgument("name", member), CELArgument("group", name)],
            suggestion: nearest(to: member, in: fields.keys.sorted())
        )
        return .dyn
    }

    /// The dotted name that a node spells, unless it begins with the variable of a macro.
    func qualifiedName(_ node: NodeID) -> (name: String, isRooted: Bool)? {
        switch expression[node].kind {
        case .identifier(let name, let isRooted):
            guard isRooted || !locals.contains(where: { $0.name == name }) else { return nil }
            return (name, isRooted)
        case .select(let operand, let member, false):
            guard let (path, isRooted) = qualifiedName(operand) else { return nil }
            return (path + "." + member, isRooted)
        default: return nil
        }
    }

    /// Finds a variable or constant by its whole name, in the containers from the inside out.
    private mutating func lookUp(_ node: NodeID, _ name: String, _ isRooted: Bool) -> CELType? {
        for candidate in candidates(name, isRooted) {
            if let variable = environment.variables[candidate] {
                references[node] = .variable(variable.slot)
                return variable.type
            }
            if let constant = environment.constants[candidate] {
                references[node] = .constant(constant.value)
                return constant.type
            }
        }
        return nil
    }

    /// The names that a name may mean (language definition, "Name Resolution").
    func candidates(_ name: String, _ isRooted: Bool) -> [String] {
        guard !isRooted, !environment.container.isEmpty else { return [name] }
        var prefix = environment.container[...]
        var result: [String] = []
        while !prefix.isEmpty {
            result.append(prefix + "." + name)
            prefix = prefix.lastIndex(of: ".").map { prefix[..<$0] } ?? ""
        }
        return result + [name]
    }

    /// Reports `agent.cals` where only `agent.calls` is declared.
    private mutating func unknownMember(
        _ node: NodeID,
        of path: String,
        _ member: String,
        _ isRooted: Bool
    ) -> Bool {
        guard isStrict, !isDeclared(path, isRooted) else { return false }
        let members = Set(environment.names.compactMap { Self.member(of: path, in: $0) })
        guard !members.isEmpty else { return false }
        // `a.b` of a declared `a.b.c` is a group: the message belongs to what is selected of it.
        if members.contains(member) { return false }
        references[node] = .unknown(path + "." + member)
        let suggestion = nearest(to: member, in: members.sorted())
        report(
            .unknownName,
            .unknownMember,
            expression[node].focus,
            [CELArgument("name", member), CELArgument("group", path)],
            suggestion: suggestion
        )
        return true
    }

    /// Whether the name or one of its beginnings is declared, so that the rest are members.
    func isDeclared(_ path: String, _ isRooted: Bool) -> Bool {
        var rest = path[...]
        while true {
            let isKnown = candidates(String(rest), isRooted).contains {
                environment.variables[$0] != nil || environment.constants[$0] != nil
            }
            if isKnown { return true }
            guard let dot = rest.lastIndex(of: ".") else { return false }
            rest = rest[..<dot]
        }
    }

    static func member(of group: String, in name: String) -> String? {
        guard name.utf8.starts(with: group.utf8),
            name.utf8.dropFirst(group.utf8.count).first == 0x2E
        else { return nil }
        let rest = name.dropFirst(group.count + 1)
        return String(rest.prefix { $0 != "." })
    }

    private func nearestName(to name: String) -> String? {
        let names = environment.names.map { String($0.prefix { $0 != "." }) }
        return nearest(to: name, in: Set(names + locals.map(\.name)).sorted())
    }
}

extension CELEnvironment {
    /// The names of all variables and constants.
    var names: [String] { Array(variables.keys) + Array(constants.keys) }
}
