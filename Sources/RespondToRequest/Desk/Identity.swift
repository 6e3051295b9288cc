import PassoICU

/// When two email addresses or phone numbers are the same person's.
enum Identity {
    /// The address by canonical caseless match, without spaces around it.
    static func email(_ text: String) -> String { TextFold.folded(text) }

    /// The digits, with a leading `+` for both spellings of the international prefix.
    static func phone(_ text: String) -> String {
        let kept = TextFold.nfc(text).unicodeScalars.filter {
            ("0"..."9").contains($0) || $0 == "+"
        }
        let digits = String(String.UnicodeScalarView(kept))
        return digits.hasPrefix("00") ? "+" + digits.dropFirst(2) : digits
    }
}
