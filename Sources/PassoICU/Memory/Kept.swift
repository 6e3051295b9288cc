internal import Synchronization

/// Values read once per name and then shared, within a limit.
///
/// Names may come from outside (a reader's language), so their number is bounded. The first ones
/// are kept for good and found without a lock; those that come when the places are taken share a
/// store under a lock, which is emptied when it is full and filled again by what is used.
final class Kept<Value: Sendable>: Sendable {
    private let places: [Place<Value>]
    private let taken = Atomic<Int>(0)
    private let others = Mutex<[String: Value]>([:])
    private let limit: Int

    init(limit: Int = ICULimits.keptLocales) {
        self.limit = limit
        places = (0..<min(limit, ICULimits.keptPlaces)).map { _ in Place() }
    }

    /// The value kept under a name, made if there is none.
    ///
    /// Two threads may make a value at once; all get the one that was kept first.
    func value(
        for name: String,
        make: () throws(ICUError) -> Value
    ) throws(ICUError) -> Value {
        let first = places[Int(truncatingIfNeeded: Self.hash(name) % UInt64(places.count))]
        if let found = first.find(name) { return found }
        if taken.load(ordering: .relaxed) < limit {
            let made = try make()
            taken.add(1, ordering: .relaxed)
            return first.keep(made, for: name)
        }
        if let kept = others.withLock({ $0[name] }) { return kept }
        let made = try make()
        others.withLock { values in
            if values.count >= limit { values.removeAll(keepingCapacity: true) }
            values[name] = made
        }
        return made
    }

    /// FNV-1a: the names are short, and their number is bounded whatever the hash.
    private static func hash(_ name: String) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in name.utf8 {
            hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
        }
        return hash ^ (hash >> 32)
    }
}

/// A place for values whose names share a hash: a chain that only grows.
private final class Place<Value: Sendable>: Sendable {
    private let first = AtomicLazyReference<Link<Value>>()

    func find(_ name: String) -> Value? {
        var next = first.load()
        while let link = next {
            if link.name == name { return link.value }
            next = link.next.load()
        }
        return nil
    }

    /// Appends a value unless its name has got one meanwhile; returns the one that is kept.
    func keep(_ value: Value, for name: String) -> Value {
        let link = Link(name: name, value: value)
        var kept = first.storeIfNil(link)
        while kept !== link, kept.name != name {
            kept = kept.next.storeIfNil(link)
        }
        return kept.value
    }
}

private final class Link<Value: Sendable>: Sendable {
    let name: String
    let value: Value
    let next = AtomicLazyReference<Link<Value>>()

    init(name: String, value: Value) {
        self.name = name
        self.value = value
    }
}
