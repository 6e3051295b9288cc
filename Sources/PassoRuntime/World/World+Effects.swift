import PassoCEL
import PassoCore

extension World {
    /// Does what the last step asks for, in order.
    mutating func carryOut(
        for delivery: Delivery,
        by chart: Chart,
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
                self.send(send, for: delivery, by: chart, turn: &turn, host: host)
            case .cancel(let id):
                timers.cancel(chart.name(of: id), of: delivery.to)
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
            case .cancelNamed(let id): timers.cancel(id, of: delivery.to)
            // No chart asks for these yet: ``Chart/init(_:microsteps:)`` refuses what would.
            case .invoke, .cancelInvoke, .forward, .done: break
            }
        }
    }

    private mutating func send(
        _ send: SendEffect,
        for delivery: Delivery,
        by chart: Chart,
        turn: inout Turn,
        host: some WorldHost
    ) {
        let sender = delivery.to
        var receiver: InstanceID? = sender
        if let target = send.target {
            receiver = host.instance(for: target, of: sender, in: self)
        }
        let isLater = send.delayNanoseconds > 0
        let message = Delivery(
            to: receiver ?? sender,
            event: send.name,
            payload: send.payload,
            cause: isLater ? .timer(from: sender) : .message(from: sender)
        )
        guard receiver != nil else {
            turn.occurrences.append(.failed(message, .unknownTarget(send.target ?? "")))
            return
        }
        guard isLater else {
            queue.append(message)
            return
        }
        guard timers.count < limits.timers else {
            turn.occurrences.append(.overrun(dropped: 1))
            return
        }
        timers.arm(
            PendingTimer(
                delivery: message,
                sender: sender,
                name: send.id.map { chart.name(of: $0) },
                due: now.advanced(byNanoseconds: send.delayNanoseconds)
            )
        )
    }
}
