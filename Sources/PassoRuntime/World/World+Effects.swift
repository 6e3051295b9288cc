import PassoCEL
import PassoCore

extension World {
    /// Does what the last step asks for, in order.
    ///
    /// An instance that is being cancelled (`isStopping`) sends nothing later and nothing to the one
    /// that invoked it.
    mutating func carryOut(
        for delivery: Delivery,
        by chart: Chart,
        isStopping: Bool = false,
        turn: inout Turn,
        host: inout some WorldHost
    ) {
        let wanted = Array(effects)
        for entry in effects.trace { turn.occurrences.append(.traced(delivery.to, entry)) }
        for broken in effects.invariantsBroken {
            turn.occurrences.append(.invariantBroken(delivery.to, broken))
        }
        for effect in wanted {
            switch effect {
            case .send(let send):
                if isStopping, send.delayNanoseconds > 0 { continue }
                dispatch(
                    send,
                    for: delivery,
                    by: chart,
                    isStopping: isStopping,
                    turn: &turn,
                    host: host
                )
            case .cancel(let id):
                timers.cancel(chart.name(of: id), of: delivery.to)
            case .cancelNamed(let name):
                timers.cancel(name, of: delivery.to)
            case .invoke(let invoke):
                begin(invoke, by: delivery.to, turn: &turn, host: host)
            case .cancelInvoke(let id):
                cancel(id, of: delivery.to, turn: &turn, host: &host)
            case .forward(let id):
                if let child = instances[delivery.to]?.children[id] {
                    queue.append(delivery.forwarded(to: child))
                }
            case .done(let data):
                finish(delivery.to, data, turn: &turn, host: &host)
            default:
                carryOut(effect, for: delivery, turn: &turn, host: &host)
            }
        }
    }

    /// Does what concerns nobody but the host.
    private mutating func carryOut(
        _ effect: Effect,
        for delivery: Delivery,
        turn: inout Turn,
        host: inout some WorldHost
    ) {
        switch effect {
        case .perform(_, let name, let arguments):
            let call = ActionCall(
                name: name,
                arguments: arguments,
                instance: delivery.to,
                delivery: delivery
            )
            turn.occurrences.append(.performed(call))
            queue += host.perform(call, in: self)
        case .tell(let notice):
            turn.occurrences.append(.told(delivery.to, notice, by: delivery))
        case .log(let label, let value):
            turn.occurrences.append(.logged(delivery.to, label: label, value))
        case .send, .cancel, .cancelNamed, .invoke, .cancelInvoke, .forward, .done: break
        }
    }
}
