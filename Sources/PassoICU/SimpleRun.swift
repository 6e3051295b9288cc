/// A run of simple scalars: each begins a cluster, except LF after CR, unless what stands before
/// the run takes its first scalar in.
///
/// Which scalars are simple is decided by the lead byte of their UTF-8, so that a run is measured
/// many bytes at a time: everything below U+0300, Greek, Cyrillic, the CJK ideographs and the
/// precomposed Hangul syllables of U+B000 to U+CFFF. A test holds this against ICU.
enum SimpleRun {
    /// Whether a byte begins or continues a simple scalar.
    @inline(__always)
    static func isSimple(_ byte: UInt8) -> Bool {
        byte < 0xCC || byte &- 0xCE < 4 || byte &- 0xE4 < 6 || byte &- 0xEB < 2
    }

    /// Adds the clusters of the run that begins at `start`, which is a simple scalar's first byte.
    ///
    /// - Parameters:
    ///   - bytes: a text in UTF-8.
    ///   - start: where the run begins.
    ///   - end: where the text ends.
    ///   - count: what was counted so far.
    /// - Returns: where the run ends.
    @inline(__always)
    static func measure(
        _ bytes: UnsafePointer<UInt8>,
        from start: Int,
        to end: Int,
        into count: inout ClusterCount
    ) -> Int {
        var run = Run()
        // The first byte has no byte before it that could be a CR of the run's.
        unsafe run.add(bytes[start], after: 0)
        var place = start + 1
        while place + 64 <= end, unsafe run.add(block: bytes + place, of: 64) { place += 64 }
        while place + 16 <= end, unsafe run.add(block: bytes + place, of: 16) { place += 16 }
        while place < end, unsafe isSimple(bytes[place]) {
            unsafe run.add(bytes[place], after: bytes[place - 1])
            place += 1
        }
        count.characters += run.clusters
        count.heaviestBytes = max(count.heaviestBytes, run.heaviestBytes)
        return place
    }
}

/// The sums over a run.
private struct Run {
    var clusters = 0
    private var highest: UInt8 = 0
    private var hasPair = false

    /// The bytes of the heaviest cluster, which the highest lead byte gives.
    var heaviestBytes: Int {
        if highest >= 0xE0 { return 3 }
        return highest >= 0x80 || hasPair ? 2 : 1
    }

    @inline(__always)
    mutating func add(_ byte: UInt8, after last: UInt8) {
        let isPair = byte == 0x0A && last == 0x0D
        if byte & 0xC0 != 0x80, !isPair { clusters += 1 }
        if isPair { hasPair = true }
        highest = max(highest, byte)
    }

    /// Adds a block if all of its bytes are simple; written so that the compiler makes vector
    /// instructions of it.
    @inline(__always)
    mutating func add(block bytes: UnsafePointer<UInt8>, of count: Int) -> Bool {
        var complex: UInt8 = 0
        var leads: UInt8 = 0
        var pairs: UInt8 = 0
        var top: UInt8 = 0
        for place in 0..<count {
            let byte = unsafe bytes[place]
            let last = unsafe bytes[place - 1]
            complex |= SimpleRun.isSimple(byte) ? 0 : 1
            leads &+= byte & 0xC0 != 0x80 ? 1 : 0
            pairs &+= (byte == 0x0A ? 1 : 0) & (last == 0x0D ? 1 : 0)
            top = max(top, byte)
        }
        guard complex == 0 else { return false }
        clusters += Int(leads) - Int(pairs)
        hasPair = hasPair || pairs > 0
        highest = max(highest, top)
        return true
    }
}
