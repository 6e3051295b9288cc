/// Values by CEL's equality, found by hashing.
///
/// Every value is kept beside those that are equal to it, because equality across kinds of numbers
/// is not transitive beyond 2^53: two ints that differ may both equal one double.
struct CELValueSet {
    private var buckets: [Int: [CELValue]] = [:]

    init(_ values: [CELValue] = []) {
        buckets.reserveCapacity(values.count)
        for value in values { buckets[value.hashValue, default: []].append(value) }
    }

    /// Whether a value is equal to one in the set.
    func contains(_ value: CELValue) -> Bool {
        buckets[value.hashValue]?.contains(value) ?? false
    }

    /// Adds a value unless one in the set is equal to it.
    ///
    /// - Returns: whether it was added.
    mutating func insert(_ value: CELValue) -> Bool {
        let hash = value.hashValue
        if let known = buckets[hash] {
            guard !known.contains(value) else { return false }
        }
        buckets[hash, default: []].append(value)
        return true
    }
}
