/// How large a value is, or may be at most: what the formulas of ``CELUnits`` go by.
public struct CELSize: Hashable, Sendable {
    /// The bytes of a text or of bytes; 0 for other values.
    public var bytes: UInt64 = 0
    /// The elements of a list or the entries of a map; 0 for other values.
    public var count: UInt64 = 0
    /// What it costs to go through the whole value once, in units.
    public var weight: UInt64 = 1

    /// The size of a number, a truth value or the like.
    public static let scalar = CELSize()

    /// Creates a size.
    public init(bytes: UInt64 = 0, count: UInt64 = 0, weight: UInt64 = 1) {
        self.bytes = bytes
        self.count = count
        self.weight = weight
    }

    /// Takes the size of a value, in constant time.
    public init(_ value: CELValue) {
        switch value {
        case .string(let text): self.init(text: text.byteCount)
        case .bytes(let bytes): self.init(text: bytes.count)
        case .list(let list): self.init(count: UInt64(list.count), weight: list.weight)
        case .map(let map): self.init(count: UInt64(map.count), weight: map.weight)
        case .optional(let optional):
            self.init(
                count: optional.value == nil ? 0 : 1,
                weight: (optional.value?.weight ?? 0).plus(1)
            )
        default: self.init()
        }
    }

    private init(text bytes: Int) {
        self.bytes = UInt64(bytes)
        weight = CELUnits.weight(bytes: self.bytes)
    }
}

extension CELValue {
    /// What it costs to go through the whole value once, in units.
    ///
    /// Values share their parts, so that a value may weigh far more than the memory it takes: the
    /// weight stops at the largest number.
    var weight: UInt64 { CELSize(self).weight }
}
