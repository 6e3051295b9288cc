internal import PassoDiagnostics
internal import PassoMessages

extension CatalogCheck {
    /// A character that nobody sees and that does harm: control characters, zero-width spaces,
    /// direction marks in a language written from left to right, unusual spaces, code points that
    /// mean nothing.
    ///
    /// Legitimate are line breaks, no-break and thin spaces (U+00A0, U+202F, U+2009), no-break
    /// hyphens, joiners in emoji and beside letters of scripts that join, and whatever the source
    /// has too.
    static let invisibles = CatalogCheck("string-invisible", .warning, .message(findInvisibles))

    private static func findInvisibles(_ message: CheckedMessage) -> [CheckFinding] {
        guard message.target.entry.pattern.unicodeScalars.contains(where: \.mayHide) else {
            return []
        }
        let allowed: Set<Unicode.Scalar> =
            message.isTemplate
            ? [] : Set(message.source.readings.flatMap { $0.units.compactMap(\.letter) })
        return message.unique(
            message.target.readings.flatMap { reading in
                reading.units.indices.compactMap { index in
                    find(message, reading.units, index, allowed)
                }
            }
        )
    }

    private static func find(
        _ message: CheckedMessage,
        _ units: [ReadingUnit],
        _ index: Int,
        _ allowed: Set<Unicode.Scalar>
    ) -> CheckFinding? {
        guard let letter = units[index].letter, letter.mayHide, !allowed.contains(letter),
            let kind = HiddenKind(
                letter,
                before: index > 0 ? units[index - 1].letter : nil,
                after: index + 1 < units.count ? units[index + 1].letter : nil,
                in: message.language
            )
        else { return nil }
        let replacement = kind == .space ? " " : ""
        return message.finding(
            invisibles,
            at: units[index].range,
            [.init("code", letter.code), .init("kind", kind.rawValue)],
            fixIts: message.replacement(units[index].range, with: replacement),
            isSafe: kind != .unassigned
        )
    }
}

/// Why a character that cannot be seen is in the way.
private enum HiddenKind: String {
    case control
    case invisible
    case direction
    case space
    case unassigned

    init?(
        _ letter: Unicode.Scalar,
        before: Unicode.Scalar?,
        after: Unicode.Scalar?,
        in language: CheckLanguage
    ) {
        switch letter.value {
        case 0x0A, 0xA0, 0x202F, 0x2009, 0x2011, 0x2060: return nil
        case 0x00...0x1F, 0x7F...0x9F, 0x2028, 0x2029: self = .control
        case 0x200C, 0x200D:
            if Self.joins(before) || Self.joins(after) { return nil }
            self = .invisible
        case 0xFE00...0xFE0F:
            if let before, !before.isLetter, !before.properties.isWhitespace { return nil }
            self = .invisible
        case 0xE0020...0xE007F:
            if let before, before.value >= 0x1F000 { return nil }
            self = .invisible
        case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069:
            if Self.rightToLeft.contains(language.language) { return nil }
            self = .direction
        case 0x3000:
            if ["ja", "zh", "yue", "ko"].contains(language.language) { return nil }
            self = .space
        case 0x1680, 0x2000...0x2008, 0x200A, 0x205F: self = .space
        case 0xAD, 0x200B, 0xFEFF, 0x180E, 0x2061...0x2064, 0xFFF9...0xFFFB: self = .invisible
        default:
            switch letter.properties.generalCategory {
            case .unassigned, .privateUse, .surrogate: self = .unassigned
            case .format where !Self.scriptFormats(letter): self = .invisible
            default: return nil
            }
        }
    }

    private static let rightToLeft: Set<String> = [
        "ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi",
    ]

    /// Whether a neighbour is one that joiners are made for: an emoji, or a script that joins.
    private static func joins(_ letter: Unicode.Scalar?) -> Bool {
        guard let letter else { return false }
        if letter.properties.isEmojiPresentation || letter.value >= 0x1F000 { return true }
        if letter.value == 0xFE0F || (0x2600...0x27BF).contains(letter.value) { return true }
        return (0x600...0x1CFF).contains(letter.value) || (0xA800...0xABFF).contains(letter.value)
    }

    /// Signs of the Arabic and other scripts that Unicode counts as formats and that are seen.
    private static func scriptFormats(_ letter: Unicode.Scalar) -> Bool {
        switch letter.value {
        case 0x600...0x605, 0x6DD, 0x70F, 0x890, 0x891, 0x8E2, 0x110BD, 0x110CD: true
        default: false
        }
    }
}

extension Unicode.Scalar {
    /// A quick look: whether the character could be one of those.
    fileprivate var mayHide: Bool {
        if value < 0x20 { return self != "\n" }
        if value < 0x7F { return false }
        if value < 0x250 { return value < 0xA0 || value == 0xAD }
        switch properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .spaceSeparator, .unassigned,
            .privateUse, .surrogate:
            return true
        case .nonspacingMark: return (0xFE00...0xFE0F).contains(value)
        default: return false
        }
    }

    /// The character as `U+200B`.
    var code: String {
        let digits = String(value, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}
