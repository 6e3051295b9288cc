/// Keys as identifiers that XLIFF 2 allows for units: NMTOKENs.
///
/// Letters, digits, dots and hyphens of ASCII stay as they are. Any other character becomes its
/// number between `_x` and `_`, an underscore only where it would begin such a number by chance.
/// An empty key is `_x_`. So each key has an identifier of its own, which gives the key back.
enum XLIFFIdentifier {
    /// The identifier of a key.
    static func encode(_ key: String) -> String {
        guard !key.isEmpty else { return opening + closing }
        var result = ""
        let scalars = Array(key.unicodeScalars)
        for (place, scalar) in scalars.enumerated() {
            let next = place + 1 < scalars.count ? scalars[place + 1] : nil
            if isPlain(scalar) || (scalar == "_" && next != "x") {
                result.unicodeScalars.append(scalar)
            } else {
                result += opening + String(scalar.value, radix: 16, uppercase: true) + closing
            }
        }
        return result
    }

    /// The key of an identifier; what ``encode(_:)`` has not written stays as it is.
    static func decode(_ identifier: String) -> String {
        var result = ""
        var rest = Substring(identifier)
        while let start = rest.firstRange(of: opening) {
            result += rest[..<start.lowerBound]
            let digits = rest[start.upperBound...].prefix { $0.isHexDigit && $0.isASCII }
            let end = rest[digits.endIndex...]
            guard end.hasPrefix(closing), let text = text(digits) else {
                result += opening
                rest = rest[start.upperBound...]
                continue
            }
            result += text
            rest = end.dropFirst()
        }
        return result + rest
    }

    private static let opening = "_x"
    private static let closing = "_"

    private static func text(_ digits: Substring) -> String? {
        if digits.isEmpty { return "" }
        return UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init).map { String($0) }
    }

    private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9", ".", "-": true
        default: false
        }
    }
}
