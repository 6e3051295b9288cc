/// An instant of a world, counted from the world's beginning.
///
/// No clock is read to make one: whoever drives the world says how far time has come.
public struct WorldInstant: Hashable, Comparable, Sendable {
    /// Nanoseconds since the beginning.
    public let nanoseconds: Int64

    /// Makes an instant.
    public init(nanoseconds: Int64) {
        self.nanoseconds = nanoseconds
    }

    /// Makes an instant from a span since the beginning, cut to the range of 64-bit nanoseconds.
    public init(_ duration: Duration) {
        let (seconds, attoseconds) = duration.components
        let (whole, overflow) = seconds.multipliedReportingOverflow(by: 1_000_000_000)
        let (sum, carry) = whole.addingReportingOverflow(attoseconds / 1_000_000_000)
        nanoseconds = overflow || carry ? (seconds < 0 ? .min : .max) : sum
    }

    /// The beginning.
    public static let zero = WorldInstant(nanoseconds: 0)

    /// The instant some nanoseconds later; the last one there is when that lies beyond.
    public func advanced(byNanoseconds delay: Int64) -> WorldInstant {
        let (sum, overflow) = nanoseconds.addingReportingOverflow(delay)
        return WorldInstant(nanoseconds: overflow ? (delay < 0 ? .min : .max) : sum)
    }

    /// The span since the beginning.
    public var duration: Duration { .nanoseconds(nanoseconds) }

    /// Whether the left instant comes first.
    public static func < (left: WorldInstant, right: WorldInstant) -> Bool {
        left.nanoseconds < right.nanoseconds
    }
}

extension WorldInstant: Codable {
    /// Reads the number of nanoseconds.
    public init(from decoder: any Decoder) throws {
        nanoseconds = try decoder.singleValueContainer().decode(Int64.self)
    }

    /// Writes the number of nanoseconds.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(nanoseconds)
    }
}

extension WorldInstant: CustomStringConvertible {
    /// The span since the beginning, such as `14.999s`.
    public var description: String {
        let magnitude = nanoseconds.magnitude
        var digits = String(magnitude % 1_000_000_000)
        digits = String(repeating: "0", count: 9 - digits.count) + digits
        while digits.hasSuffix("0") && digits.count > 3 { digits.removeLast() }
        return (nanoseconds < 0 ? "-" : "") + "\(magnitude / 1_000_000_000).\(digits)s"
    }
}
