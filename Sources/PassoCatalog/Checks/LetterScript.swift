/// The scripts whose letters look like each other's.
enum LetterScript: Hashable, Sendable {
    case latin
    case greek
    case cyrillic
    /// Any other script.
    case other

    /// The script that a language is written in.
    init(locale: String, language: String) {
        if locale.contains("-Latn") {
            self = .latin
        } else if locale.contains("-Cyrl") || Self.cyrillicLanguages.contains(language) {
            self = .cyrillic
        } else if language == "el" {
            self = .greek
        } else {
            self = Self.otherLanguages.contains(language) ? .other : .latin
        }
    }

    private static let cyrillicLanguages: Set<String> = [
        "ab", "ba", "be", "bg", "ce", "cv", "kk", "ky", "mk", "mn", "os", "ru", "sah", "sr", "tg",
        "tt", "uk",
    ]

    private static let otherLanguages: Set<String> = [
        "am", "ar", "as", "bn", "ckb", "dv", "dz", "fa", "gu", "he", "hi", "hy", "ja", "ka", "km",
        "kn", "ko", "ks", "lo", "ml", "mr", "my", "ne", "or", "pa", "ps", "sa", "sd", "si", "ta",
        "te", "th", "ti", "ug", "ur", "yi", "yue", "zh",
    ]

    /// The script of a letter.
    init(_ letter: Unicode.Scalar) {
        switch letter.value {
        case 0x41...0x5A, 0x61...0x7A, 0xAA, 0xBA, 0xC0...0x24F, 0x1E00...0x1EFF, 0x2C60...0x2C7F,
            0xA720...0xA7FF:
            self = .latin
        case 0x370...0x3FF, 0x1F00...0x1FFF: self = .greek
        case 0x400...0x52F, 0x1C80...0x1C8F, 0x2DE0...0x2DFF, 0xA640...0xA69F: self = .cyrillic
        default: self = .other
        }
    }
}
