/// Names of languages as they are spelled: the syntax of BCP 47, and what it shares with POSIX.
package enum LocaleName {
    /// The usual spelling of a tag (`pt_br` is `pt-BR`); nil if it is no tag, or beyond the limit.
    ///
    /// Only the spelling changes: see ``LocaleTag`` for aliases.
    package static func canonical(_ name: String) -> String? {
        guard name.utf8.count <= MessageLimits.standard.maximumLocaleBytes else { return nil }
        let parts = name.utf8.split(omittingEmptySubsequences: false) {
            $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_")
        }
        guard let first = parts.first, (2...8).contains(first.count), first.allSatisfy(isLetter),
            parts.allSatisfy({ (1...8).contains($0.count) && $0.allSatisfy(isAlphanumeric) })
        else { return nil }
        var isExtension = false
        let spelled = parts.enumerated().map { place, part in
            isExtension = isExtension || part.count == 1
            let text = String(Substring(part)).lowercased()
            if place == 0 || isExtension { return text }
            if part.count == 4, part.allSatisfy(isLetter) { return titled(text) }
            return part.count == 2 ? text.uppercased() : text
        }
        return spelled.joined(separator: "-")
    }

    /// The tag up to its extensions and private parts: `de` of `de-u-co-phonebk`.
    static func base(of name: String) -> String {
        let parts = name.split(separator: "-")
        return parts.prefix { $0.utf8.count > 1 }.joined(separator: "-")
    }

    private static func titled(_ text: String) -> String {
        text.prefix(1).uppercased() + text.dropFirst()
    }

    static func isLetter(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte | 0x20)
    }

    static func isAlphanumeric(_ byte: UInt8) -> Bool {
        isLetter(byte) || (0x30...0x39).contains(byte)
    }
}
