import PassoCEL
import PassoCore

// MARK: - Events of open charts

extension AppendixD {
    /// The payload before the first event.
    var noPayload: [CELValue] { blueprint.isOpen ? [.null] : [] }

    /// The value of `_event` (Recommendation, 5.10.1).
    func event(
        _ name: String,
        _ type: EventType,
        _ data: CELValue = .null,
        from invocation: String? = nil
    ) -> CELValue {
        [
            "name": CELValue(name), "type": CELValue(type.rawValue), "sendid": nil, "origin": nil,
            "origintype": nil, "invokeid": invocation.map { CELValue($0) } ?? .null, "data": data,
        ]
    }

    func queueError(_ error: CELError) {
        let data: CELValue = ["code": CELValue(error.code.rawValue), "place": 0]
        let payload = blueprint.isOpen ? [event("error.execution", .platform, data)] : []
        internalQueue.append(("error.execution", payload))
    }

    func queueDone(_ state: Node, _ data: CELValue) {
        let name = "done.state.\(state.id)"
        internalQueue.append((name, blueprint.isOpen ? [event(name, .platform, data)] : []))
    }

    /// The value of `donedata` (5.5 to 5.7).
    func doneData(of state: Node, _ payload: [CELValue]) -> CELValue {
        switch state.blueprint.doneContent {
        case .none: return .null
        case .value(let program): return evaluate(program, payload) ?? ""
        case .named(let programs):
            let values = programs.compactMap { program in
                evaluate(program.value, payload).map { (CELValue(program.name), $0) }
            }
            return values.isEmpty ? .null : .map(CELMap(values))
        }
    }

    func returnDoneEvent(_ payload: [CELValue]) {
        guard let state = configuration.first(where: { $0.isFinal && $0.parent === root }) else {
            return
        }
        log.append("done \(doneData(of: state, payload))")
    }
}

// MARK: - mainEventLoop

extension AppendixD {
    /// From one external event to the next; nothing happened when that is `.nothing`.
    func hearOpen(_ name: String, _ data: CELValue, from invocation: String?) -> Outcome {
        log = []
        steps = 0
        internalQueue = []
        let saved = (configuration, historyValue, values, running, invocations, idsMade)
        let payload = [event(name, .external, data, from: invocation)]
        var isChanged = handOver(name, payload, from: invocation)
        let enabled = selectTransitions(name, payload)
        if !enabled.isEmpty {
            isChanged = true
            microstep(enabled, payload)
        }
        guard let goesOn = openMacrostep(payload) else {
            (configuration, historyValue, values, running, invocations, idsMade) = saved
            return .endless
        }
        return isChanged || goesOn ? .taken : .nothing
    }

    private func handOver(
        _ name: String,
        _ payload: [CELValue],
        from invocation: String?
    ) -> Bool {
        var isChanged = false
        for state in configuration.sorted(by: { $0.order < $1.order }) {
            for invoke in state.blueprint.invokes {
                guard let id = invocations[invoke.activeSlot] else { continue }
                if id == invocation {
                    execute(invoke.finalize, payload)
                    if !invoke.finalize.isEmpty { isChanged = true }
                    // The letter keeps it until its state is exited, although it is over (6.4.3).
                    if name == "done.invoke.\(id)" {
                        invocations[invoke.activeSlot] = nil
                        isChanged = true
                        continue
                    }
                }
                if invoke.isAutoforward {
                    log.append(">\(id)")
                    isChanged = true
                }
            }
        }
        return isChanged
    }

    /// Goes on to the end of the macrostep; nil when there is none, otherwise whether anything
    /// happened.
    ///
    /// To the letter, a guard of an eventless transition that errs would queue `error.execution` for
    /// ever, each time after the one before. So after an `error.execution` that nobody heard, guards
    /// of eventless transitions that err queue nothing.
    func openMacrostep(_ payload: [CELValue]) -> Bool? {
        var payload = payload
        var isChanged = false
        var asksEventless = true
        isMuted = false
        while running {
            steps += 1
            if steps > limit { return nil }
            var enabled = asksEventless ? selectEventlessTransitions(payload) : []
            asksEventless = true
            isMuted = false
            if enabled.isEmpty {
                if internalQueue.isEmpty {
                    if statesToInvoke.allSatisfy({ $0.blueprint.invokes.isEmpty }) { break }
                    invoke(payload)
                    isChanged = true
                    if internalQueue.isEmpty { break }
                    continue
                }
                let event = internalQueue.removeFirst()
                payload = event.payload
                enabled = selectTransitions(event.name, payload)
                isMuted = enabled.isEmpty && event.name == "error.execution"
            }
            if !enabled.isEmpty {
                isChanged = true
                microstep(enabled, payload)
            }
        }
        statesToInvoke = []
        if !running {
            exitInterpreter(payload)
            return true
        }
        return isChanged
    }
}

// MARK: - invoke

extension AppendixD {
    private func invoke(_ payload: [CELValue]) {
        for state in statesToInvoke.sorted(by: { $0.order < $1.order }) {
            for invoke in state.blueprint.invokes { begin(invoke, in: state, payload) }
        }
        statesToInvoke = []
    }

    private func begin(_ invoke: InvokeBlueprint, in state: Node, _ payload: [CELValue]) {
        if invoke.id == nil { idsMade += 1 }
        let id = invoke.id ?? "\(state.id).\(idsMade)"
        for argument in invoke.arguments where evaluate(argument.value, payload) == nil { return }
        invocations[invoke.activeSlot] = id
        log.append("+\(id)")
    }

    func cancelInvokes(of state: Node) {
        statesToInvoke.removeAll { $0 === state }
        for invoke in state.blueprint.invokes {
            guard let id = invocations.removeValue(forKey: invoke.activeSlot) else { continue }
            log.append("-\(id)")
        }
    }
}
