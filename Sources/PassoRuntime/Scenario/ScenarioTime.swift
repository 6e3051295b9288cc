import FoundationEssentials

/// Times and spans as scenarios write them.
public enum ScenarioTime {
    /// When a scenario begins that does not say: Monday, 2 March 2026, 9 o'clock UTC.
    static let standardBeginning: Int64 = 1_772_442_000

    private static let units: [(name: String, nanoseconds: Int64)] = [
        ("ns", 1), ("us", 1_000), ("ms", 1_000_000), ("s", 1_000_000_000),
        ("m", 60_000_000_000), ("h", 3_600_000_000_000), ("d", 86_400_000_000_000),
    ]

    /// Reads a span such as `14.999s`, `1m30s`, `-2d` or `0`.
    ///
    /// - Returns: the span in nanoseconds, or nil when the text is none.
    public static func span(_ text: String) -> Int64? {
        if text == "0" { return 0 }
        var rest = Substring(text)
        let isNegative = rest.hasPrefix("-")
        if isNegative { rest.removeFirst() }
        var total: Int64 = 0
        guard !rest.isEmpty else { return nil }
        while !rest.isEmpty {
            let digits = rest.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
            rest = rest.dropFirst(digits.count)
            let unit = rest.prefix { $0.isASCII && $0.isLetter }
            rest = rest.dropFirst(unit.count)
            guard let size = units.first(where: { $0.name == unit })?.nanoseconds,
                let piece = multiply(digits, by: size)
            else { return nil }
            let (sum, overflow) = total.addingReportingOverflow(piece)
            guard !overflow else { return nil }
            total = sum
        }
        return isNegative ? -total : total
    }

    /// Reads a span since the beginning.
    static func instant(_ text: String) -> WorldInstant? {
        guard let nanoseconds = span(text), nanoseconds >= 0 else { return nil }
        return WorldInstant(nanoseconds: nanoseconds)
    }

    /// Reads a time such as `2026-03-02T09:00:00Z`.
    public static func seconds(since1970 text: String) -> Int64? {
        guard let date = try? Date(text, strategy: .iso8601) else { return nil }
        return Int64(date.timeIntervalSince1970.rounded(.down))
    }

    /// Multiplies a decimal number exactly, without going through floating point.
    private static func multiply(_ digits: Substring, by size: Int64) -> Int64? {
        let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), let whole = Int64(parts[0]) else { return nil }
        var (total, overflow) = whole.multipliedReportingOverflow(by: size)
        guard !overflow else { return nil }
        var scale = size
        for digit in parts.count == 2 ? Array(parts[1]) : [] {
            guard let value = digit.wholeNumberValue, scale % 10 == 0 else { return nil }
            scale /= 10
            let (sum, carry) = total.addingReportingOverflow(Int64(value) * scale)
            guard !carry else { return nil }
            total = sum
        }
        return total
    }
}
