internal import PassoDiagnostics
internal import PassoText

/// Reads a message resource line by line; a broken message does not touch the others.
struct MF2ResourceReader {
    let source: SourceText
    let bytes: [UInt8]
    var index = 0
    /// The properties since the last message, by their names; of two the later one counts.
    private var properties: [String: TextScalar] = [:]
    /// What is wrong in the message that is being read, or in the properties before it.
    var mistakes: [Diagnostic] = []
    private let limits: ExchangeLimits
    private var problems: DiagnosticCollector
    private var section = ""
    private var document: ReturnedDocument
    private var hasFrontMatter = false

    init(_ source: SourceText, limits: ExchangeLimits) {
        self.source = source
        self.limits = limits
        bytes = source.utf8
        document = ReturnedDocument(source: source)
        problems = DiagnosticCollector(source: source, limit: limits.maximumDiagnostics)
    }

    /// What is wrong with the file beside its messages.
    var diagnostics: [Diagnostic] { problems.diagnostics }

    /// Reads the file; nil when it is no message resource.
    mutating func read() -> ReturnedDocument? {
        let intake = TextIntake(
            source,
            limits: limits.textLimits,
            controls: false,
            problems: &problems
        )
        guard intake.isReadable else { return nil }
        index = intake.start
        while index < bytes.count, !problems.isStopped { readLine() }
        guard hasFrontMatter || !document.units.isEmpty else {
            // One word for a file of another format, instead of one for each of its lines.
            problems = DiagnosticCollector(source: source, limit: limits.maximumDiagnostics)
            problems.report(.mf2Empty(in: source, at: SourceRange(at: intake.start)))
            return nil
        }
        document.markKeysGivenTwice()
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
                readFrontMatter()
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

    private mutating func readFrontMatter() {
        guard !hasFrontMatter else { return }
        hasFrontMatter = true
        document.bundle = properties[MF2Property.bundle]?.text
        document.sourceLocale = properties[MF2Property.sourceLocale]?.text
        document.targetLocale = properties[MF2Property.locale]?.text
        document.targetLocaleRange = properties[MF2Property.locale]?.sourceRange
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
        guard document.units.count < limits.maximumUnits else {
            problems.stop(with: .exchangeUnitLimit(limits.maximumUnits, in: source, at: range))
            return
        }
        var unit = ReturnedUnit(key: section + name, range: range)
        unit.mistakes = mistakes
        unit.take(value, properties, in: source)
        document.units.append(unit)
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
        problems.report(.unexpectedText(source.text(in: range), at: range, in: source))
        skipLine()
        forget()
    }
}
