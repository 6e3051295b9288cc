extension Compilation {
    /// The ids that sends have, which `cancel` may name before or after them.
    mutating func collectSends() {
        for state in declaration.states { collectSends(state) }
    }

    private mutating func collectSends(_ state: StateDeclaration) {
        collectSends(state.entry)
        collectSends(state.exit)
        for transition in state.transitions + state.timers.flatMap(\.transitions) {
            collectSends(transition.actions)
        }
        for child in state.children { collectSends(child) }
    }

    private mutating func collectSends(_ actions: [ActionDeclaration]) {
        for action in actions {
            switch action {
            case .send(let send):
                if let id = send.id { sendIDs.insert(id.value) }
            case .branch(_, let then, let otherwise):
                collectSends(then)
                collectSends(otherwise)
            case .loop(let loop): collectSends(loop.body)
            default: break
            }
        }
    }
}
