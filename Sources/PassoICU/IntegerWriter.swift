internal import CICU

/// Writes whole numbers from a locale's digits and separators, read once.
///
/// ICU's formatter costs most of what a message costs; ICU is the oracle of this one in the tests.
struct IntegerWriter: Sendable {
    /// The ten digits, then the group separator, then the minus sign, as UTF-8.
    private let symbols: [[UInt8]]
    let primary: Int
    let secondary: Int
    /// The digit zero where all ten are single bytes in a row.
    private let zero: UInt8?
    /// What a ``ShortText`` needs; nil where the digits or the symbols are longer.
    let short: ShortSymbols?

    /// Reads a locale's symbols.
    ///
    /// - Returns: `nil` when the locale's numbers need more than digits and separators.
    init?(locale: String) throws(ICUError) {
        var primary: Int32 = 0
        var secondary: Int32 = 0
        let text = unsafe try string("number symbols") { buffer, room, status in
            unsafe passo_icu_number_symbols(
                locale,
                buffer,
                room,
                &primary,
                &secondary,
                &status
            )
        }
        symbols = text.utf8.split(separator: 0, omittingEmptySubsequences: false).map { Array($0) }
        guard symbols.count >= 12, primary > 0 else { return nil }
        self.primary = Int(primary)
        self.secondary = secondary > 0 ? Int(secondary) : Int(primary)
        let first = symbols[0].first ?? 0
        let isRow = symbols[..<10].enumerated().allSatisfy { $1 == [first &+ UInt8($0)] }
        zero = isRow ? first : nil
        short = isRow ? ShortSymbols(zero: first, group: symbols[10], minus: symbols[11]) : nil
    }

    func text(_ value: Int64) -> String {
        var bytes: [UInt8] = []
        append(value, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Appends the number's UTF-8, from its first digit on.
    func append(_ value: Int64, to bytes: inout [UInt8]) {
        var digits = InlineArray<20, UInt8>(repeating: 0)
        var count = 0
        var rest = value.magnitude
        repeat {
            digits[count] = UInt8(truncatingIfNeeded: rest % 10)
            rest /= 10
            count += 1
        } while rest > 0
        if value < 0 { bytes.append(contentsOf: symbols[11]) }
        while count > 0 {
            count -= 1
            if let zero {
                bytes.append(zero &+ digits[count])
            } else {
                bytes.append(contentsOf: symbols[Int(digits[count])])
            }
            if isGroupEnd(count) { bytes.append(contentsOf: symbols[10]) }
        }
    }

    /// Whether a separator follows the digit with so many digits after it.
    private func isGroupEnd(_ place: Int) -> Bool {
        place == primary || (place > primary && (place - primary) % secondary == 0)
    }
}
