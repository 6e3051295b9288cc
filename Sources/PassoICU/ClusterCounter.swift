/// Counts extended grapheme clusters.
enum ClusterCounter {
    static func count(
        _ text: borrowing UTF8Span,
        stopAfter limit: Int = .max
    ) -> (characters: Int, heaviestBytes: Int) {
        let bytes = text.span
        // Opening the iterator fails only without memory or without ICU's data; code points are
        // then the safe answer, for a limit is never exceeded by a text that has fewer of them.
        let counted = try? BreakIterator.withShared { iterator throws(ICUError) in
            try iterator.count(bytes, stopAfter: limit)
        }
        return counted ?? (codePoints(text), 4)
    }

    static func codePoints(_ text: borrowing UTF8Span) -> Int {
        let bytes = text.span
        var count = 0
        for index in bytes.indices where bytes[index] & 0xC0 != 0x80 { count += 1 }
        return count
    }
}
