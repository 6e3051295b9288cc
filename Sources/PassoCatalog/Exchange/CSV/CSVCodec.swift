public import PassoDiagnostics

/// CSV, a table that every spreadsheet opens: RFC 4180, in UTF-8 with the mark that Excel asks for.
///
/// The first row names the columns: `key`, `source`, `target`, `state` and what helps translators;
/// they may come back in any order, and with others beside them. What a spreadsheet would take for a
/// formula, a number or a date has an apostrophe before it, see ``CSVText``.
///
/// ```
/// key,source,target,state,…,"stamp (desk, en, da)"
/// "action.save","Save","Gem","translated",…
/// ```
public enum CSVCodec: ExchangeCodec {
    /// Writes a document as a CSV file with commas.
    ///
    /// - Parameter document: what to write.
    /// - Returns: the bytes of the file.
    /// - Throws: never; CSV holds every text.
    public static func write(_ document: ExchangeDocument) throws(ExchangeWriteError) -> [UInt8] {
        var writer = CSVWriter()
        writer.write(document)
        return Array(writer.text.utf8)
    }

    /// Reads a CSV file, whichever spreadsheet has saved it.
    ///
    /// - Parameters:
    ///   - source: the file, in UTF-8; with commas, semicolons or tabs, and with any line ends.
    ///   - limits: what it may cost.
    /// - Returns: what it says, or nil if its first row does not name the columns of a table of ours;
    ///   and its mistakes, those of single messages excepted.
    public static func read(
        _ source: SourceText,
        limits: ExchangeLimits
    ) -> (ReturnedDocument?, [Diagnostic]) {
        var reader = CSVReader(source, limits: limits)
        let document = reader.read()
        return (document, reader.diagnostics)
    }
}
