import PassoCEL

/// What an expression may name where it stands.
struct Scope: Sendable {
    /// What is in reach.
    enum Reach: Sendable {
        /// Constants only: the value is known when the file is compiled.
        case constants
        /// Constants, inputs, data and the states that are active.
        case values
        /// The same, and the payload of the event in hand.
        case event
    }

    var environment: CELEnvironment
    var reach: Reach
}

extension CELExpression {
    /// The dotted names that the expression reads, such as `agent.calls`, each with its prefixes.
    ///
    /// A variable of a macro counts too when it has the name of something declared; that errs on
    /// the safe side.
    var dottedNames: Set<String> {
        var names: [NodeID: String] = [:]
        for (id, node) in nodes.enumerated() {
            switch node.kind {
            case .identifier(let name, _): names[id] = name
            case .select(let target, let member, _):
                if let path = names[target] { names[id] = "\(path).\(member)" }
            default: break
            }
        }
        return Set(names.values)
    }
}
