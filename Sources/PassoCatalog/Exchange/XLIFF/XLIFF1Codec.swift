public import PassoDiagnostics
internal import PassoText

/// XLIFF 1.2 in its strict form, which every tool of translators opens.
///
/// A message is a `<trans-unit>`; its key stands as `id` and `resname`, its limit as `maxwidth` and in
/// a note, and its state as that of `<target>`:
///
/// | translation | `state` | `approved` |
/// |---|---|---|
/// | new | `new` | `no` |
/// | stale | `needs-translation`, with the old text | `no` |
/// | needs review | `needs-review-translation` | `no` |
/// | translated | `translated` | `yes` |
///
/// The strict schema lets attributes and elements of other namespaces in where their own schema is at
/// hand; so that a file is valid everywhere, what is our own stands in a `<context-group>` whose
/// types begin with `x-passo-`. A character that XML cannot hold is `<x ctype="x-passo-char-0007"/>`.
public enum XLIFF1Codec: ExchangeCodec {
    /// Writes a document as XLIFF 1.2.
    ///
    /// - Throws: a key with a character that XML cannot hold.
    public static func write(_ document: ExchangeDocument) throws(ExchangeWriteError) -> [UInt8] {
        try XLIFFPage.write(try XLIFF1Writer(document).root(), of: document)
    }

    /// Reads a file of any version of XLIFF from 1.1 on, whichever of the two codecs is asked.
    public static func read(
        _ source: SourceText,
        limits: ExchangeLimits
    ) -> (ReturnedDocument?, [Diagnostic]) {
        XLIFFFile.read(source, limits: limits)
    }
}
