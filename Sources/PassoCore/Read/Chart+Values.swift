public import PassoCEL

extension Chart {
    /// Makes an event from named values.
    ///
    /// - Parameters:
    ///   - name: the event's name.
    ///   - payload: a value for each of its parameters.
    /// - Returns: the event for this chart.
    /// - Throws: an unknown name, a missing value, a value of another type, or too big a payload.
    public func event(
        _ name: String,
        _ payload: [String: CELValue] = [:]
    ) throws(EventProblem) -> Event {
        guard let id = eventID(name) else { throw .unknownEvent(name) }
        let parameters = tables.parameters[tables.events[Int(id.index)].parameters.indices]
        for given in payload.keys.sorted() where !parameters.contains(where: { $0.name == given }) {
            throw .unknownParameter(event: name, parameter: given)
        }
        var values: [CELValue] = []
        for parameter in parameters {
            guard let value = payload[parameter.name] else {
                throw .missingParameter(event: name, parameter: parameter.name)
            }
            values.append(value)
        }
        return try event(id, payload: values)
    }

    /// Makes an event from values in the order of its parameters: the quick way.
    ///
    /// - Parameters:
    ///   - id: one of this chart's events.
    ///   - payload: a value for each of its parameters.
    /// - Returns: the event for this chart.
    /// - Throws: a missing value, one too many, a value of another type, or too big a payload.
    public func event(
        _ id: EventID,
        payload: [CELValue] = []
    ) throws(EventProblem) -> Event {
        try check(payload.span, of: id)
        return Event(id: id, payload: payload)
    }

    /// Checks that an event and its payload are this chart's.
    @inline(__always)
    func check(_ payload: Span<CELValue>, of id: EventID) throws(EventProblem) {
        guard id.index >= 0, id.index < tables.eventlessEvent else { throw .unknownEvent("") }
        let parameters = tables.events[Int(id.index)].parameters
        guard payload.count == Int(parameters.count) else {
            throw countProblem(id, payload.count)
        }
        // Scalars are light; what is none of them is weighed.
        var place = 0
        while place < payload.count, place < 64 {
            let code = tables.parameterCodes[Int(parameters.start) &+ place]
            guard ValueKind.isScalar(payload[place], of: code) else { break }
            place &+= 1
        }
        if place < payload.count { try checkValues(payload, of: id, parameters) }
    }

    @inline(never)
    private func checkValues(
        _ payload: Span<CELValue>,
        of id: EventID,
        _ parameters: Stretch
    ) throws(EventProblem) {
        var budget = CoreLimits.payloadBytes
        for position in payload.indices {
            let place = Int(parameters.start) + position
            guard tables.parameterKinds[place].admits(payload[position]) else {
                let parameter = tables.parameters[place]
                throw .wrongType(
                    event: name(of: id),
                    parameter: parameter.name,
                    expected: parameter.type
                )
            }
            payload[position].draw(from: &budget)
        }
        guard budget >= 0 else { throw .tooHeavy(event: name(of: id)) }
    }

    private func countProblem(_ id: EventID, _ count: Int) -> EventProblem {
        let parameters = parameters(of: id)
        return count < parameters.count
            ? .missingParameter(event: name(of: id), parameter: parameters[count].name)
            : .unknownParameter(event: name(of: id), parameter: "#\(parameters.count + 1)")
    }

    /// Makes inputs from named values.
    ///
    /// - Parameters:
    ///   - values: the values by name.
    ///   - allowingMissing: whether a zero value stands in for each one left out.
    /// - Returns: inputs for this chart.
    /// - Throws: an unknown name, a missing value, a value of another type, or too much of them.
    public func inputs(
        _ values: [String: CELValue] = [:],
        allowingMissing: Bool = false
    ) throws(InputProblem) -> Inputs {
        for name in values.keys.sorted()
        where !blueprint.inputs.contains(where: { $0.name == name }) {
            throw .unknownInput(name)
        }
        var result: [CELValue] = []
        for (slot, input) in blueprint.inputs.enumerated() {
            let given = values[input.name]
            guard given != nil || allowingMissing else { throw .missingInput(input.name) }
            let value = given ?? input.zero
            guard tables.inputKinds[slot].admits(value) else {
                throw .wrongType(input: input.name, expected: input.type)
            }
            result.append(value)
        }
        return try weighed(result)
    }

    /// Makes inputs from values in the order of the chart's inputs: the quick way.
    ///
    /// - Parameter values: a value for each input.
    /// - Returns: inputs for this chart.
    /// - Throws: a missing value, one too many, a value of another type, or too much of them.
    public func inputs(inOrder values: [CELValue]) throws(InputProblem) -> Inputs {
        guard values.count >= blueprint.inputs.count else {
            throw .missingInput(blueprint.inputs[values.count].name)
        }
        guard values.count == blueprint.inputs.count else {
            throw .unknownInput("#\(blueprint.inputs.count + 1)")
        }
        for (slot, input) in blueprint.inputs.enumerated()
        where !tables.inputKinds[slot].admits(values[slot]) {
            throw .wrongType(input: input.name, expected: input.type)
        }
        return try weighed(values)
    }

    private func weighed(_ values: [CELValue]) throws(InputProblem) -> Inputs {
        guard CELValue.fit(values, in: CoreLimits.inputBytes) else { throw .tooHeavy }
        return Inputs(values: values)
    }
}
