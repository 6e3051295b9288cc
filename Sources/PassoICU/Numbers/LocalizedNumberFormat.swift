internal import CICU

/// Writes numbers by one number skeleton of ICU, in one language.
///
/// Whole numbers, decimals, percentages and plain currencies are put together here from symbols read
/// once; what else a skeleton can say is written by ICU.
///
/// ```swift
/// let format = try LocalizedNumberFormat.shared(for: "da", skeleton: ".00 group-on-aligned")
/// format.text(1234.5)   // 1.234,50
/// ```
///
/// Any number of threads may use one value: ICU's number formatters are immutable.
public final class LocalizedNumberFormat: Sendable {
    private let formatter: Handle
    private let writer: NumberWriter?

    /// Reads a format.
    ///
    /// - Parameters:
    ///   - locale: the locale whose digits and marks are used.
    ///   - skeleton: words such as `compact-short currency/EUR`, without `::`.
    /// - Throws: ICU's status for a skeleton that it cannot read.
    public init(locale: String, skeleton: String) throws(ICUError) {
        try checkName(locale, "numbers")
        formatter = unsafe try skeleton.withUTF8Bytes("number skeleton") {
            text,
            length throws(ICUError) in
            unsafe try Handle("number skeleton") {
                unsafe passo_icu_numbers_open(locale, text, length, &$0)
            } close: {
                unsafe passo_icu_numbers_close($0)
            }
        }
        guard let shape = NumberShape(skeleton: skeleton) else {
            writer = nil
            return
        }
        writer = try NumberSampling(formatter, NumberSymbols.shared(for: locale)).writer(of: shape)
    }

    private static let kept = Kept<LocalizedNumberFormat>(limit: ICULimits.keptSkeletons)

    /// The format of a locale and a skeleton, read once and kept.
    public static func shared(
        for locale: String,
        skeleton: String
    ) throws(ICUError) -> LocalizedNumberFormat {
        try kept.value(for: locale + ":" + skeleton) { () throws(ICUError) in
            try LocalizedNumberFormat(locale: locale, skeleton: skeleton)
        }
    }

    /// A whole number.
    public func text(_ value: Int64) -> String {
        var bytes: [UInt8] = []
        append(value, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// A number.
    public func text(_ value: Double) -> String {
        var bytes: [UInt8] = []
        append(value, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Appends the UTF-8 of a whole number to a text that is being put together.
    public func append(_ value: Int64, to bytes: inout [UInt8]) {
        if let writer, writer.append(value, to: &bytes) { return }
        bytes.append(contentsOf: formatter.numberText(value).utf8)
    }

    /// Appends the UTF-8 of a number to a text that is being put together.
    public func append(_ value: Double, to bytes: inout [UInt8]) {
        if let writer, writer.append(value, to: &bytes) { return }
        bytes.append(contentsOf: formatter.numberText(value).utf8)
    }

    /// A decimal number of any size, by ICU.
    func text(decimal digits: String) throws(ICUError) -> String {
        unsafe try delivered(digits, passo_icu_numbers_decimal)
    }

    /// The fields of a decimal number, each as a letter, its text and a zero byte.
    func fieldText(_ digits: String) throws(ICUError) -> String {
        unsafe try delivered(digits, passo_icu_numbers_fields)
    }

    /// What a function of the shim makes of a decimal number.
    private func delivered(
        _ digits: String,
        _ write: (
            OpaquePointer?, UnsafePointer<CChar>?, Int32, UnsafeMutablePointer<CChar>?, Int32,
            UnsafeMutablePointer<Int32>?
        ) -> Int32
    ) throws(ICUError) -> String {
        unsafe try digits.withUTF8Bytes("number") { source, length throws(ICUError) in
            unsafe try string("number") { buffer, room, status in
                unsafe write(formatter.pointer, source, length, buffer, room, &status)
            }
        }
    }

    /// A number of any digits.
    package func text(_ decimal: ShortestDecimal) -> String {
        guard let writer else { return textByICU(decimal) }
        var bytes: [UInt8] = []
        writer.append(decimal, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// ICU's own text, or the bare digits when it gives none.
    func textByICU(_ decimal: ShortestDecimal) -> String {
        let digits = decimal.text()
        return (try? text(decimal: digits)) ?? digits
    }

    /// Whether the usual numbers are put together here; false where ICU writes all.
    var isAssembled: Bool { writer != nil }

    /// ICU's own text.
    func textByICU(_ value: Int64) -> String { formatter.numberText(value) }

    /// ICU's own text.
    func textByICU(_ value: Double) -> String { formatter.numberText(value) }
}

extension Handle {
    /// The text that a number formatter of ICU gives, or the bare digits when it gives none.
    func numberText(_ value: Int64) -> String {
        let text = try? unsafe string("number") { buffer, room, status in
            unsafe passo_icu_numbers_integer(pointer, value, buffer, room, &status)
        }
        return text ?? String(value)
    }

    /// The text that a number formatter of ICU gives, or the bare digits when it gives none.
    func numberText(_ value: Double) -> String {
        let text = try? unsafe string("number") { buffer, room, status in
            unsafe passo_icu_numbers_double(pointer, value, buffer, room, &status)
        }
        return text ?? String(value)
    }
}
