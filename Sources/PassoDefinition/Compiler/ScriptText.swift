/// Finds the assignments of a script: `location = expression`, apart by line ends or semicolons
/// outside brackets, texts and comments.
struct ScriptText {
    /// One assignment: UTF-8 offsets in the text.
    struct Statement: Equatable {
        /// The location; nil where there is no `=`.
        let location: Range<Int>?
        /// The expression, or all of the statement where there is no `=`.
        let expression: Range<Int>
    }

    private let bytes: [UInt8]
    private var place = 0
    private var depth = 0
    /// Where the statement began and where its `=` is.
    private var start = 0
    private var sign: Int?
    private var found: [Statement] = []

    private init(_ text: String) { bytes = Array(text.utf8) }

    /// The statements of a text in order; linear in its length.
    static func statements(of text: String) -> [Statement] {
        var reader = ScriptText(text)
        while reader.place < reader.bytes.count { reader.step() }
        reader.end()
        return reader.found
    }

    private mutating func step() {
        let byte = bytes[place]
        switch byte {
        case UInt8(ascii: "'"), UInt8(ascii: "\""): skipText(byte)
        case UInt8(ascii: "`"): skipName()
        case UInt8(ascii: "/") where next == UInt8(ascii: "/"): skipComment()
        case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
        case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): depth = max(0, depth - 1)
        case UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: ";"):
            if depth == 0 { end() }
        case UInt8(ascii: "="): equals()
        default: break
        }
        place += 1
    }

    private var next: UInt8 { place + 1 < bytes.count ? bytes[place + 1] : 0 }

    /// One `=` is an assignment; `==`, `!=`, `<=` and `>=` are comparisons.
    private mutating func equals() {
        if next == UInt8(ascii: "=") {
            place += 1
        } else if depth == 0, sign == nil, place == start || !"!<>".utf8.contains(bytes[place - 1])
        {
            sign = place
        }
    }

    /// Leaves the place at the last byte of a text in quotes.
    private mutating func skipText(_ quote: UInt8) {
        let isRaw =
            place > start && [UInt8(ascii: "r"), UInt8(ascii: "R")].contains(bytes[place - 1])
        let isTriple = place + 2 < bytes.count && bytes[place + 1...place + 2] == [quote, quote]
        place += isTriple ? 3 : 1
        while place < bytes.count {
            if bytes[place] == UInt8(ascii: "\\"), !isRaw {
                place += 1
            } else if bytes[place] == quote {
                guard isTriple else { return }
                if place + 2 < bytes.count, bytes[place + 1...place + 2] == [quote, quote] {
                    place += 2
                    return
                }
            } else if !isTriple, [10, 13].contains(bytes[place]) {
                // No text goes over the end of a line: what follows is another statement.
                place -= 1
                return
            }
            place += 1
        }
    }

    private mutating func skipName() {
        let close = bytes[(place + 1)...].firstIndex { [UInt8(ascii: "`"), 10, 13].contains($0) }
        guard let close, bytes[close] == UInt8(ascii: "`") else { return }
        place = close
    }

    private mutating func skipComment() {
        while place + 1 < bytes.count, ![10, 13].contains(bytes[place + 1]) { place += 1 }
    }

    private mutating func end() {
        defer {
            start = place + 1
            sign = nil
            depth = 0
        }
        let whole = trimmed(start..<min(place, bytes.count))
        guard !whole.isEmpty, !isComment(whole) else { return }
        guard let sign else {
            return found.append(Statement(location: nil, expression: whole))
        }
        found.append(
            Statement(
                location: trimmed(start..<sign),
                expression: trimmed(sign + 1..<max(sign + 1, whole.upperBound))
            )
        )
    }

    private func trimmed(_ range: Range<Int>) -> Range<Int> {
        var (lower, upper) = (range.lowerBound, range.upperBound)
        while lower < upper, Self.isSpace(bytes[lower]) { lower += 1 }
        while lower < upper, Self.isSpace(bytes[upper - 1]) { upper -= 1 }
        return lower..<upper
    }

    private func isComment(_ range: Range<Int>) -> Bool {
        range.count > 1 && bytes[range.lowerBound] == UInt8(ascii: "/")
            && bytes[range.lowerBound + 1] == UInt8(ascii: "/")
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (9...13).contains(byte) }
}
