/// Makes texts safe to show on a terminal.
package enum SafeText {
    /// The most scalars of a message or a name that are shown.
    static let maximumLength = 2_000

    /// The most scalars of one character that are shown.
    static let maximumCluster = 16

    /// Returns a text in one line in which nothing steers the terminal.
    ///
    /// - Parameters:
    ///   - text: the text.
    ///   - mayTurn: whether it may change the direction of the text around it.
    /// - Returns: the text with escapes for what would steer, cut where it is very long.
    package static func shown(_ text: String, mayTurn: Bool = false) -> String {
        var result = String.UnicodeScalarView()
        var count = 0
        for scalar in text.unicodeScalars {
            count += 1
            if count > maximumLength {
                result.append("…")
                break
            }
            if isUnsafe(scalar), !(mayTurn && isTurn(scalar)) {
                result.append(contentsOf: escape(scalar).unicodeScalars)
            } else {
                result.append(scalar)
            }
        }
        return String(result)
    }

    /// Tells whether a scalar would do something else than show: control characters, line and
    /// paragraph separators, and what changes the direction of the text around it (the controls
    /// of the Unicode Bidirectional Algorithm, UAX #9, section 2).
    static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F..<0xA0, 0x061C, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069,
            0xFEFF, 0xFFF9...0xFFFB:
            true
        default:
            false
        }
    }

    /// Tells whether a scalar changes the direction of the text around it.
    private static func isTurn(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x061C, 0x200E...0x200F, 0x202A...0x202E, 0x2066...0x2069: true
        default: false
        }
    }

    /// Returns a scalar as Swift would write it.
    static func escape(_ scalar: Unicode.Scalar) -> String {
        switch scalar {
        case "\n": "\\n"
        case "\r": "\\r"
        case "\t": "\\t"
        default: "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
        }
    }

    /// Returns one character as it is shown, cut when it has very many accents.
    package static func shown(_ character: Character) -> String {
        if let ascii = character.asciiValue, ascii >= 0x20, ascii < 0x7F {
            return String(character)
        }
        var result = String.UnicodeScalarView()
        if let first = character.unicodeScalars.first, DisplayWidth.of(first) == 0,
            !isUnsafe(first), first.properties.generalCategory != .format
        {
            result.append("\u{25CC}")
        }
        for scalar in character.unicodeScalars.prefix(maximumCluster) {
            if isUnsafe(scalar) {
                result.append(contentsOf: escape(scalar).unicodeScalars)
            } else {
                result.append(scalar)
            }
        }
        return String(result)
    }
}
