public import PassoCEL

extension Chart {
    /// Whether events may have any name (``ChartBlueprint/isOpen``).
    public var isOpen: Bool { blueprint.isOpen }

    /// Makes an event of any name for an open chart: its payload is `_event` (Recommendation,
    /// 5.10.1), a map with all fields, null where there is nothing to say.
    ///
    /// A name that the chart does not know costs a look-up for each of its parts.
    ///
    /// - Parameters:
    ///   - name: the event's name.
    ///   - type: where it comes from.
    ///   - sendID: the id of the send it comes from, when an error is told or the sender gave one.
    ///   - origin: where an answer can be sent.
    ///   - originType: the event I/O processor for an answer.
    ///   - invokeID: the id of the invocation it comes from.
    ///   - data: what it carries.
    /// - Returns: the event for this chart.
    /// - Throws: ``EventProblem/unknownEvent(_:)`` when the chart is not open, or
    ///   ``EventProblem/tooHeavy(event:)``.
    public func openEvent(
        _ name: String,
        type: EventType = .external,
        sendID: String? = nil,
        origin: String? = nil,
        originType: String? = nil,
        invokeID: String? = nil,
        data: CELValue = .null
    ) throws(EventProblem) -> Event {
        guard tables.isOpen else { throw .unknownEvent(name) }
        let fields = EventFields(
            name: name,
            type: type,
            sendID: sendID,
            origin: origin,
            originType: originType,
            invokeID: invokeID,
            data: data
        )
        let value = fields.value
        guard CELValue.fit(CollectionOfOne(value), in: CoreLimits.payloadBytes) else {
            throw .tooHeavy(event: name)
        }
        return Event(id: EventID(Int(tables.openEvent(named: name))), payload: [value])
    }

    /// The invocations that run, in document order, with the ids that the runtime knows them by.
    public func activeInvocations(
        of snapshot: Snapshot
    ) -> [(id: String, invocation: InvocationID)] {
        tables.invokes.enumerated().compactMap { number, record in
            guard snapshot.values.indices.contains(Int(record.activeSlot)),
                case .string(let id) = snapshot.values[Int(record.activeSlot)]
            else { return nil }
            return (id.string, InvocationID(number))
        }
    }
}
