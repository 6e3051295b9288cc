/// The heaviest cluster: the most bytes between two places where clusters begin.
struct ClusterWeight {
    private(set) var heaviestBytes = 0
    /// Where the last cluster begins.
    private var start = 0

    /// Goes on behind clusters of simple scalars, with the last of them.
    @inline(__always)
    mutating func resume(at start: Int) { self.start = start }

    /// Takes the end of the last cluster.
    @inline(__always)
    mutating func take(endAt place: Int) {
        heaviestBytes = max(heaviestBytes, place &- start)
    }

    /// Takes clusters of that many bytes.
    @inline(__always)
    mutating func take(bytes: Int) { heaviestBytes = max(heaviestBytes, bytes) }

    /// Takes the clusters that begin in a block.
    ///
    /// - Parameters:
    ///   - begun: the places in the block where clusters begin.
    ///   - block: where the block begins.
    @inline(__always)
    mutating func take(_ begun: UInt64, in block: Int) {
        guard begun != 0 else { return }
        take(endAt: block &+ begun.trailingZeroBitCount)
        let last = 63 &- begun.leadingZeroBitCount
        if Self.hasGap(of: heaviestBytes, begun, last) { takeAll(begun, in: block) }
        start = block &+ last
    }

    private mutating func takeAll(_ begun: UInt64, in block: Int) {
        var rest = begun
        while rest != 0 {
            let place = block &+ rest.trailingZeroBitCount
            take(endAt: place)
            start = place
            rest &= rest &- 1
        }
    }

    /// Whether so many bytes in a row, or more, begin nothing, between those that do.
    @inline(__always)
    private static func hasGap(of length: Int, _ begun: UInt64, _ last: Int) -> Bool {
        // Each round, a bit stands for twice as many bytes from it on.
        var gaps = ~begun & ((1 << UInt64(last)) &- 1)
        var counted = 1
        while gaps != 0, counted < length {
            let more = min(counted, length &- counted)
            gaps &= gaps >> UInt64(more)
            counted &+= more
        }
        return gaps != 0
    }
}
