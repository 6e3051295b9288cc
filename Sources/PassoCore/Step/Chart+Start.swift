public import PassoCEL

extension Chart {
    /// Starts an instance: evaluates its data, enters its initial states and completes the first
    /// macrostep.
    ///
    /// A data item whose initial value cannot be computed begins as its type's zero value and queues
    /// `error.execution` (Recommendation, 5.3).
    ///
    /// - Parameters:
    ///   - data: values that replace the initial ones, by name.
    ///   - inputs: what the host supplies.
    ///   - session: who the instance is, for a chart with system variables.
    ///   - effects: emptied, then filled with what the runtime has to do.
    /// - Returns: the instance at rest.
    /// - Throws: an unknown name, a value of another type, or a first macrostep without end.
    public func start(
        data: [String: CELValue] = [:],
        inputs: Inputs = .none,
        session: Session? = nil,
        effects: inout Effects
    ) throws(StartProblem) -> Snapshot {
        effects.begin(self)
        guard inputs.values.count == tables.inputKinds.count else {
            throw .failed(.foreignValues)
        }
        var snapshot = try blankSnapshot(data)
        let blank = tables.blankPayload
        introduce(session, in: &snapshot)
        evaluateData(except: data, in: &snapshot, inputs.values, &effects)
        effects.work.usesList = true
        effects.work.active.removeAll(keepingCapacity: true)
        effects.work.active.append(0)
        run(tables.states[0].entryCode, blank.span, in: &snapshot, inputs.values, &effects)
        run(tables.states[0].initialCode, blank.span, in: &snapshot, inputs.values, &effects)
        effects.work.plan.removeAll()
        tables.planEntry(
            domain: 0,
            targets: [],
            values: snapshot.values,
            into: &effects.work.plan
        )
        enterStates(blank.span, in: &snapshot, inputs.values, &effects)
        if tables.isSmall { effects.work.pack() }
        if tables.isFull {
            settleFully(&snapshot, blank, inputs.values, &effects)
        } else {
            settle(&snapshot, blank.span, inputs.values, &effects)
        }
        if let failure = effects.work.failure {
            effects.clear()
            throw .failed(failure)
        }
        store(&snapshot, &effects)
        effects.work.undo.removeAll(keepingCapacity: true)
        if effects.checksInvariants {
            effects.invariantsBroken = brokenInvariants(in: snapshot, inputs: inputs)
        }
        return snapshot
    }

    /// A snapshot with the host's values, zero values for the rest, and nothing active.
    private func blankSnapshot(_ data: [String: CELValue]) throws(StartProblem) -> Snapshot {
        guard CELValue.fit(data.values, in: CoreLimits.inputBytes) else { throw .tooHeavy }
        var values: [CELValue] = []
        values.reserveCapacity(tables.valueCount)
        for item in blueprint.data { values.append(item.zero) }
        while values.count < tables.valueCount { values.append(.null) }
        for name in data.keys.sorted() {
            guard let slot = tables.dataIndex[name], let value = data[name],
                !blueprint.data[Int(slot)].isHidden
            else { throw .unknownData(name) }
            guard tables.dataKinds[Int(slot)].admits(value) else {
                throw .wrongType(data: name, expected: blueprint.data[Int(slot)].type)
            }
            values[Int(slot)] = value
        }
        return Snapshot(
            values: values,
            configuration: tables.isSmall ? .bits(0) : .list([]),
            isChecked: true,
            stamp: tables.stamp
        )
    }

    /// Fills the system variables (Recommendation, 5.10).
    private func introduce(_ session: Session?, in snapshot: inout Snapshot) {
        guard let session, let slots = blueprint.session else { return }
        snapshot.values[slots.sessionID] = CELValue(session.id)
        let location: CELValue = ["location": CELValue("#_scxml_\(session.id)")]
        snapshot.values[slots.ioProcessors] = [
            "scxml": location, "http://www.w3.org/TR/scxml/#SCXMLEventProcessor": location,
        ]
    }

    private func evaluateData(
        except given: [String: CELValue],
        in snapshot: inout Snapshot,
        _ inputs: [CELValue],
        _ effects: inout Effects
    ) {
        for (slot, item) in blueprint.data.enumerated() {
            guard given[item.name] == nil, let initial = item.initial else { continue }
            switch initial.evaluate(
                data: snapshot.values,
                event: tables.blankPayload,
                inputs: inputs
            ) {
            case .failure(let error): fail(error, place: item.place, &effects)
            case .success(let value):
                guard tables.dataKinds[slot].admits(value) else {
                    fail(CELError(.invalidArgument), place: item.place, &effects)
                    continue
                }
                snapshot.values[slot] = value
            }
        }
    }
}
