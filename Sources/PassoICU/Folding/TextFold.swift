internal import CICU

/// Normalizing and folding of texts that people typed.
///
/// Every function returns its argument itself, without a new allocation, when there is nothing to
/// change (``folded(_:)`` knows that of ASCII only).
///
/// ```swift
/// TextFold.folded(" Straße ") == TextFold.folded("STRASSE")   // true
/// TextFold.oneLine("two\r\nlines ")                           // "two lines"
/// ```
public enum TextFold {
    /// The Normalization Form C of a text (Unicode Standard Annex #15).
    public static func nfc(_ text: String) -> String {
        if isASCII(text) || isNFC(text) { return text }
        return unsafe converted(text, "normalization") { source, length, buffer, room, status in
            unsafe passo_icu_nfc(source, length, buffer, room, &status)
        }
    }

    /// The form of a text that is equal for two texts exactly when they are the same tag.
    ///
    /// Trims and collapses white space, then folds for a canonical caseless match (Unicode
    /// Standard, section 3.13, D145): NFD, full case folding, NFC. So `Straße` equals `STRASSE`,
    /// while `Aarhus` and `Århus` differ in every language. No locale takes part, and joiners and
    /// variation selectors of emoji stay.
    public static func folded(_ text: String) -> String {
        let text = collapsed(text)
        if isASCII(text) { return lowercasedASCII(text) }
        return unsafe converted(text, "case folding") { source, length, buffer, room, status in
            unsafe passo_icu_fold(source, length, buffer, room, &status)
        }
    }
}

extension TextFold {
    static func isASCII(_ text: String) -> Bool {
        text.utf8.allSatisfy { $0 < 0x80 }
    }

    private static func isNFC(_ text: String) -> Bool {
        let answer = unsafe try? text.withUTF8Bytes("normalization") {
            source,
            length throws(ICUError) in
            var status = Status()
            let answer = unsafe passo_icu_is_nfc(source, length, &status.code)
            try status.check("normalization")
            return answer
        }
        return answer ?? false
    }

    private static func lowercasedASCII(_ text: String) -> String {
        let capitals = UInt8(ascii: "A")...UInt8(ascii: "Z")
        guard text.utf8.contains(where: capitals.contains) else { return text }
        return String(
            decoding: text.utf8.map { capitals.contains($0) ? $0 | 0x20 : $0 },
            as: UTF8.self
        )
    }

    /// Converts a text by ICU.
    ///
    /// The conversions fail only without memory or for texts of two gigabytes, which ICU cannot
    /// hold; such a text stays as it is.
    private static func converted(
        _ text: String,
        _ operation: StaticString,
        _ convert: (
            UnsafePointer<CChar>?, Int32, UnsafeMutablePointer<CChar>?, Int32, inout Int32
        ) -> Int32
    ) -> String {
        let room = text.utf8.count + text.utf8.count / 2 + 16
        let result = unsafe try? text.withUTF8Bytes(operation) { source, length throws(ICUError) in
            unsafe try string(capacity: room, operation) { buffer, room, status in
                unsafe convert(source, length, buffer, room, &status)
            }
        }
        return result ?? text
    }
}
