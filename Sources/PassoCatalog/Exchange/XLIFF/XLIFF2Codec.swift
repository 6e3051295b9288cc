public import PassoDiagnostics
internal import PassoText

/// XLIFF 2.1 with its modules for metadata, glossaries and sizes.
///
/// A message is a `<unit>` with one segment. Its key is the unit's `name`, and in the characters that
/// identifiers may have its `id`. The key, the stamp, the limit in characters as people see them and
/// the screenshot stand as metadata of the category `passo`; `slr:sizeRestriction` gives the most code
/// points that a right translation can have as it is written. The state is the segment's:
///
/// | translation | `state` | `subState` |
/// |---|---|---|
/// | new | `initial` | |
/// | stale | `initial`, with the old text | `passo:stale` |
/// | needs review | `translated` | `passo:needs-review` |
/// | translated | `reviewed` | |
///
/// A character that XML cannot hold is `<cp hex="0007"/>`.
public enum XLIFF2Codec: ExchangeCodec {
    /// Writes a document as XLIFF 2.1.
    public static func write(_ document: ExchangeDocument) throws(ExchangeWriteError) -> [UInt8] {
        try XLIFFPage.write(XLIFF2Writer(document).root, of: document)
    }

    /// Reads a file of any version of XLIFF from 1.1 on, whichever of the two codecs is asked.
    public static func read(
        _ source: SourceText,
        limits: ExchangeLimits
    ) -> (ReturnedDocument?, [Diagnostic]) {
        XLIFFFile.read(source, limits: limits)
    }
}
