internal import CICU

/// What counting a text gives.
struct ClusterCount: Equatable {
    /// Extended grapheme clusters.
    var characters = 0
    /// The bytes of the longest cluster.
    var heaviestBytes = 0
}

/// Counts extended grapheme clusters with ICU's verdict in a fraction of its time.
///
/// Runs of simple scalars are counted by their bytes (``SimpleRun``), everything else by an
/// automaton over the linked ICU's own properties (``ClusterTable``). ICU's break iterator counts
/// where the linked ICU follows other rules, and is the oracle of both in the tests.
enum ClusterCounter {
    /// Counts a text, and stops at some cluster after the first `limit` of them.
    static func count(_ text: borrowing UTF8Span, stopAfter limit: Int = .max) -> ClusterCount {
        let bytes = text.span
        let counted = unsafe bytes.withUnsafeBufferPointer { buffer in
            guard let base = buffer.baseAddress, buffer.count > 0 else {
                return Optional(ClusterCount())
            }
            return unsafe count(base, buffer.count, stopAfter: limit)
        }
        return counted ?? countByICU(text, stopAfter: limit)
    }

    /// Counts Unicode scalars.
    static func codePoints(_ text: borrowing UTF8Span) -> Int {
        let bytes = text.span
        return unsafe bytes.withUnsafeBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return 0 }
            var count = 0
            var place = 0
            while buffer.count - place >= Int(PASSO_BLOCK_BYTES) {
                count += unsafe Int(passo_block_leads(base + place))
                place += Int(PASSO_BLOCK_BYTES)
            }
            let rest = buffer.count - place
            let leads = unsafe passo_tail_masks_of(base + place, Int64(rest)).leads
            return count + (leads & ((1 << UInt64(rest)) - 1)).nonzeroBitCount
        }
    }

    /// Counts by ICU's break iterator.
    static func countByICU(
        _ text: borrowing UTF8Span,
        stopAfter limit: Int = .max
    ) -> ClusterCount {
        let bytes = text.span
        let counted = try? BreakIterator.withShared { iterator throws(ICUError) in
            try iterator.count(bytes, stopAfter: limit)
        }
        // Opening the iterator fails only without memory or without ICU's data; code points are
        // then the safe answer, for a text never has more clusters than those.
        return counted ?? ClusterCount(characters: codePoints(text), heaviestBytes: 4)
    }
}

extension ClusterCounter {
    /// - Returns: `nil` when the text needs ICU.
    private static func count(
        _ bytes: UnsafePointer<UInt8>,
        _ end: Int,
        stopAfter limit: Int
    ) -> ClusterCount? {
        var count = ClusterCount()
        var place = 0
        if unsafe SimpleRun.isSimple(bytes[0]) {
            place = unsafe SimpleRun.measure(bytes, from: 0, to: end, into: &count)
        }
        if place == end || count.characters > limit { return count }
        guard let table = ClusterTable.shared else { return nil }
        var walk = unsafe ClusterWalk(table: table, bytes: bytes, end: end)
        walk.resume(at: place)
        while walk.place < end, count.characters <= limit {
            if walk.isInRun {
                let runEnd = unsafe SimpleRun.measure(
                    bytes,
                    from: walk.place,
                    to: end,
                    into: &count
                )
                walk.resume(at: runEnd)
            } else {
                walk.step(into: &count)
            }
        }
        return count
    }
}
