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
/// ``ClusterScan`` counts by bytes and by an automaton over the linked ICU's own properties. ICU's
/// break iterator counts where the linked ICU follows other rules, and is the oracle in the tests.
///
/// Every function takes a text in UTF-8; of other bytes none reads outside, but the counts mean
/// nothing.
enum ClusterCounter {
    /// Counts clusters; of fewer than 64 plain bytes, as most texts are, in one look.
    @inline(__always)
    static func characters(_ text: Span<UInt8>) -> Int {
        let few = unsafe text.withUnsafeBufferPointer { unsafe plain($0) }
        return few >= 0 ? few : characters(text, stopAfter: .max)
    }

    /// Counts clusters, and stops at some cluster after the first `limit` of them.
    @inline(never)
    static func characters(_ text: Span<UInt8>, stopAfter limit: Int) -> Int {
        let count = unsafe text.withUnsafeBufferPointer { buffer in
            guard let base = buffer.baseAddress, buffer.count > 0 else {
                return Optional(ClusterCount())
            }
            var scan = unsafe ClusterScan(base, end: buffer.count)
            return scan.count(stopAfter: limit, isWeighing: false, table: .shared)
        }
        return (count ?? countByICU(text, stopAfter: limit)).characters
    }

    /// Counts clusters and finds the heaviest.
    static func count(
        _ text: Span<UInt8>,
        table: @autoclosure () -> ClusterTable? = .shared
    ) -> ClusterCount {
        let count = unsafe text.withUnsafeBufferPointer { buffer in
            guard let base = buffer.baseAddress, buffer.count > 0 else {
                return Optional(ClusterCount())
            }
            var scan = unsafe ClusterScan(base, end: buffer.count)
            return scan.count(stopAfter: .max, isWeighing: true, table: table())
        }
        return count ?? countByICU(text)
    }

    /// Counts Unicode scalars.
    static func codePoints(_ text: Span<UInt8>) -> Int {
        unsafe text.withUnsafeBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return 0 }
            var count = 0
            var place = 0
            while buffer.count - place >= Int(PASSO_BLOCK_BYTES) {
                count += unsafe Int(passo_leads_of_64(base + place))
                place += Int(PASSO_BLOCK_BYTES)
            }
            let rest = UInt64(buffer.count - place)
            if rest == 0 { return count }
            let masks =
                place > 0
                ? unsafe passo_masks_of_last(base + buffer.count, rest)
                : unsafe passo_masks_of_few(base, rest)
            return count + Int(passo_ones(masks.leads))
        }
    }

    /// Counts by ICU's break iterator.
    static func countByICU(_ text: Span<UInt8>, stopAfter limit: Int = .max) -> ClusterCount {
        let counted = try? BreakIterator.withShared { iterator throws(ICUError) in
            try iterator.count(text, stopAfter: limit)
        }
        if let counted { return counted }
        // Opening the iterator fails only without memory or without ICU's data; code points are
        // then the safe answer, for a text never has more clusters than those.
        return ClusterCount(characters: codePoints(text), heaviestBytes: 4)
    }

    /// Counts the clusters of fewer than 64 bytes, or returns -1 when there are more or some are
    /// not plain.
    @inline(__always)
    private static func plain(_ text: UnsafeBufferPointer<UInt8>) -> Int {
        guard let base = text.baseAddress, text.count > 0 else { return 0 }
        if text.count >= Int(PASSO_BLOCK_BYTES) { return -1 }
        let length = UInt64(text.count)
        if length >= 32 { return unsafe Int(passo_plain_32(base, length)) }
        return unsafe passo_is_plain_ascii(base, length) ? text.count : -1
    }
}
