internal import PassoICU

/// How a language writes whole numbers, where its digits are single bytes in a row: then they are
/// written into the text of a message at once.
///
/// Found out from numbers that ``LocalizedNumbers`` has written, and used only if it gives them again.
struct IntegerShape: Sendable {
    /// A mark of up to four bytes.
    struct Symbol: Sendable {
        /// The first byte lowest.
        let bytes: UInt32
        let count: Int

        init?(_ text: some Collection<UInt8>) {
            guard text.count <= 4 else { return nil }
            bytes = text.reversed().reduce(0) { $0 << 8 | UInt32($1) }
            count = text.count
        }
    }

    let zero: UInt8
    let group: Symbol
    let minus: Symbol
    /// The digits behind the last group mark, and those between two.
    let primary: Int
    let secondary: Int

    init?(_ numbers: LocalizedNumbers) {
        let zero = Array(numbers.text(0).utf8)
        let negative = Array(numbers.text(-1).utf8)
        // Ten digits with their marks: 1, 234, 567, 890.
        let long = Array(numbers.text(1_234_567_890).utf8)
        guard zero.count == 1, negative.last == zero[0] &+ 1,
            let minus = Symbol(negative.dropLast())
        else { return nil }
        let isDigit = { (byte: UInt8) in byte >= zero[0] && byte < zero[0] &+ 10 }
        let parts = long.split(whereSeparator: { !isDigit($0) })
        guard parts.count >= 2, parts.joined().count == 10 else { return nil }
        let mark = long.dropFirst(parts[0].count).prefix { !isDigit($0) }
        guard let group = Symbol(mark) else { return nil }
        self.zero = zero[0]
        self.minus = minus
        self.group = group
        primary = parts[parts.count - 1].count
        secondary = parts.count > 2 ? parts[parts.count - 2].count : primary
        for sample in Self.samples {
            let mine = TextBuffer.with { buffer in
                var buffer = buffer
                buffer.append(sample, self)
                return buffer.text
            }
            guard mine == numbers.text(sample) else { return nil }
        }
    }

    private static let samples: [Int64] = [
        0, 9, 10, 99, 100, 999, 1_000, 2_000, 9_999, 10_000, 12_345, 99_999, 100_000, 123_456,
        1_000_000, 9_876_543, 98_765_432, 102_030_405, 1_234_567_890, 123_456_789_012,
        9_223_372_036_854_775_807, -1, -12, -123, -1_234, -98_765, -9_223_372_036_854_775_808,
    ]
}
