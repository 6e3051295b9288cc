/// Texts made of other texts (extension "Strings").
extension CELString {
    /// `x.replace(y, z)` and `x.replace(y, z, n)`: a negative number replaces all.
    ///
    /// An empty text occurs before each code point and at the end.
    func replacing(
        _ old: CELString,
        with new: CELString,
        atMost count: Int64,
        _ limits: CELLimits
    ) throws(CELError) -> CELString {
        let string = string
        let bytes = string.utf8Span.span
        let search = CELTextSearch(old)
        var builder = CELTextBuilder(limits)
        var done = 0
        var remaining = count < 0 ? Int64.max : count
        var next = remaining > 0 ? search.first(in: bytes, from: 0) : nil
        while let place = next {
            try builder.append(bytes, done..<place)
            try builder.append(new)
            done = place + old.byteCount
            remaining -= 1
            guard remaining > 0 else { break }
            next = Self.next(search, in: bytes, behind: place)
        }
        guard remaining < (count < 0 ? .max : count) else { return self }
        try builder.append(bytes, done..<bytes.count)
        return builder.text
    }

    /// `x.split(y)` and `x.split(y, n)`: at most `n` parts, of which the last is the rest; a negative
    /// number splits at every place.
    ///
    /// An empty separator splits between code points.
    func split(
        _ separator: CELString,
        atMost count: Int64,
        _ limits: CELLimits
    ) throws(CELError) -> [CELValue] {
        guard count != 0 else { return [] }
        let string = string
        let bytes = string.utf8Span.span
        let search = CELTextSearch(separator)
        var parts: [CELValue] = []
        var done = 0
        var next = Self.next(search, in: bytes, behind: separator.byteCount == 0 ? 0 : nil)
        while let place = next, place < bytes.count, count < 0 || parts.count < count - 1 {
            guard parts.count + 1 < limits.resultElements else {
                throw .limit(limits.resultElements)
            }
            parts.append(.string(part(done..<place)))
            done = place + separator.byteCount
            next = Self.next(search, in: bytes, behind: place)
        }
        parts.append(.string(part(done..<bytes.count)))
        return parts
    }

    /// The next place of a text, not overlapping the one at `place`; `nil` begins.
    private static func next(
        _ search: CELTextSearch,
        in bytes: Span<UInt8>,
        behind place: Int?
    ) -> Int? {
        guard let place else { return search.first(in: bytes, from: 0) }
        guard search.pattern.isEmpty else {
            return search.first(in: bytes, from: place + search.pattern.count)
        }
        guard place < bytes.count else { return nil }
        var next = place + 1
        while next < bytes.count, isContinuation(bytes[next]) { next += 1 }
        return next
    }

    /// `l.join()` and `l.join(x)`.
    static func join(
        _ list: CELList,
        _ separator: CELString,
        _ limits: CELLimits
    ) throws(CELError) -> CELString {
        var builder = CELTextBuilder(limits)
        for (place, element) in list.elements.enumerated() {
            guard case .string(let text) = element else { throw .noOverload("join", [element]) }
            if place > 0 { try builder.append(separator) }
            try builder.append(text)
        }
        return builder.text
    }
}

extension CELString {
    /// `x.lowerAscii()`: other letters stay as they are.
    var asciiLowercased: CELString {
        mapBytes { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) ? $0 | 0x20 : $0 }
    }

    /// `x.upperAscii()`.
    var asciiUppercased: CELString {
        mapBytes { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) ? $0 & ~0x20 : $0 }
    }

    private func mapBytes(_ change: (UInt8) -> UInt8) -> CELString {
        CELString(String(decoding: string.utf8.map(change), as: UTF8.self))
    }

    /// `x.reverse()`: the code points from the last to the first.
    var reversed: CELString {
        if isASCII { return CELString(String(decoding: string.utf8.reversed(), as: UTF8.self)) }
        var scalars = String.UnicodeScalarView()
        scalars.append(contentsOf: string.unicodeScalars.reversed())
        return CELString(String(scalars))
    }

    /// `x.trim()`: without white space, as Unicode defines it, at both ends.
    var trimmed: CELString {
        let scalars = string.unicodeScalars
        guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
            let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
        else { return "" }
        let kept = string[first...last]
        return kept.utf8.count == byteCount ? self : CELString(String(kept))
    }

    /// `strings.quote(x)`: in double quotes, with CEL's escapes.
    func quoted(_ limits: CELLimits) throws(CELError) -> CELString {
        var builder = CELTextBuilder(limits)
        try builder.append("\"")
        for byte in string.utf8 {
            if let escape = Self.escapes[byte] {
                try builder.append([UInt8(ascii: "\\"), escape])
            } else {
                try builder.append([byte])
            }
        }
        try builder.append("\"")
        return builder.text
    }

    /// The bytes that have an escape, with its letter.
    private static let escapes: [UInt8: UInt8] = [
        0x07: UInt8(ascii: "a"), 0x08: UInt8(ascii: "b"), 0x0C: UInt8(ascii: "f"),
        0x0A: UInt8(ascii: "n"), 0x0D: UInt8(ascii: "r"), 0x09: UInt8(ascii: "t"),
        0x0B: UInt8(ascii: "v"), UInt8(ascii: "\\"): UInt8(ascii: "\\"),
        UInt8(ascii: "\""): UInt8(ascii: "\""),
    ]
}
