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
        var bytes: [UInt8] = []
        bytes.reserveCapacity(40)
        if value < 0 { bytes += symbols[11] }
        var rest = value.magnitude
        var (power, place) = highestPower(of: rest)
        while power > 0 {
            bytes += symbols[Int(rest / power)]
            if isGroupEnd(place) { bytes += symbols[10] }
            rest %= power
            power /= 10
            place -= 1
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The power of ten of a number's first digit.
    private func highestPower(of magnitude: UInt64) -> (power: UInt64, exponent: Int) {
        var power: UInt64 = 1
        var exponent = 0
        while magnitude / power >= 10 {
            power *= 10
            exponent += 1
        }
        return (power, exponent)
    }

    /// Whether a separator follows the digit with so many digits after it.
    private func isGroupEnd(_ place: Int) -> Bool {
        place == primary || (place > primary && (place - primary) % secondary == 0)
    }
}
