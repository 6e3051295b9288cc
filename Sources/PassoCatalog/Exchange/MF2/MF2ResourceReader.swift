internal import PassoDiagnostics
internal import PassoText

/// Reads a message resource line by line; a broken message does not touch the others.
struct MF2ResourceReader {
    private var file: ReturnedFile
    let bytes: [UInt8]
    var index = 0
    /// The properties since the last message, by their names; of two the later one counts.
    private var properties: [String: TextScalar] = [:]
    /// What is wrong in the message that is being read, or in the properties before it.
    var mistakes: [Diagnostic] = []
    private var section = ""
    /// The properties of the whole file; nil before their end.
    private var frontMatter: [String: TextScalar]?

    init(_ source: SourceText, limits: ExchangeLimits) {
        file = ReturnedFile(source, limits: limits)
        bytes = source.utf8
    }

    /// What is wrong with the file beside its messages.
    var diagnostics: [Diagnostic] { file.diagnostics }
    var source: SourceText { file.source }

    /// Reads the file; nil when it is no message resource.
    mutating func read() -> ReturnedDocument? {
        guard let start = file.start() else { return nil }
        index = start
        while index < bytes.count, !file.isStopped { readLine() }
        guard frontMatter != nil || !file.units.isEmpty else {
            // One word for a file of another format, instead of one for each of its lines.
            file.refuse(with: .mf2Empty(in: source, at: SourceRange(at: start)))
            return nil
        }
        var document = file.document()
        document.bundle = frontMatter?[MF2Property.bundle]?.text
        document.sourceLocale = frontMatter?[MF2Property.sourceLocale]?.text
        document.targetLocale = frontMatter?[MF2Property.locale]?.text
        document.targetLocaleRange = frontMatter?[MF2Property.locale]?.sourceRange
        return document
    }

    private mutating func readLine() {
        let start = index
        switch bytes[index] {
        case UInt8(ascii: "#"): skipLine()
        case UInt8(ascii: "@"): readProperty()
        case UInt8(ascii: "["): readSection()
        case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"), UInt8(ascii: "\n"):
            skipSpace()
            if isAtLineEnd {
                // Properties belong to what follows them without an empty line.
                skipLine()
                forget()
            } else {
                refuseLine(from: index)
            }
        default:
            if source.text(in: SourceRange(start, lineEnd)) == "---" {
                skipLine()
                if frontMatter == nil { frontMatter = properties }
                forget()
            } else {
                readEntry()
            }
        }
    }

    private mutating func readProperty() {
        let start = index + 1
        while index < bytes.count, !isSpace(bytes[index]), !isAtLineEnd { index += 1 }
        let name = source.text(in: SourceRange(start, index))
        properties[name] = readValue(isMessage: name == MF2Property.source)
    }

    private mutating func readSection() {
        let start = index
        index += 1
        let (name, _) = readKey()
        skipSpace()
        guard index < bytes.count, bytes[index] == UInt8(ascii: "]") else {
            return refuseLine(from: start)
        }
        index += 1
        skipSpace()
        guard isAtLineEnd else { return refuseLine(from: index) }
        skipLine()
        section = name.isEmpty ? "" : name + "."
        forget()
    }

    private mutating func readEntry() {
        let start = index
        let (name, range) = readKey()
        skipSpace()
        guard !name.isEmpty, index < bytes.count, bytes[index] == UInt8(ascii: "=") else {
            return refuseLine(from: start)
        }
        index += 1
        let value = readValue(isMessage: true)
        var unit = ReturnedUnit(key: section + name, range: range)
        unit.mistakes = mistakes
        unit.take(value, properties, in: source)
        file.append(unit)
        forget()
    }

    private mutating func forget() {
        properties = [:]
        mistakes = []
    }

    /// Reports what stands in a line from an offset on, and goes on behind it.
    private mutating func refuseLine(from start: Int) {
        index = max(index, start)
        let range = SourceRange(start, max(start, lineEnd))
        file.report(.unexpectedText(source.text(in: range), at: range, in: source))
        skipLine()
        forget()
    }
}
