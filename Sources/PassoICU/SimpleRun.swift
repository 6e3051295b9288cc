internal import CICU

/// A run of simple scalars: each begins a cluster, except LF after CR, unless what stands before
/// the run takes its first scalar in.
///
/// Which scalars are simple is decided by the lead byte of their UTF-8, so that a run is measured
/// 64 bytes at a time: everything below U+0300, Greek, Cyrillic, the CJK ideographs and the
/// precomposed Hangul syllables of U+B000 to U+CFFF. A test holds this against ICU.
@safe struct SimpleRun {
    private let bytes: UnsafePointer<UInt8>
    private let end: Int
    /// Where the run has been measured to.
    private(set) var place: Int
    private var clusters = 0
    private var heaviestBytes = 1
    private var isAfterReturn = false

    /// Measures the run that begins at `start`, a simple scalar's first byte.
    ///
    /// - Parameters:
    ///   - bytes: a text in UTF-8.
    ///   - start: where the run begins.
    ///   - end: where the text ends.
    ///   - count: what was counted so far; the run's clusters are added.
    /// - Returns: where the run ends.
    @inline(__always)
    static func measure(
        _ bytes: UnsafePointer<UInt8>,
        from start: Int,
        to end: Int,
        into count: inout ClusterCount
    ) -> Int {
        var run = unsafe SimpleRun(bytes: bytes, end: end, place: start)
        run.takeBlocks()
        count.characters += run.clusters
        count.heaviestBytes = max(count.heaviestBytes, run.heaviestBytes)
        return run.place
    }

    /// Whether a byte begins or continues a simple scalar.
    @inline(__always)
    static func isSimple(_ byte: UInt8) -> Bool {
        byte < 0xCC || byte &- 0xCE < 4 || byte &- 0xE4 < 6 || byte &- 0xEB < 2
    }

    private init(bytes: UnsafePointer<UInt8>, end: Int, place: Int) {
        unsafe self.bytes = unsafe bytes
        self.end = end
        self.place = place
    }

    @inline(__always)
    private mutating func takeBlocks() {
        let length = Int(PASSO_BLOCK_BYTES)
        while end - place >= length {
            let block = unsafe bytes + place
            if !isAfterReturn {
                if unsafe passo_block_is_plain_ascii(block) {
                    clusters &+= length
                    place &+= length
                    continue
                }
                let leads = unsafe passo_block_plain_leads(block)
                if leads >= 0 {
                    clusters &+= Int(leads)
                    heaviestBytes = max(heaviestBytes, 2)
                    place &+= length
                    continue
                }
            }
            guard unsafe take(passo_block_masks_of(block)) else { return }
        }
        takeTail()
    }

    /// Takes the last bytes of the text, with complex bytes behind them to fill a block.
    private mutating func takeTail() {
        guard place < end else { return }
        let masks = unsafe passo_tail_masks_of(bytes + place, Int64(end - place))
        _ = take(masks)
    }

    /// Takes the bytes of a block before its first complex one.
    ///
    /// - Returns: whether that was the whole block.
    @inline(__always)
    private mutating func take(_ masks: passo_block_masks) -> Bool {
        let length = masks.complex.trailingZeroBitCount
        let taken = length == 64 ? UInt64.max : (1 << UInt64(length)) &- 1
        let afterReturn = masks.carriage_returns << 1 | (isAfterReturn ? 1 : 0)
        let pairs = masks.line_feeds & afterReturn & taken
        clusters &+= (masks.leads & taken).nonzeroBitCount &- pairs.nonzeroBitCount
        if masks.wide & taken != 0 {
            heaviestBytes = 3
        } else if masks.high & taken != 0 || pairs != 0 {
            heaviestBytes = max(heaviestBytes, 2)
        }
        isAfterReturn = masks.carriage_returns >> 63 != 0
        place &+= length
        return length == 64
    }
}
