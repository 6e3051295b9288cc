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
        // The magnitude goes one beyond the largest span: there the smallest lies.
        var total: UInt64 = 0
        while !rest.isEmpty {
            guard let part = Self.part(&rest) else { return nil }
            let (sum, overflow) = total.addingReportingOverflow(part)
            guard !overflow, sum <= Int64.min.magnitude else { return nil }
            total = sum
        }
        guard isNegative || total <= Int64.max else { return nil }
        self.init(totalNanoseconds: Int64(truncatingIfNeeded: isNegative ? 0 &- total : total))
    }

    /// Reads one number with its unit, in nanoseconds; what is below one is dropped.
    private static func part(_ rest: inout ArraySlice<UInt8>) -> UInt64? {
        let whole = digits(&rest)
        var fraction: ArraySlice<UInt8> = []
        if rest.first == UInt8(ascii: ".") {
            rest = rest.dropFirst()
            fraction = digits(&rest)
        }
        guard !whole.isEmpty || !fraction.isEmpty, let unit = unit(&rest),
            let count = whole.isEmpty ? 0 : UInt64(String(decoding: whole, as: UTF8.self))
        else { return nil }
        let (scaled, overflow) = count.multipliedReportingOverflow(by: unit)
        let (total, overflow2) = scaled.addingReportingOverflow(Self.fraction(fraction, of: unit))
        return overflow || overflow2 ? nil : total
    }

    /// A part of a unit by its decimal digits; those beyond the 18th make less than a nanosecond.
    private static func fraction(_ digits: ArraySlice<UInt8>, of unit: UInt64) -> UInt64 {
        var scale: UInt64 = 1
        var part: UInt64 = 0
        for digit in digits.prefix(18) {
            scale *= 10
            part = part * 10 + UInt64(digit - UInt8(ascii: "0"))
        }
        return scale.dividingFullWidth(part.multipliedFullWidth(by: unit)).quotient
    }

    private static func digits(_ rest: inout ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let digits = rest.prefix { CELLexer.isDigit($0) }
        rest = rest.dropFirst(digits.count)
        return digits
    }

    /// Reads a unit, in nanoseconds.
    private static func unit(_ rest: inout ArraySlice<UInt8>) -> UInt64? {
        for (name, nanoseconds) in units where rest.starts(with: name.utf8) {
            rest = rest.dropFirst(name.utf8.count)
            return nanoseconds
        }
        return nil
    }

    private static let units: [(String, UInt64)] = [
        ("ns", 1), ("us", 1_000), ("\u{B5}s", 1_000), ("\u{3BC}s", 1_000), ("ms", 1_000_000),
        ("s", 1_000_000_000), ("m", 60_000_000_000), ("h", 3_600_000_000_000),
    ]
}
