/// An instant from year 1 to year 9999, with nanoseconds.
public struct CELTimestamp: Sendable, Hashable {
    /// Whole seconds since 1970-01-01T00:00:00Z, rounded down.
    public let seconds: Int64
    /// Nanoseconds after ``seconds``: 0 to 999,999,999.
    public let nanoseconds: Int32

    /// Creates an instant, or `nil` outside years 1 to 9999 or when nanoseconds are out of range.
    public init?(seconds: Int64, nanoseconds: Int32 = 0) {
        guard Self.range.contains(seconds), 0..<1_000_000_000 ~= nanoseconds else { return nil }
        self.seconds = seconds
        self.nanoseconds = nanoseconds
    }

    /// 1970-01-01T00:00:00Z.
    public static let epoch = CELTimestamp(checkedSeconds: 0)

    /// 0001-01-01T00:00:00Z to 9999-12-31T23:59:59Z, in seconds since 1970.
    static let range: ClosedRange<Int64> = -62_135_596_800...253_402_300_799

    private init(checkedSeconds seconds: Int64) {
        self.seconds = seconds
        nanoseconds = 0
    }
}

extension CELTimestamp: Comparable {
    /// Whether the left instant comes first.
    public static func < (left: CELTimestamp, right: CELTimestamp) -> Bool {
        (left.seconds, left.nanoseconds) < (right.seconds, right.nanoseconds)
    }
}
