public import PassoDiagnostics

/// Workbooks of Office Open XML (ECMA-376), as Excel and LibreOffice open them.
///
/// One sheet has a row for each message, with its translation to fill in and all that should be known
/// of it; a second one explains the columns. Every cell is a text, whatever it begins with, so no
/// program evaluates it, or takes it for a number or a date.
///
/// A workbook is an archive of XML parts, of which people see a sheet. So what was read is described
/// as a text of its own: line 7 holds the texts of row 7, with tabs between them, and
/// ``ReturnedUnit/place`` names the cell of the translation.
public enum XLSXCodec: ExchangeCodec {
    /// Writes a workbook.
    ///
    /// - Parameter document: what to write.
    /// - Returns: the archive; the same document gives the same bytes with the same version of zlib.
    public static func write(_ document: ExchangeDocument) -> [UInt8] {
        WorkbookWriter(document).archive()
    }

    /// Reads a workbook that came back.
    ///
    /// The sheet is the one that has a row with the headings `Key` and `Translation`, wherever these
    /// stand. Texts of rich format are joined; a cell that shows anything but a text of its own, such
    /// as the result of a formula, is a mistake of its message.
    ///
    /// - Parameters:
    ///   - source: the file.
    ///   - limits: what it may cost; what a part would become is known before it is unpacked.
    /// - Returns: what it says, or nil if it is no workbook; and its mistakes.
    public static func read(
        _ source: SourceText,
        limits: ExchangeLimits = .standard
    ) -> (ReturnedDocument?, [Diagnostic]) {
        var reader = WorkbookReader(source, limits: limits)
        let document = reader.document()
        return (document, reader.diagnostics)
    }
}
