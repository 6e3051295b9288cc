/// The entries of a map value: one reference, in the order in which they were written.
///
/// Keys compare as CEL compares numbers: `1`, `1u` and `1.0` find the same entry.
/// Nesting is bounded as in ``CELList``.
public struct CELMap: Sendable {
    private let storage: Storage

    private final class Storage: Sendable {
        let keys: [CELValue]
        let values: [CELValue]
        let index: [CELValue: Int]
        let depth: Int
        let weight: UInt64

        init(keys: [CELValue], values: [CELValue], index: [CELValue: Int], depth: Int) {
            self.keys = keys
            self.values = values
            self.index = index
            self.depth = depth
            weight = zip(keys, values).reduce(1 as UInt64) { total, entry in
                total.plus(entry.0.weight).plus(entry.1.weight).plus(CELUnits.entryWeight)
            }
        }
    }

    /// The size up to which scanning the keys is faster than hashing one.
    private static let scannedCount = 8

    /// Wraps the entries; of equal keys the last value wins at the first one's place.
    public init(_ entries: some Sequence<(CELValue, CELValue)>) {
        var keys: [CELValue] = []
        var values: [CELValue] = []
        var index: [CELValue: Int] = [:]
        keys.reserveCapacity(entries.underestimatedCount)
        values.reserveCapacity(entries.underestimatedCount)
        var deepest = 0
        for (key, value) in entries {
            let kept = value.depth < CELLimits.valueDepth ? value : .null
            deepest = max(deepest, kept.depth)
            if let place = index.isEmpty ? keys.firstIndex(of: key) : index[key] {
                values[place] = kept
                continue
            }
            keys.append(key)
            values.append(kept)
            if keys.count == Self.scannedCount + 1 { index = Self.index(of: keys) }
            if keys.count > Self.scannedCount { index[key] = keys.count - 1 }
        }
        storage = Storage(keys: keys, values: values, index: index, depth: deepest + 1)
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
        if storage.keys.count > Self.scannedCount, key.isMapKey || key.isNumber {
            return storage.index[key].map { storage.values[$0] }
        }
        return storage.keys.firstIndex(of: key).map { storage.values[$0] }
    }

    /// How many lists and maps nest here, this one included.
    var depth: Int { storage.depth }

    /// What it costs to go through the whole map once: see ``CELUnits``.
    var weight: UInt64 { storage.weight }
}
