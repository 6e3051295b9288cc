/// Writes texts so that they say the same in XML.
public enum XMLEscape {
    /// Returns a text as it stands between the double quotes of an attribute.
    ///
    /// Line breaks and tabs become references, since a reader turns them to blanks otherwise.
    public static func attribute(_ text: String) -> String {
        escape(text, isAttribute: true)
    }

    /// Returns a text as it stands between tags.
    public static func text(_ text: String) -> String {
        escape(text, isAttribute: false)
    }

    /// Tells whether XML can hold a character at all (XML 1.0, section 2.2); there is no escape for
    /// the others.
    public static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A, 0x0D: true
        case 0..<0x20, 0xFFFE, 0xFFFF: false
        default: true
        }
    }

    private static func escape(_ text: String, isAttribute: Bool) -> String {
        var result = ""
        result.reserveCapacity(text.utf8.count + 16)
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            // Only `]]>` must not stand in a text, yet readers expect them in pairs.
            case ">": result += "&gt;"
            case "\r": result += "&#13;"
            case "\"" where isAttribute: result += "&quot;"
            case "\n" where isAttribute: result += "&#10;"
            case "\t" where isAttribute: result += "&#9;"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
