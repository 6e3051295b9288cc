extension ChartBuilder {
    /// Joins the definition's hash with what the tables' numbers mean, so that a snapshot can never
    /// be read with tables of another shape.
    mutating func computeHash() {
        var hash = ContentHash(blueprint.contentHash)
        for (number, name) in tables.stateNames.enumerated() {
            hash.combine(name)
            hash.combine(UInt64(tables.states[number].kind.rawValue))
            hash.combine(UInt64(bitPattern: Int64(tables.states[number].parent)))
        }
        for item in blueprint.data {
            hash.combine(item.name)
            hash.combine(ValueKind(item.type).code)
        }
        if blueprint.isOpen { hash.combine("open") }
        tables.hash = hash.value
        tables.stamp = UInt32(truncatingIfNeeded: hash.value ^ hash.value >> 32)
    }
}

/// A hash over content that is the same on every machine and in every process (FNV-1a, 64 bits).
public struct ContentHash: Sendable {
    /// The hash so far.
    public private(set) var value: UInt64

    /// Begins a hash.
    ///
    /// - Parameter seed: an earlier hash to go on from.
    public init(_ seed: UInt64 = 0xCBF2_9CE4_8422_2325) { value = seed }

    /// Adds a byte.
    public mutating func combine(_ byte: UInt8) {
        value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
    }

    /// Adds a text and its end.
    public mutating func combine(_ text: String) {
        for byte in text.utf8 { combine(byte) }
        combine(0xFF as UInt8)
    }

    /// Adds a number.
    public mutating func combine(_ number: UInt64) {
        for shift in stride(from: 0 as UInt64, to: 64, by: 8) {
            combine(UInt8(truncatingIfNeeded: number >> shift))
        }
    }
}
