extension CELBounds {
    /// The exact bounds of a value.
    public init(_ value: CELValue) {
        switch value {
        case .int(let number): self = .integer(upTo: UInt64(max(0, number)))
        case .uint(let number): self = .integer(upTo: number)
        case .string(let text): self = .text(bytes: UInt64(text.byteCount))
        case .bytes(let bytes): self = .text(bytes: UInt64(bytes.count))
        case .list(let list):
            self = Self.merging(list.elements, list.weight)
                .wrapped(count: list.count, weight: list.weight)
        case .map(let map):
            self = Self.merging(map.values, map.weight)
                .wrapped(count: map.count, weight: map.weight)
            levels[0].keyBytes = map.keys.map { CELSize($0).bytes }.max()
        case .optional(let optional):
            self = optional.value.map { .optional(CELBounds($0)) } ?? .scalar
        case .object: self = .unbounded
        default: self = .scalar
        }
    }

    /// The largest value through whose parts the bounds look; parts that are shared may make others
    /// endless to go through.
    private static let inspectedWeight: UInt64 = 10_000

    private static func merging(_ values: [CELValue], _ weight: UInt64) -> CELBounds {
        guard let first = values.first else { return .scalar }
        guard weight <= inspectedWeight else { return .unbounded }
        return values.dropFirst().reduce(CELBounds(first)) { $0.merged(with: CELBounds($1)) }
    }

    private func wrapped(count: Int, weight: UInt64) -> CELBounds {
        CELBounds([Level(count: UInt64(count), weight: weight)] + levels, isOpen: isOpen)
    }
}
