public import PassoDiagnostics

/// PO, the files of GNU gettext, as Weblate, Poedit, Virtaal and msgmerge read and write them.
///
/// `msgctxt` is the key, so that messages with one source text, or with none, stay apart; `msgid` is
/// the source and `msgstr` the translation, both in MessageFormat 1. What a translator should know
/// stands in `#.` comments, the last of which is the stamp (`#. passo: …`); `fuzzy` marks a
/// translation that is stale or wants a review. The rules are those of the manual of GNU gettext,
/// *The Format of PO Files*; where it is silent, those of `msgfmt` 0.21.
public enum POCodec: ExchangeCodec {
    /// Writes a document as a PO file; no line depends on the day or the machine.
    ///
    /// - Parameter document: what to write.
    /// - Returns: the bytes of the file.
    /// - Throws: for a text with U+0000 or U+0004, which PO has no way to hold.
    public static func write(_ document: ExchangeDocument) throws(ExchangeWriteError) -> [UInt8] {
        var writer = POWriter()
        try writer.write(document)
        return Array(writer.text.utf8)
    }

    /// Reads a PO file; obsolete entries (`#~`) and previous texts (`#|`) are passed over.
    ///
    /// - Parameters:
    ///   - source: the file, in UTF-8 with or without a byte order mark, and with any line ends.
    ///   - limits: what it may cost.
    /// - Returns: what it says, or nil if it has no message at all; and its mistakes, those of single
    ///   messages excepted.
    public static func read(
        _ source: SourceText,
        limits: ExchangeLimits
    ) -> (ReturnedDocument?, [Diagnostic]) {
        var reader = POReader(source, limits: limits)
        let document = reader.read()
        return (document, reader.diagnostics)
    }
}
