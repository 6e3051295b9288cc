internal import CICU

/// Writes whole numbers from a locale's digits and separators, read once.
///
/// ICU's formatter costs most of what a message costs; ICU is the oracle of this one in the tests.
struct IntegerWriter: Sendable {
    /// The ten digits, then the group separator, then the minus sign, as UTF-8.
    private let symbols: [[UInt8]]
    private let primary: Int
    private let secondary: Int

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
    }

    func text(_ value: Int64) -> String {
        var digits: [Int] = []
        var rest = value.magnitude
        repeat {
            digits.append(Int(rest % 10))
            rest /= 10
        } while rest > 0
        var bytes: [UInt8] = value < 0 ? symbols[11] : []
        for place in digits.indices.reversed() {
            bytes += symbols[digits[place]]
            if isGroupEnd(place) { bytes += symbols[10] }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Whether a separator follows the digit with so many digits after it.
    private func isGroupEnd(_ place: Int) -> Bool {
        place == primary || (place > primary && (place - primary) % secondary == 0)
    }
}
