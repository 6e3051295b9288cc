extension CELDuration: CustomStringConvertible {
    /// The span in seconds: `1.5s`, as `string(duration)` gives it.
    public var description: String {
        let isNegative = seconds < 0 || nanoseconds < 0
        return (isNegative ? "-" : "") + String(seconds.magnitude)
            + CELClock.fraction(nanoseconds.magnitude) + "s"
    }
}

extension CELDuration {
    /// Reads numbers with units: `h`, `m`, `s`, `ms`, `us` and `ns`, in any order, with one sign in
    /// front; or `nil` for anything else and beyond the range.
    public init?(_ text: String) {
        var rest = Array(text.utf8)[...]
        let isNegative = rest.first == UInt8(ascii: "-")
        if isNegative || rest.first == UInt8(ascii: "+") { rest = rest.dropFirst() }
        guard !rest.isEmpty else { return nil }
        guard !rest.elementsEqual("0".utf8) else {
            self = .zero
            return
        }
        var total = Self.zero
        while !rest.isEmpty {
            guard let part = Self.part(&rest), let sum = total.adding(part) else { return nil }
            total = sum
        }
        self = isNegative ? total.negated : total
    }

    /// Reads one number with its unit.
    private static func part(_ rest: inout ArraySlice<UInt8>) -> CELDuration? {
        let whole = digits(&rest)
        var fraction: ArraySlice<UInt8> = []
        if rest.first == UInt8(ascii: ".") {
            rest = rest.dropFirst()
            fraction = digits(&rest)
        }
        guard !whole.isEmpty || !fraction.isEmpty, let unit = unit(&rest),
            let count = whole.isEmpty ? 0 : Int64(String(decoding: whole, as: UTF8.self))
        else { return nil }
        // Digits beyond the 18th are below a nanosecond for every unit.
        var scale: Double = 1
        var part: Double = 0
        for digit in fraction.prefix(18) {
            scale *= 10
            part = part * 10 + Double(digit - UInt8(ascii: "0"))
        }
        let extra = Int64(part / scale * Double(unit))
        let perSecond = 1_000_000_000 / unit
        let (seconds, remainder) =
            perSecond > 0
            ? (count / perSecond, count % perSecond * unit)
            : (count.multipliedReportingOverflow(by: unit / 1_000_000_000).partialValue, 0)
        guard count <= range.upperBound || perSecond > 1 else { return nil }
        return CELDuration(totalSeconds: seconds, nanoseconds: remainder + extra)
    }

    private static func digits(_ rest: inout ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let digits = rest.prefix { CELLexer.isDigit($0) }
        rest = rest.dropFirst(digits.count)
        return digits
    }

    /// Reads a unit, in nanoseconds.
    private static func unit(_ rest: inout ArraySlice<UInt8>) -> Int64? {
        for (name, nanoseconds) in units where rest.starts(with: name.utf8) {
            rest = rest.dropFirst(name.utf8.count)
            return nanoseconds
        }
        return nil
    }

    private static let units: [(String, Int64)] = [
        ("ns", 1), ("us", 1_000), ("\u{B5}s", 1_000), ("\u{3BC}s", 1_000), ("ms", 1_000_000),
        ("s", 1_000_000_000), ("m", 60_000_000_000), ("h", 3_600_000_000_000),
    ]
}
