internal import CICU

/// Writes numbers as a language writes them, with groups of digits always marked.
///
/// Grouping follows ICU's skeleton `group-on-aligned`: 2,000 in English, 2.000 in Danish and
/// 2 000 (with U+00A0) in Polish, though Polish leaves four digits together in running text.
///
/// ```swift
/// try LocalizedNumbers.shared(for: "da").text(2000)   // 2.000
/// ```
///
/// Any number of threads may use one value: ICU's number formatters are immutable.
public final class LocalizedNumbers: Sendable {
    /// The locale the formats were asked for.
    public let locale: String
    private let decimal: Handle
    private let percent: Handle
    let integers: IntegerWriter?
    private let bySkeleton = Kept<Handle>(limit: ICULimits.keptSkeletons)

    /// Reads the number formats of a locale.
    public init(locale: String) throws(ICUError) {
        try checkName(locale, "numbers")
        self.locale = locale
        decimal = try Self.formatter(locale, "group-on-aligned .###")
        percent = try Self.formatter(locale, "group-on-aligned percent scale/100 precision-integer")
        integers = try IntegerWriter(locale: locale)
    }

    static func formatter(_ locale: String, _ skeleton: String) throws(ICUError) -> Handle {
        unsafe try skeleton.withUTF8Bytes("number skeleton") { text, length throws(ICUError) in
            unsafe try Handle("number skeleton") {
                unsafe passo_icu_numbers_open(locale, text, length, &$0)
            } close: {
                unsafe passo_icu_numbers_close($0)
            }
        }
    }

    private static let kept = Kept<LocalizedNumbers>()

    /// The formats of a locale, read once and kept.
    public static func shared(for locale: String) throws(ICUError) -> LocalizedNumbers {
        try kept.value(for: locale) { () throws(ICUError) in try LocalizedNumbers(locale: locale) }
    }

    /// A whole number.
    public func text(_ value: Int64) -> String {
        if let integers { return integers.text(value) }
        return written(by: decimal, value)
    }

    /// Appends the UTF-8 of a whole number to a text that is being put together.
    public func append(_ value: Int64, to bytes: inout [UInt8]) {
        if let integers {
            integers.append(value, to: &bytes)
        } else {
            bytes.append(contentsOf: written(by: decimal, value).utf8)
        }
    }

    /// A whole number.
    public func text(_ value: Int) -> String { text(Int64(value)) }

    /// A number with at most three fraction digits.
    public func text(_ value: Double) -> String { written(by: decimal, value) }

    /// A decimal number of any size, with the fraction digits it is given with: `1234.50`.
    ///
    /// - Returns: `nil` for text that is not a plain decimal number.
    public func text(decimal digits: String) -> String? {
        guard isPlainDecimal(digits) else { return nil }
        let fraction = digits.utf8.split(separator: UInt8(ascii: ".")).dropFirst().first?.count ?? 0
        let precision = fraction == 0 ? " precision-integer" : " ." + zeros(fraction)
        // A text that is digits and one point is a number for ICU, and the skeleton is well formed.
        return try? written(by: formatter("group-on-aligned" + precision), decimal: digits)
    }

    /// A share of one as a percentage without fraction digits: 0.25 is 25%.
    public func percentText(_ value: Double) -> String { written(by: percent, value) }

    /// A whole number by a number skeleton of ICU, such as `compact-short`.
    ///
    /// - Throws: ICU's status for a skeleton that it cannot read.
    public func text(_ value: Int64, skeleton: String) throws(ICUError) -> String {
        written(by: try formatter(skeleton), value)
    }

    /// A number by a number skeleton of ICU, such as `.00 group-on-aligned`.
    ///
    /// - Throws: ICU's status for a skeleton that it cannot read.
    public func text(_ value: Double, skeleton: String) throws(ICUError) -> String {
        written(by: try formatter(skeleton), value)
    }

    private func formatter(_ skeleton: String) throws(ICUError) -> Handle {
        try bySkeleton.value(for: skeleton) { () throws(ICUError) in
            try Self.formatter(locale, skeleton)
        }
    }
}

extension LocalizedNumbers {
    /// The text that a formatter of ICU gives, or the bare digits when it gives none.
    func written(by formatter: Handle, _ value: Int64) -> String {
        let text = try? unsafe string("number") { buffer, room, status in
            unsafe passo_icu_numbers_integer(formatter.pointer, value, buffer, room, &status)
        }
        return text ?? String(value)
    }

    /// The text that a formatter of ICU gives, or the bare digits when it gives none.
    func written(by formatter: Handle, _ value: Double) -> String {
        let text = try? unsafe string("number") { buffer, room, status in
            unsafe passo_icu_numbers_double(formatter.pointer, value, buffer, room, &status)
        }
        return text ?? String(value)
    }

    private func written(by formatter: Handle, decimal digits: String) throws(ICUError) -> String {
        unsafe try digits.withUTF8Bytes("number") { source, length throws(ICUError) in
            unsafe try string("number") { buffer, room, status in
                unsafe passo_icu_numbers_decimal(
                    formatter.pointer,
                    source,
                    length,
                    buffer,
                    room,
                    &status
                )
            }
        }
    }

    private func zeros(_ count: Int) -> String { String(repeating: "0", count: count) }
}
