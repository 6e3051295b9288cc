import PassoCEL
import PassoCore

/// What some actions do, as far as the lint asks: nested ones among them.
struct LintActions {
    /// The events queued or sent to this instance, each with its place.
    private(set) var raised: [(event: String, place: Int)] = []
    /// Whether the name of some event is only known when it is sent.
    private(set) var raisesAnything = false
    /// The data slots that get a value.
    private(set) var written: Set<Int> = []
    /// The conditions of `if`.
    private(set) var conditions: [CELProgram] = []

    init(_ actions: [ActionBlueprint]) {
        var pending = Array(actions.reversed())
        while let action = pending.popLast() { pending += take(action).reversed() }
    }

    /// Takes an action and returns those within it.
    private mutating func take(_ action: ActionBlueprint) -> [ActionBlueprint] {
        switch action {
        case .assign(let slot, _, _), .assignPath(let slot, _, _, _), .add(let slot, _, _),
            .remove(let slot, _, _):
            written.insert(slot)
        case .raise(let event, _, let place): raised.append((event, place))
        case .send(let send): take(send)
        case .branch(let branches, _):
            conditions += branches.compactMap(\.condition)
            return branches.flatMap(\.actions)
        case .forEach(let loop):
            written.insert(loop.item)
            if let index = loop.index { written.insert(index) }
            return loop.actions
        case .cancel, .cancelExpression, .perform, .tell, .log: break
        }
        return []
    }

    private mutating func take(_ send: SendBlueprint) {
        if let slot = send.idSlot { written.insert(slot) }
        let isOwn = send.target == nil || send.target == "#_internal"
        guard isOwn, send.targetProgram == nil else {
            if send.targetProgram != nil { raisesAnything = true }
            return
        }
        if send.eventProgram != nil {
            raisesAnything = true
        } else {
            raised.append((send.event, send.place))
        }
    }
}

extension StateBlueprint {
    /// All that is done on entering and leaving the state, and while something runs in it.
    var ownActions: [ActionBlueprint] {
        entry.flatMap { $0 } + exit.flatMap { $0 } + (initial?.actions ?? [])
            + invokes.flatMap(\.finalize)
    }
}
