internal import PassoICU

/// The names of arguments in both syntaxes.
///
/// MessageFormat 1 takes names that MessageFormat 2 does not: with a digit first, with controls or
/// characters of other kinds of white space. They are written with full stops, which MessageFormat 1
/// has in no name: `0` is `_..30.`, `a\u{A0}b` is `a.A0.b`. Names of our own selectors have one, too
/// (`count.number`), so that they are no argument's.
enum MF2Name {
    /// The name in MessageFormat 2 of an argument of MessageFormat 1.
    static func encoded(_ name: String) -> String {
        if MF2Characters.isName(name), TextFold.nfc(name).utf8.elementsEqual(name.utf8) {
            return name
        }
        let isComposed = TextFold.nfc(name).utf8.elementsEqual(name.utf8)
        var result = ""
        for (place, scalar) in name.unicodeScalars.enumerated() {
            let isKept =
                place == 0
                ? MF2Characters.startsName(scalar.value) : MF2Characters.continuesName(scalar.value)
            if isKept, isComposed || scalar.isASCII {
                result.unicodeScalars.append(scalar)
            } else {
                result += (place == 0 ? "_." : "") + ".\(String(scalar.value, radix: 16))."
            }
        }
        return result
    }

    /// The name in MessageFormat 1 of a variable of MessageFormat 2; nil where it can have none.
    static func decoded(_ name: String) -> String? {
        var rest = Substring(name)
        if rest.hasPrefix("_..") { rest = rest.dropFirst(2) }
        let parts = rest.split(separator: ".", omittingEmptySubsequences: false)
        // Every second part is the number of a character.
        guard parts.count % 2 == 1 else { return nil }
        var result = ""
        for (place, part) in parts.enumerated() {
            if place % 2 == 0 {
                result += part
            } else {
                guard let value = UInt32(part, radix: 16), let scalar = Unicode.Scalar(value) else {
                    return nil
                }
                result.unicodeScalars.append(scalar)
            }
        }
        let isName = result.unicodeScalars.allSatisfy { PatternCharacters.isIdentifier($0.value) }
        return isName && isReadable(result) ? result : nil
    }

    /// A name of digits is a small number for MessageFormat 1.
    private static func isReadable(_ name: String) -> Bool {
        guard name.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return true }
        return Int16(name).map { "\($0)" } == name
    }
}
