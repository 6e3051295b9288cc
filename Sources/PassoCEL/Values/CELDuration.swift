/// A span of time of at most about 292 years either way, with nanoseconds: as many of them as an
/// int can count (language definition, "Overflow").
public struct CELDuration: Sendable, Hashable {
    /// Whole seconds, rounded toward zero.
    public let seconds: Int64
    /// Nanoseconds beyond ``seconds``, of the same sign.
    public let nanoseconds: Int32

    /// Creates a span, or `nil` outside the range or when the parts differ in sign.
    public init?(seconds: Int64, nanoseconds: Int32 = 0) {
        guard -999_999_999...999_999_999 ~= nanoseconds,
            seconds == 0 || nanoseconds == 0 || (seconds < 0) == (nanoseconds < 0)
        else { return nil }
        let (scaled, overflow) = seconds.multipliedReportingOverflow(by: Self.perSecond)
        guard !overflow, !scaled.addingReportingOverflow(Int64(nanoseconds)).overflow else {
            return nil
        }
        self.seconds = seconds
        self.nanoseconds = nanoseconds
    }

    /// No time at all.
    public static let zero = CELDuration(checkedSeconds: 0)

    /// Creates a span from all its nanoseconds.
    init(totalNanoseconds total: Int64) {
        seconds = total / Self.perSecond
        nanoseconds = Int32(total % Self.perSecond)
    }

    /// All nanoseconds.
    var totalNanoseconds: Int64 { seconds * Self.perSecond + Int64(nanoseconds) }

    /// The nanoseconds of a second.
    private static let perSecond: Int64 = 1_000_000_000

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
