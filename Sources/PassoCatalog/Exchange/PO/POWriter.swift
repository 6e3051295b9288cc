internal import PassoMessages

/// Writes a document as a PO file, in the layout of `msgcat --no-wrap`.
struct POWriter {
    private(set) var text = ""

    mutating func write(_ document: ExchangeDocument) throws(ExchangeWriteError) {
        writeHeader(document)
        for unit in document.units { try write(unit, of: document.bundle) }
    }

    /// Writes the header: the translation of the empty text.
    ///
    /// `msgfmt -c` asks for all of its fields; those that name a day or a person are empty.
    private mutating func writeHeader(_ document: ExchangeDocument) {
        let (from, into) = (document.sourceLocale, document.targetLocale)
        comment(
            "#",
            """
            The messages of the bundle \(document.bundle), from \(from) into \(into).
            The texts are ICU messages: what stands in {braces} is filled in later and keeps its name;
            in {n, plural, ...} your language may need other forms than the source.
            A text that is marked as fuzzy wants another look; take the mark away when it is right.
            """
        )
        let fields = [
            ("Project-Id-Version", document.bundle), ("PO-Revision-Date", ""),
            ("Last-Translator", ""), ("Language-Team", ""), ("Language", POHeader.name(of: into)),
            ("MIME-Version", "1.0"), ("Content-Type", "text/plain; charset=UTF-8"),
            ("Content-Transfer-Encoding", "8bit"), (POHeader.sourceField, POHeader.name(of: from)),
            (POHeader.bundleField, document.bundle),
        ]
        let lines = fields.map { "\($0.0): \(Self.oneLine($0.1))\n" }
        text += "msgid \"\"\nmsgstr " + Self.quoted(lines.joined())
    }

    private mutating func write(
        _ unit: ExchangeUnit,
        of bundle: String
    ) throws(ExchangeWriteError) {
        let target = unit.target ?? ""
        for written in [unit.key, unit.source, target] {
            let refused = written.unicodeScalars.first { POString.isRefused($0) }
            if let refused { throw ExchangeWriteError(key: unit.key, character: refused) }
        }
        text += "\n"
        for note in notes(unit) { comment("#.", note) }
        let place = "\(bundle)/\(unit.key)"
        // A place with a space would be two places.
        if !place.unicodeScalars.contains(where: Self.isSpace) { comment("#:", place) }
        comment("#,", flags(unit).joined(separator: ", "))
        text += "msgctxt " + Self.quoted(unit.key)
        text += "msgid " + Self.quoted(unit.source)
        text += "msgstr " + Self.quoted(target)
    }

    /// What the translator should know; the stamp comes last, so that no description can pass for it.
    private func notes(_ unit: ExchangeUnit) -> [String] {
        var notes = unit.description.map { [$0] } ?? []
        if !unit.screen.isEmpty { notes.append("Where: \(unit.screen)") }
        notes += unit.placeholderNotes
        if let limit = unit.limitNote { notes.append(limit) }
        notes += unit.termNotes.map { "Glossary: \($0)" }
        if let screenshot = unit.screenshot { notes.append("Picture: \(screenshot)") }
        if unit.state == .stale {
            notes.append("The source text has changed since this translation was reviewed.")
        }
        return notes + [POString.stampMark + unit.stamp.description]
    }

    private func flags(_ unit: ExchangeUnit) -> [String] {
        var flags: [String] = []
        if unit.state == .stale || unit.state == .needsReview, unit.target != nil {
            flags.append("fuzzy")
        }
        flags.append("icu-message-format")
        if let limit = unit.maximumLength { flags.append("max-length:\(limit)") }
        return flags
    }

    /// A comment; each of its lines begins with the mark.
    private mutating func comment(_ mark: String, _ words: String) {
        let lines = words.unicodeScalars.split(omittingEmptySubsequences: false) {
            $0.properties.isPatternWhitespace && $0 != " " && $0 != "\t"
        }
        for line in lines {
            text += line.isEmpty ? mark : "\(mark) "
            let seen = line.filter { !Self.isControl($0) }
            text += String(String.UnicodeScalarView(seen))
            // gettext takes a backslash at the end of any line for “goes on below”.
            text += seen.last == "\\" ? " \n" : "\n"
        }
    }

    /// A text between quotation marks, and what ends its line.
    ///
    /// A text of several lines begins in a line of its own, as gettext's tools write it. Other
    /// control characters than these stand as they are: not all tools know other escapes.
    static func quoted(_ text: String) -> String {
        var result = [mark]
        var rest = text.utf8[...]
        if let end = rest.firstIndex(of: 0x0A), rest.index(after: end) < rest.endIndex {
            result += nextLine
        }
        while let byte = rest.popFirst() {
            switch byte {
            case mark, UInt8(ascii: "\\"): result += [UInt8(ascii: "\\"), byte]
            case 0x0A: result += "\\n".utf8
            case 0x0D: result += "\\r".utf8
            case 0x09: result += "\\t".utf8
            default: result.append(byte)
            }
            if byte == 0x0A, !rest.isEmpty { result += nextLine }
        }
        return String(decoding: result + [mark, 0x0A], as: UTF8.self)
    }

    private static let mark = UInt8(ascii: "\"")
    private static let nextLine = [mark, 0x0A, mark]

    /// A value of the header, which ends with its line.
    private static func oneLine(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.filter { !isControl($0) }))
    }

    private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isWhitespace || isControl(scalar)
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x20 && scalar != "\t" || (0x7F..<0xA0).contains(scalar.value)
    }
}
