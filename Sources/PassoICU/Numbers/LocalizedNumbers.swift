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
/// Any number of threads may use one value.
public final class LocalizedNumbers: Sendable {
    /// The locale the formats were asked for.
    public let locale: String
    /// Numbers with at most three fraction digits.
    public let decimal: LocalizedNumberFormat
    /// Numbers rounded to whole ones, a half to the even neighbour.
    public let integer: LocalizedNumberFormat
    /// Shares of one as percentages without fraction digits: 0.25 is 25%.
    public let percent: LocalizedNumberFormat

    private let bySkeleton = Kept<LocalizedNumberFormat>(limit: ICULimits.keptSkeletons)

    /// Reads the number formats of a locale.
    public init(locale: String) throws(ICUError) {
        self.locale = locale
        decimal = try LocalizedNumberFormat(locale: locale, skeleton: "group-on-aligned .###")
        integer = try LocalizedNumberFormat(
            locale: locale,
            skeleton: "group-on-aligned precision-integer"
        )
        percent = try LocalizedNumberFormat(
            locale: locale,
            skeleton: "group-on-aligned percent scale/100 precision-integer"
        )
    }

    private static let kept = Kept<LocalizedNumbers>()

    /// The formats of a locale, read once and kept.
    public static func shared(for locale: String) throws(ICUError) -> LocalizedNumbers {
        try kept.value(for: locale) { () throws(ICUError) in try LocalizedNumbers(locale: locale) }
    }

    /// Whether ICU can read a number skeleton.
    ///
    /// - Parameter skeleton: words such as `compact-short currency/EUR`, without `::`.
    /// - Returns: false when it is malformed or names what does not exist.
    public static func canRead(skeleton: String) -> Bool {
        // ICU's reason is always the same: the skeleton is malformed.
        (try? LocalizedNumberFormat(locale: "en", skeleton: skeleton)) != nil
    }

    /// A whole number.
    public func text(_ value: Int64) -> String { decimal.text(value) }

    /// A whole number.
    public func text(_ value: Int) -> String { decimal.text(Int64(value)) }

    /// A number with at most three fraction digits.
    public func text(_ value: Double) -> String { decimal.text(value) }

    /// Appends the UTF-8 of a whole number to a text that is being put together.
    public func append(_ value: Int64, to bytes: inout [UInt8]) {
        decimal.append(value, to: &bytes)
    }

    /// Appends the UTF-8 of a number with at most three fraction digits.
    public func append(_ value: Double, to bytes: inout [UInt8]) {
        decimal.append(value, to: &bytes)
    }

    /// A decimal number of any size, with the fraction digits it is given with: `1234.50`.
    ///
    /// - Returns: `nil` for text that is not a plain decimal number.
    public func text(decimal digits: String) -> String? {
        guard isPlainDecimal(digits) else { return nil }
        let fraction = digits.utf8.split(separator: UInt8(ascii: ".")).dropFirst().first?.count ?? 0
        let zeros = String(repeating: "0", count: fraction)
        let precision = fraction == 0 ? " precision-integer" : " ." + zeros
        // A text that is digits and one point is a number for ICU, and the skeleton is well formed.
        return try? format(skeleton: "group-on-aligned" + precision).text(decimal: digits)
    }

    /// A share of one as a percentage without fraction digits: 0.25 is 25%.
    public func percentText(_ value: Double) -> String { percent.text(value) }

    /// A whole number by a number skeleton of ICU, such as `compact-short`.
    ///
    /// - Throws: ICU's status for a skeleton that it cannot read.
    public func text(_ value: Int64, skeleton: String) throws(ICUError) -> String {
        try format(skeleton: skeleton).text(value)
    }

    /// A number by a number skeleton of ICU, such as `.00 group-on-aligned`.
    ///
    /// - Throws: ICU's status for a skeleton that it cannot read.
    public func text(_ value: Double, skeleton: String) throws(ICUError) -> String {
        try format(skeleton: skeleton).text(value)
    }

    /// The format of a number skeleton of ICU, read once and kept.
    ///
    /// - Throws: ICU's status for a skeleton that it cannot read.
    public func format(skeleton: String) throws(ICUError) -> LocalizedNumberFormat {
        try bySkeleton.value(for: skeleton) { () throws(ICUError) in
            try LocalizedNumberFormat.shared(for: locale, skeleton: skeleton)
        }
    }
}
