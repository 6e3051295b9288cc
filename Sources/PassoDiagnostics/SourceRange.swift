/// A half-open stretch of a source text, in UTF-8 offsets from its first byte.
///
/// Trees hold very many of them, so each takes eight bytes; texts of more than 4 GiB have no place.
public struct SourceRange: Hashable, Sendable {
    private let lower: UInt32
    private let upper: UInt32

    /// Makes the range between two offsets; an upper bound below the lower one counts as the lower.
    public init(_ lowerBound: Int, _ upperBound: Int) {
        lower = UInt32(clamping: lowerBound)
        upper = UInt32(clamping: max(lowerBound, upperBound))
    }

    /// The offset of the first byte.
    public var lowerBound: Int { Int(lower) }

    /// The offset after the last byte, never less than ``lowerBound``.
    public var upperBound: Int { Int(upper) }

    /// Makes a range from Swift's own.
    public init(_ range: Range<Int>) {
        self.init(range.lowerBound, range.upperBound)
    }

    /// Makes the empty range at one offset, which is where something is missing.
    public init(at offset: Int) {
        self.init(offset, offset)
    }

    /// The number of bytes.
    public var count: Int { upperBound - lowerBound }

    /// Whether no byte lies in the range.
    public var isEmpty: Bool { lowerBound == upperBound }

    /// The same range as Swift's own.
    public var offsets: Range<Int> { lowerBound..<upperBound }

    /// Tells whether the whole of another range lies in this one.
    public func contains(_ other: SourceRange) -> Bool {
        lowerBound <= other.lowerBound && other.upperBound <= upperBound
    }

    /// Returns the smallest range that holds both.
    public func union(_ other: SourceRange) -> SourceRange {
        SourceRange(min(lowerBound, other.lowerBound), max(upperBound, other.upperBound))
    }
}
