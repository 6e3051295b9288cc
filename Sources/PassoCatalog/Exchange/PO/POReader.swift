internal import PassoDiagnostics
internal import PassoText

/// Reads a PO file word by word; a broken message does not touch the others.
struct POReader {
    private var file: ReturnedFile
    private var entry = POEntry()
    private var header: POHeader?

    init(_ source: SourceText, limits: ExchangeLimits) {
        file = ReturnedFile(source, limits: limits)
    }

    /// What is wrong with the file beside its messages.
    var diagnostics: [Diagnostic] { file.diagnostics }
    private var source: SourceText { file.source }

    /// Reads the file; nil when it has no message, not even a header.
    mutating func read() -> ReturnedDocument? {
        guard let start = file.start() else { return nil }
        var scanner = POScanner(source.utf8, at: start)
        while !file.isStopped, let (kind, range) = scanner.next() {
            take(kind, range)
        }
        finish()
        guard header != nil || !file.units.isEmpty else {
            // One word for a file of another format, instead of one for each of its words.
            file.refuse(with: .poEmpty(in: source, at: SourceRange(at: start)))
            return nil
        }
        var document = file.document()
        document.bundle = header?[POHeader.bundleField]?.value
        document.sourceLocale = header?[POHeader.sourceField].map { POHeader.locale(of: $0.value) }
        document.targetLocale = header?["Language"].map { POHeader.locale(of: $0.value) }
        document.targetLocaleRange = header?["Language"]?.range
        return document
    }

    private mutating func take(_ kind: POScanner.Kind, _ range: SourceRange) {
        switch kind {
        case .comment:
            if entry.hasEnded { finish() }
            entry.take(comment: source.text(in: range), at: range)
        case .passedOver(let isObsolete):
            // What stands before an obsolete entry, such as its flags, goes with it.
            if entry.hasEnded { finish() }
            if isObsolete, !entry.hasBegun { entry = POEntry() }
        case .word: take(word: source.text(in: range), range)
        case .index: entry.isPlural = true
        case .string(let isClosed): take(string: range, isClosed: isClosed)
        case .junk: refuse(.unexpectedText(source.text(in: range), at: range, in: source))
        }
    }

    private mutating func take(word: String, _ range: SourceRange) {
        switch word {
        case "msgctxt":
            if entry.hasBegun { finish() }
            entry.begin(.context, at: range)
        case "msgid":
            if entry.has(.source) { finish() }
            entry.begin(.source, at: range)
        case "msgid_plural":
            entry.isPlural = true
            entry.begin(.plural, at: range)
        case "msgstr":
            // The second form of a plural, or a translation of nothing.
            if entry.has(.target), !entry.isPlural { finish() }
            entry.begin(.target, at: range)
        case "domain":
            if entry.hasBegun { finish() }
            entry.begin(.domain, at: range)
        default: refuse(.unexpectedText(word, at: range, in: source))
        }
    }

    private mutating func take(string range: SourceRange, isClosed: Bool) {
        guard entry.take(string: range, isClosed: isClosed, of: source.utf8) else {
            return refuse(.unexpectedText(source.text(in: range), at: range, in: source))
        }
        if !isClosed {
            let quote = SourceRange(range.lowerBound, range.lowerBound + 1)
            let closing = FixIt.insert("\"", at: range.upperBound)
            refuse(.unclosedQuote("\"", at: quote, closing: closing, in: source))
        }
    }

    /// Reports a mistake of the message that is being read, or of the file between two of them.
    private mutating func refuse(_ mistake: Diagnostic) {
        if entry.hasBegun {
            entry.refuse(mistake)
        } else {
            file.report(mistake)
        }
    }

    private mutating func finish() {
        defer { entry = POEntry() }
        guard entry.hasBegun, let unit = entry.finish(in: source) else { return }
        switch unit {
        case .header(let scalar, let mistakes):
            for mistake in mistakes { file.report(mistake) }
            take(header: scalar)
        case .message(let unit): file.append(unit)
        }
    }

    /// A second header comes of two files that were put together; whose the messages behind it are
    /// cannot be told.
    private mutating func take(header scalar: TextScalar) {
        guard header == nil else {
            return file.report(
                .unexpectedText("msgid \"\"", at: scalar.sourceRange, in: source)
            )
        }
        let read = POHeader(scalar)
        header = read
        if let charset = read.charset, !Self.charsets.contains(charset.value) {
            file.report(.poCharset(charset.value, in: source, at: charset.range))
        }
    }

    /// What UTF-8 is called, and what is a part of it; `CHARSET` stands in a template.
    private static let charsets: Set<String> = [
        "utf-8", "utf8", "us-ascii", "ascii", "ansi_x3.4-1968", "charset",
    ]
}
