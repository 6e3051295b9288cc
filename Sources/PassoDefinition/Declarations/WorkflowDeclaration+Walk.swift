extension WorkflowDeclaration {
    /// Whether the document follows the Recommendation to the letter.
    var isOpen: Bool { semantics?.value == "scxml" }

    /// Whether there are conditions but no data (Recommendation, B.1).
    var hasNoData: Bool { isOpen && datamodel?.value == "null" }

    /// Whether the data of a state get their values when it is first entered (5.3.3).
    var bindsLate: Bool { binding?.value == "late" }

    /// All states in document order; how deep they nest does not matter.
    func forEachState(_ visit: (StateDeclaration) -> Void) {
        var pending = Array(states.reversed())
        while let state = pending.popLast() {
            visit(state)
            pending += state.children.reversed()
        }
    }

    /// All actions, in document order, those within others after what holds them.
    func forEachAction(_ visit: (ActionDeclaration) -> Void) {
        script.forEachAction(visit)
        initial?.actions.forEachAction(visit)
        forEachState { state in
            state.initial?.actions.forEachAction(visit)
            state.historyActions.forEachAction(visit)
            state.entry.forEachAction(visit)
            state.exit.forEachAction(visit)
            for invoke in state.invokes { invoke.finalize?.forEachAction(visit) }
            for transition in state.transitions + state.timers.flatMap(\.transitions) {
                transition.actions.forEachAction(visit)
            }
        }
    }
}

extension [ActionDeclaration] {
    fileprivate func forEachAction(_ visit: (ActionDeclaration) -> Void) {
        for action in self {
            visit(action)
            switch action {
            case .branch(_, let then, let otherwise):
                then.forEachAction(visit)
                otherwise.forEachAction(visit)
            case .loop(let loop): loop.body.forEachAction(visit)
            case .block(let actions): actions.forEachAction(visit)
            default: break
            }
        }
    }
}
