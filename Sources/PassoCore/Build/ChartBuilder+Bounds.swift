extension ChartBuilder {
    /// Whether every macrostep is known to end well below the limit of microsteps.
    ///
    /// A step that may run into a limit must be able to take back what it did, and pays for a log
    /// of it; most charts need none. The answer errs on the side of no: an internal event is
    /// assumed to cause what any transition that hears it, and any state, could cause.
    func isBounded() -> Bool {
        if tables.hasEventless || tables.isFull { return false }
        var costs: [Int32: Int] = [:]
        let causes = causedEvents()
        return tables.events.indices.allSatisfy { event in
            cost(of: Int32(truncatingIfNeeded: event), causes, &costs, depth: 0)
                <= tables.microsteps / 2
        }
    }

    /// The internal events that hearing an event can cause at most, with repetitions.
    private func causedEvents() -> [Int32: [Int32]] {
        let isErrorHeard = !tables.events[Int(tables.errorExecution)].hearers.isEmpty
        var byStates: [Int32] = []
        for state in tables.states {
            for code in [state.entryCode, state.exitCode, state.initialCode] {
                byStates += raised(by: code, isErrorHeard)
            }
            if state.doneEvent >= 0 { byStates.append(state.doneEvent) }
        }
        byStates.removeAll { tables.events[Int($0)].hearers.isEmpty }
        var result: [Int32: [Int32]] = [:]
        for (event, record) in tables.events.enumerated() {
            var caused: [Int32] = []
            for candidates in tables.candidates[record.hearers.indices] {
                for number in tables.candidatePool[candidates.transitions.indices] {
                    let transition = tables.transitions[Int(number)]
                    caused += raised(by: transition.code, isErrorHeard)
                    if isErrorHeard { caused.append(tables.errorExecution) }
                    if transition.targets.count > 0 { caused += byStates }
                    // No value for the event: too much.
                    guard caused.count <= tables.microsteps else { return [:] }
                }
            }
            caused.removeAll { tables.events[Int($0)].hearers.isEmpty }
            result[Int32(truncatingIfNeeded: event)] = caused
        }
        return result
    }

    private func raised(by code: Int32, _ isErrorHeard: Bool) -> [Int32] {
        guard code != 0 else { return [] }
        var result: [Int32] = []
        var loopEnd = 0
        var place = Int(code)
        while tables.code[place].operation != .end || place < loopEnd {
            let instruction = tables.code[place]
            if instruction.operation == .forEach { loopEnd = max(loopEnd, Int(instruction.b)) }
            if instruction.operation == .raise {
                // A loop may raise any number: as if the event caused itself.
                let count = place < loopEnd ? tables.microsteps : 1
                result += Array(repeating: instruction.a, count: count)
            }
            if isErrorHeard { result.append(tables.errorExecution) }
            place += 1
        }
        return result
    }

    /// The number of events handled because of one: itself and all it causes, or too many.
    private func cost(
        of event: Int32,
        _ causes: [Int32: [Int32]],
        _ costs: inout [Int32: Int],
        depth: Int
    ) -> Int {
        if let known = costs[event] { return known }
        guard depth < 100, let caused = causes[event] else { return tables.microsteps }
        // A cycle finds this value and is too much.
        costs[event] = tables.microsteps
        var sum = 1
        for next in caused where sum < tables.microsteps {
            sum += cost(of: next, causes, &costs, depth: depth + 1)
        }
        costs[event] = sum
        return sum
    }
}
