/// Reads the parts of a list of languages; every part is bounded before it is looked at.
struct LocalePreferenceReader {
    /// The bytes of a wrong part that its problem repeats.
    private static let shownBytes = 64

    let limits: MessageLimits
    private(set) var wishes: [LocalePreference] = []
    private(set) var problems: [LocalePreferenceProblem] = []
    private var seen: Set<String> = []
    private var parts = 0

    init(limits: MessageLimits) { self.limits = limits }

    mutating func refuse() { problems.append(.tooLong) }

    /// Reads `da` or `da;q=0.8`; an empty part is nothing (RFC 9110, 5.6.1.2).
    ///
    /// - Returns: whether more may be read.
    mutating func read(weighted part: Substring.UTF8View) -> Bool {
        let part = trimmed(part)
        if part.isEmpty { return true }
        guard let semicolon = part.firstIndex(of: UInt8(ascii: ";")) else {
            return read(tag: part, weight: 1000)
        }
        guard let weight = weight(trimmed(part[part.index(after: semicolon)...])) else {
            guard takesPart() else { return false }
            problems.append(.malformedWeight(shown(part)))
            return true
        }
        return read(tag: trimmed(part[..<semicolon]), weight: weight)
    }

    /// Reads `da` or `*`.
    ///
    /// - Returns: whether more may be read.
    mutating func read(tag: Substring.UTF8View, weight: Int) -> Bool {
        guard takesPart() else { return false }
        let isAny = tag.elementsEqual("*".utf8)
        guard tag.count <= limits.maximumLocaleBytes else {
            problems.append(.malformedTag(shown(tag)))
            return true
        }
        let text = String(Substring(tag))
        let locale = isAny ? nil : LocaleTag(text)
        guard isAny || locale != nil else {
            problems.append(.malformedTag(shown(tag)))
            return true
        }
        guard seen.insert(locale?.name ?? "*").inserted else {
            problems.append(.duplicate(shown(tag)))
            return true
        }
        wishes.append(LocalePreference(text: text, tag: locale, weight: weight))
        return true
    }

    private mutating func takesPart() -> Bool {
        guard parts < limits.maximumPreferences else {
            problems.append(.tooMany)
            return false
        }
        parts += 1
        return true
    }

    /// `q=0.8` in thousandths; nil if it is not written so (RFC 9110, 12.4.2).
    private func weight(_ text: Substring.UTF8View) -> Int? {
        var rest = text
        guard rest.popFirst().map({ $0 | 0x20 }) == UInt8(ascii: "q"),
            rest.popFirst() == UInt8(ascii: "="),
            let whole = rest.popFirst(), whole == UInt8(ascii: "0") || whole == UInt8(ascii: "1")
        else { return nil }
        var weight = whole == UInt8(ascii: "1") ? 1000 : 0
        guard let point = rest.popFirst() else { return weight }
        guard point == UInt8(ascii: "."), rest.count <= 3 else { return nil }
        var unit = 100
        for digit in rest {
            guard (0x30...0x39).contains(digit) else { return nil }
            weight += Int(digit - 0x30) * unit
            unit /= 10
        }
        return weight <= 1000 ? weight : nil
    }

    /// Without the spaces and tabs that RFC 9110 calls OWS.
    private func trimmed(_ text: Substring.UTF8View) -> Substring.UTF8View {
        func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
        let start = text.drop(while: isSpace)
        guard let last = start.lastIndex(where: { !isSpace($0) }) else { return start }
        return start[...last]
    }

    private func shown(_ text: Substring.UTF8View) -> String {
        String(decoding: text.prefix(Self.shownBytes), as: UTF8.self)
    }
}
