import PassoCEL
import PassoCore
import PassoDefinition

extension World {
    /// The event I/O processor by which instances talk (Recommendation, C.1).
    static let processor = "http://www.w3.org/TR/scxml/#SCXMLEventProcessor"

    /// Puts an event on its way, or arms the timer that will.
    mutating func dispatch(
        _ send: SendEffect,
        for delivery: Delivery,
        by chart: Chart,
        isStopping: Bool,
        turn: inout Turn,
        host: some WorldHost
    ) {
        let sender = delivery.to
        let receiver = receiver(of: send.target, from: self.sender(sender), host: host)
        let parent = instances[sender]?.invocation?.parent
        if isStopping, receiver == nil || receiver == parent { return }
        let isLater = send.delayNanoseconds > 0
        let event = Delivery(
            to: receiver ?? sender,
            event: send.name,
            payload: send.payload,
            cause: isLater ? .timer(from: sender) : .message(from: sender),
            message: message(send, from: sender, chart, to: receiver)
        )
        guard receiver != nil else {
            undelivered(event, .unknownTarget(send.target ?? ""), to: sender, turn: &turn)
            return
        }
        guard isLater else {
            queue.append(event)
            return
        }
        guard timers.count < limits.timers else {
            turn.occurrences.append(.overrun(dropped: 1))
            return
        }
        timers.arm(
            PendingTimer(
                delivery: event,
                sender: sender,
                name: send.sendID ?? send.id.map { chart.name(of: $0) },
                due: now.advanced(byNanoseconds: send.delayNanoseconds)
            )
        )
    }

    /// Finds who is meant by a target (Recommendation, C.1.1); a target of another form is the
    /// host's.
    func receiver(
        of target: String?,
        from sender: Sender,
        host: some WorldHost
    ) -> InstanceID? {
        guard let target else { return sender.id }
        guard target.hasPrefix("#_") else {
            return host.instance(for: target, of: sender.id, in: self)
        }
        if target == "#_parent" { return sender.invocation?.parent }
        let session = "#_scxml_"
        if target.hasPrefix(session) {
            let id = InstanceID(String(target.dropFirst(session.count)))
            return id == sender.id || isRunning(id) ? id : nil
        }
        return sender.children[String(target.dropFirst(2))]
    }

    /// Who sends, and whom it knows by special names.
    struct Sender {
        let id: InstanceID
        var invocation: Invocation?
        var children: [String: InstanceID] = [:]
    }

    func sender(_ id: InstanceID) -> Sender {
        let instance = instances[id]
        return Sender(
            id: id,
            invocation: instance?.invocation,
            children: instance?.children ?? [:]
        )
    }

    /// Whether an instance is there and has not come to its end.
    private func isRunning(_ id: InstanceID) -> Bool {
        guard let instance = instances[id], let chart = chart(of: instance) else {
            return starts.contains { $0.instance == id }
        }
        return !chart.isFinished(instance.snapshot)
    }

    /// The fields of an event for its receiver; nil between two typed charts, which know its payload
    /// by position.
    private func message(
        _ send: SendEffect,
        from sender: InstanceID,
        _ chart: Chart,
        to receiver: InstanceID?
    ) -> EventMessage? {
        let known = receiver.flatMap { instances[$0] }.flatMap { self.chart(of: $0) }
        if !chart.isOpen, known?.isOpen == false, case .null = send.data { return nil }
        let invocation = instances[sender]?.invocation
        return EventMessage(
            sendID: send.sendID,
            origin: "#_scxml_\(sender)",
            originType: Self.processor,
            invokeID: receiver != nil && invocation?.parent == receiver ? invocation?.id : nil,
            data: data(of: send, from: sender, chart)
        )
    }

    /// The data of an event by name: those it has, or its payload under the names of its parameters.
    private func data(of send: SendEffect, from sender: InstanceID, _ chart: Chart) -> CELValue {
        guard case .null = send.data, !send.payload.isEmpty else { return send.data }
        let names: [String]
        if let target = send.target {
            let targets = instances[sender].flatMap { definition(for: $0.workflow) }?.targets ?? []
            names = targets.first { $0.name == target }?.events[send.name] ?? []
        } else {
            names = send.event.map { chart.parameters(of: $0).map(\.name) } ?? []
        }
        return .map(CELMap(zip(names, send.payload).map { (CELValue($0), $1) }))
    }

    /// Tells a sender that its event was not delivered (Recommendation, 6.2.4).
    mutating func undelivered(
        _ delivery: Delivery,
        _ failure: DeliveryFailure,
        to sender: InstanceID?,
        turn: inout Turn
    ) {
        let hears = sender.flatMap { instances[$0] }.flatMap { chart(of: $0) }?.isOpen == true
        turn.occurrences.append(
            hears ? .undelivered(delivery, failure) : .failed(delivery, failure)
        )
        guard let sender else { return }
        report(
            "error.communication",
            to: sender,
            sendID: delivery.message?.sendID,
            data: ["code": CELValue(failure.code), "reason": CELValue(failure.reason)]
        )
    }

    /// Puts an error before everything else that an instance is to hear.
    mutating func report(
        _ error: String,
        to id: InstanceID,
        sendID: String? = nil,
        data: CELValue
    ) {
        guard let instance = instances[id], let chart = chart(of: instance),
            !chart.isFinished(instance.snapshot)
        else { return }
        errors.append(
            Delivery(
                to: id,
                event: error,
                cause: .host,
                message: EventMessage(type: .platform, sendID: sendID, data: data)
            )
        )
    }
}
