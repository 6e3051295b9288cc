/// One effect as a keeper of timers sees it: by numbers, so that reading it counts no references.
public enum TimerEffect: Hashable, Sendable {
    /// An event without payload comes to this instance, after so many nanoseconds.
    case arm(EventID, nanoseconds: Int64, id: SendID?)
    /// The delayed sends with that id are forgotten.
    case cancel(SendID)
    /// Something else, which ``EffectList/subscript(_:)`` tells in full.
    case other
}

extension EffectList {
    /// One effect, as far as it concerns timers.
    ///
    /// - Parameter position: 0 up to the number of effects.
    /// - Returns: what it asks of a keeper of timers.
    public func timerEffect(at position: Int) -> TimerEffect {
        let record = records[position]
        switch record.kind {
        case .cancel: return .cancel(SendID(Int(record.index)))
        case .send:
            guard let chart, record.count == 0 else { return .other }
            let event = chart.tables.sends[Int(record.index)].event
            let id = chart.tables.sends[Int(record.index)].id
            guard event >= 0, record.delayNanoseconds > 0 else { return .other }
            return .arm(
                EventID(Int(event)),
                nanoseconds: record.delayNanoseconds,
                id: id < 0 ? nil : SendID(Int(id))
            )
        default: return .other
        }
    }
}
