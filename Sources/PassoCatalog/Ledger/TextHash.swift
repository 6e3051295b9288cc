/// A fingerprint of a text, by which a ledger sees that it was changed.
///
/// FNV-1a with 64 bits over the UTF-8 bytes of the text after its escapes: the same on every
/// machine, whatever editor wrote the file and in whatever order. Only two versions of one message
/// are ever compared, so an edit stays unseen with a probability of 1 in 2^64 (5 in 10^14 for a
/// million edits). It is no defence against somebody who seeks two texts with one fingerprint.
public struct TextHash: Hashable, Sendable {
    /// The number itself.
    public let value: UInt64

    /// Makes the fingerprint of a text.
    public init(_ text: String) {
        var value: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in text.utf8 { value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        self.value = value
    }

    /// Reads the sixteen digits that ``description`` writes; nil for anything else.
    public init?(digits: some StringProtocol) {
        guard digits.utf8.count == 16, digits.utf8.allSatisfy(Self.isDigit),
            let value = UInt64(digits, radix: 16)
        else { return nil }
        self.value = value
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte)
    }
}

extension TextHash: CustomStringConvertible {
    /// Sixteen hexadecimal digits in lower case.
    public var description: String {
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
