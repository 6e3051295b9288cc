import PassoCEL

/// Reads durations as definitions write them: `15s`, `1500ms`, `1h30m`, `0.5s`.
enum DurationLiteral {
    private static let units: [(name: String, nanoseconds: Double)] = [
        ("ms", 1e6), ("us", 1e3), ("ns", 1), ("h", 3.6e12), ("m", 6e10), ("s", 1e9),
    ]

    /// Whether a text begins like a duration, so that its author meant one.
    static func resembles(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first, ("0"..."9").contains(first) else {
            return false
        }
        return text.unicodeScalars.contains { !("0"..."9").contains($0) && $0 != "." }
    }

    /// The duration of a text, or nil when it is none or longer than a duration can be.
    static func duration(_ text: String) -> CELDuration? {
        var rest = Substring(text)
        var nanoseconds = 0.0
        guard !rest.isEmpty else { return nil }
        while !rest.isEmpty {
            let number = rest.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
            guard number.first != ".", number.last != ".", let amount = Double(number) else {
                return nil
            }
            rest = rest[number.endIndex...]
            guard let unit = units.first(where: { rest.hasPrefix($0.name) }) else { return nil }
            rest = rest.dropFirst(unit.name.count)
            nanoseconds += amount * unit.nanoseconds
        }
        let seconds = (nanoseconds / 1e9).rounded(.down)
        guard seconds < 1e12, let whole = Int64(exactly: seconds),
            let fraction = Int32(exactly: (nanoseconds - seconds * 1e9).rounded())
        else { return nil }
        return CELDuration(seconds: whole, nanoseconds: min(fraction, 999_999_999))
    }
}
