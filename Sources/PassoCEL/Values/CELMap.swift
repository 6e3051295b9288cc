/// The entries of a map value: one reference, in the order in which they were written.
///
/// Keys compare as CEL compares numbers: `1`, `1u` and `1.0` find the same entry.
/// Nesting is bounded as in ``CELList``.
public struct CELMap: Sendable {
    private let storage: Storage

    private final class Storage: Sendable {
        let keys: [CELValue]
        let values: [CELValue]
        /// The places of the keys, where there are too many to scan.
        let index: [CELValue: Int]?
        let depth: Int
        let weight: UInt64

        init(keys: [CELValue], values: [CELValue], index: [CELValue: Int]?) {
            self.keys = keys
            self.values = values
            self.index = index
            var (deepest, total) = (0, 1 as UInt64)
            for place in keys.indices {
                let value = values[place]
                deepest = max(deepest, value.depth)
                total = total.plus(keys[place].weight).plus(value.weight)
                    .plus(CELUnits.entryWeight)
            }
            depth = deepest + 1
            weight = total
        }
    }

    /// The size up to which scanning the keys is faster than hashing one.
    private static let scannedCount = 8

    /// Wraps the entries; of equal keys the last value wins at the first one's place.
    public init(_ entries: some Sequence<(CELValue, CELValue)>) {
        var keys: [CELValue] = []
        var values: [CELValue] = []
        var index: [CELValue: Int]?
        keys.reserveCapacity(entries.underestimatedCount)
        values.reserveCapacity(entries.underestimatedCount)
        for (key, value) in entries {
            let kept = value.depth < CELLimits.valueDepth ? value : .null
            if let place = index == nil ? keys.place(of: key) : index?[key] {
                values[place] = kept
                continue
            }
            keys.append(key)
            values.append(kept)
            if index != nil {
                index?[key] = keys.count - 1
            } else if keys.count > Self.scannedCount {
                index = Self.index(of: keys)
            }
        }
        storage = Storage(keys: keys, values: values, index: index)
    }

    private static func index(of keys: [CELValue]) -> [CELValue: Int] {
        var index: [CELValue: Int] = [:]
        for (place, key) in keys.enumerated() { index[key] = place }
        return index
    }

    /// The keys, in order.
    public var keys: [CELValue] { storage.keys }

    /// The values, in the order of their keys.
    public var values: [CELValue] { storage.values }

    /// The number of entries.
    public var count: Int { storage.keys.count }

    /// The value at a key that is equal to `key`, or `nil`.
    public subscript(key: CELValue) -> CELValue? {
        let place = storage.index == nil ? storage.keys.place(of: key) : storage.index?[key]
        return place.map { storage.values[$0] }
    }

    /// How many lists and maps nest here, this one included.
    var depth: Int { storage.depth }

    /// What it costs to go through the whole map once: see ``CELUnits``.
    var weight: UInt64 { storage.weight }
}

extension [CELValue] {
    /// The place of a value that is equal to `key`, found by looking at each.
    fileprivate func place(of key: CELValue) -> Int? {
        guard case .string(let text) = key else { return firstIndex(of: key) }
        // Nearly all keys are texts, and those of one length are few.
        for place in indices {
            if case .string(let other) = self[place], other == text { return place }
        }
        return nil
    }
}
