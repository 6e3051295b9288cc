internal import CICU
internal import Synchronization

/// ICU's character break iterator, which decides what one character is.
///
/// ICU allows one thread at a time per iterator; ``withShared(_:)`` lends an iterator to one
/// caller at a time.
final class BreakIterator: Sendable {
    private let handle: Handle

    init() throws(ICUError) {
        handle = unsafe try Handle("character breaks") {
            unsafe passo_icu_breaks_open(&$0)
        } close: {
            unsafe passo_icu_breaks_close($0)
        }
    }

    /// Counts clusters and finds the heaviest; stops soon after `limit` of them.
    func count(
        _ utf8: Span<UInt8>,
        stopAfter limit: Int = .max
    ) throws(ICUError) -> ClusterCount {
        var status = Status()
        let found = unsafe utf8.withUnsafeBytes { bytes in
            let base = unsafe bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
            return unsafe passo_icu_breaks_count(
                handle.pointer,
                base,
                Int64(bytes.count),
                Int64(limit),
                &status.code
            )
        }
        try status.check("character breaks")
        return ClusterCount(
            characters: Int(found.characters),
            heaviestBytes: Int(found.heaviest_bytes)
        )
    }
}

extension BreakIterator {
    /// Iterators not in use; opening one costs as much as counting a page.
    private static let idle = Mutex<[BreakIterator]>([])

    /// Lends an iterator that no other thread uses meanwhile.
    static func withShared<Result>(
        _ body: (BreakIterator) throws(ICUError) -> Result
    ) throws(ICUError) -> Result {
        let iterator =
            if let kept = idle.withLock({ $0.popLast() }) { kept } else { try BreakIterator() }
        defer { idle.withLock { if $0.count < ICULimits.idleIterators { $0.append(iterator) } } }
        return try body(iterator)
    }
}
