internal import Synchronization

/// Values read once per name and then shared, within a limit.
///
/// Names may come from outside (a reader's language), so their number is bounded: a full table is
/// emptied and filled again by what is used.
final class Kept<Value: Sendable>: Sendable {
    private let values = Mutex<[String: Value]>([:])
    private let limit: Int

    init(limit: Int = ICULimits.keptLocales) { self.limit = limit }

    func value(
        for name: String,
        make: () throws(ICUError) -> Value
    ) throws(ICUError) -> Value {
        if let kept = values.withLock({ $0[name] }) { return kept }
        let made = try make()
        values.withLock { values in
            if values.count >= limit { values.removeAll(keepingCapacity: true) }
            values[name] = made
        }
        return made
    }
}
