/// Names of languages: the part of BCP 47 that tables and their fallback need.
enum LocaleName {
    /// The usual spelling of a tag (`pt_br` is `pt-BR`); nil if it is no tag.
    static func canonical(_ name: String) -> String? {
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

    /// The tag without its last part: `zh-Hant-TW`, `zh-Hant`, `zh`, none.
    static func parent(of name: String) -> String? {
        guard let end = name.lastIndex(of: "-") else { return nil }
        let parent = name[..<end]
        // A single letter opens an extension; it cannot stand at the end.
        guard let before = parent.lastIndex(of: "-"), parent[before...].utf8.count == 2 else {
            return String(parent)
        }
        return String(parent[..<before])
    }

    private static func titled(_ text: String) -> String {
        text.prefix(1).uppercased() + text.dropFirst()
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte | 0x20)
    }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        isLetter(byte) || (0x30...0x39).contains(byte)
    }
}
