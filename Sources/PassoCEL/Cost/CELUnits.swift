/// What the work of an evaluation costs, in units of one simple operation: about 10 nanoseconds.
///
/// | work | units |
/// |---|---|
/// | a node: a name, an operator, a call, a literal | 1 |
/// | a step of a macro | 2 |
/// | comparing, searching or hashing a text | 1 for 16 bytes |
/// | comparing lists and maps | what the smaller of them weighs |
/// | `x in list` | the weight of the list, or of `x` for each element, whichever is less |
/// | a key of a map | 2 and the weight of the key |
/// | building a text or bytes | 1 for 4 bytes |
/// | building a list | 4 for an element |
/// | building a map | 16 for an entry, and the weight of its key |
/// | a function | 10, and its parts: see ``CELFunctionCost`` |
///
/// A value weighs what it costs to go through it once: 1 for each part of it, 1 for each 16 bytes of
/// its texts, 2 more for each entry of a map.
///
/// Building costs more than reading, since it takes memory as well: a unit buys 4 bytes, so that the
/// budget bounds the memory of an evaluation too.
///
/// All formulas grow with the sizes that they are given. The static estimate applies them to the
/// largest sizes and an evaluation to the real ones, so an evaluation never costs more than its
/// estimate. Sums and products stop at the largest number.
enum CELUnits {
    static let node: UInt64 = 1
    static let step: UInt64 = 2
    static let bytesRead: UInt64 = 16
    static let bytesBuilt: UInt64 = 4
    static let elementBuilt: UInt64 = 4
    static let entryBuilt: UInt64 = 16
    static let entryWeight: UInt64 = 2
    static let function: UInt64 = 10

    /// Reading a text once, from its first byte to its last.
    static func read(bytes: UInt64) -> UInt64 { bytes / bytesRead }

    /// Building a text.
    static func build(bytes: UInt64) -> UInt64 { bytes / bytesBuilt }

    /// Building a list whose elements exist.
    static func build(elements: UInt64) -> UInt64 { elements.times(elementBuilt) }

    /// Building a map from entries that exist, whose keys weigh so much together.
    static func build(entries: UInt64, keyWeight: UInt64) -> UInt64 {
        entries.times(entryBuilt).plus(keyWeight)
    }

    /// `left == right` and `left < right`: both walks end with the smaller value.
    static func compare(_ left: CELSize, _ right: CELSize) -> UInt64 {
        min(left.weight, right.weight)
    }

    /// `element in values`.
    static func find(_ element: CELSize, in values: CELSize) -> UInt64 {
        let each = values.count.times(element.weight)
        return min(values.weight, each).plus(element.weight).plus(entryWeight)
    }

    /// `values[key]`.
    static func look(_ key: CELSize) -> UInt64 { key.weight.plus(entryWeight) }

    /// `left + right`.
    static func add(_ left: CELSize, _ right: CELSize) -> UInt64 {
        build(bytes: left.bytes.plus(right.bytes))
            .plus(build(elements: left.count.plus(right.count)))
    }

    /// `size(value)`: code points are counted.
    static func count(_ value: CELSize) -> UInt64 { read(bytes: value.bytes) }

    /// What a text of so many bytes weighs.
    static func weight(bytes: UInt64) -> UInt64 { read(bytes: bytes).plus(1) }
}

extension UInt64 {
    /// The sum, or the largest number.
    func plus(_ other: UInt64) -> UInt64 {
        let (sum, overflow) = addingReportingOverflow(other)
        return overflow ? .max : sum
    }

    /// The product, or the largest number.
    func times(_ other: UInt64) -> UInt64 {
        let (product, overflow) = multipliedReportingOverflow(by: other)
        return overflow ? .max : product
    }
}
