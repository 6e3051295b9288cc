/// A span of time of at most about 10,000 years either way, with nanoseconds.
public struct CELDuration: Sendable, Hashable {
    /// Whole seconds, rounded toward zero.
    public let seconds: Int64
    /// Nanoseconds beyond ``seconds``, of the same sign.
    public let nanoseconds: Int32

    /// Creates a span, or `nil` outside the range or when the parts differ in sign.
    public init?(seconds: Int64, nanoseconds: Int32 = 0) {
        guard Self.range.contains(seconds), -999_999_999...999_999_999 ~= nanoseconds,
            seconds == 0 || nanoseconds == 0 || (seconds < 0) == (nanoseconds < 0)
        else { return nil }
        self.seconds = seconds
        self.nanoseconds = nanoseconds
    }

    /// No time at all.
    public static let zero = CELDuration(checkedSeconds: 0)

    /// The range of `google.protobuf.Duration`, in seconds.
    static let range: ClosedRange<Int64> = -315_576_000_000...315_576_000_000

    private init(checkedSeconds seconds: Int64) {
        self.seconds = seconds
        nanoseconds = 0
    }
}

extension CELDuration: Comparable {
    /// Whether the left span is the smaller one.
    public static func < (left: CELDuration, right: CELDuration) -> Bool {
        (left.seconds, left.nanoseconds) < (right.seconds, right.nanoseconds)
    }
}
