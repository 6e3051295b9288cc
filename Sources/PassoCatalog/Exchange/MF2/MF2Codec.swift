public import PassoDiagnostics

/// Message resources: files of messages of MessageFormat 2, as the draft of Unicode's working group
/// on message resources has them.
///
/// ```
/// @bundle desk
/// @source-locale en
/// @locale da
/// ---
///
/// # Under the field.
/// # {max}: int, such as 50
/// @source At most {$max} characters.
/// @state translated
/// @limit 60
/// @stamp d1b2c774a92cd5ed-9ed9e4cb74d6ae70
/// tag.tooLong = Højst {$max} tegn.
/// ```
///
/// Of the draft (*resource.abnf*) all is read: comments, properties (`@name value`), the front matter
/// that ends with `---`, sections (`[tag]`, which stand before the keys below them), keys with dots,
/// values of several lines, each after the first indented, and escapes: `\n \r \t \x \u \U`, a
/// backslash before a space at the ends of a line, and those of MessageFormat 2, which stay as they
/// are. Two things go beyond it: a value may begin in the line below its key, and a property may
/// stand in several lines like a value. Written are no sections, and each key in full.
///
/// Texts are MessageFormat 2 by ``PassoMessages/Message/messageFormat2`` and come back as
/// MessageFormat 1 in its canonical spelling. A text that this does not give again byte for byte,
/// for it is spelled in another way, has a mistake or is too large, is also written as it stands, in
/// `@source-mf1` or `@target-mf1`; it counts as long as the message beside it has not changed.
public enum MF2Codec: ExchangeCodec {
    /// Writes a document as a message resource.
    ///
    /// - Parameter document: what to write.
    /// - Returns: the bytes of the file.
    /// - Throws: never; every text can be written.
    public static func write(_ document: ExchangeDocument) throws(ExchangeWriteError) -> [UInt8] {
        var writer = MF2ResourceWriter()
        writer.write(document)
        return Array(writer.text.utf8)
    }

    /// Reads a message resource.
    ///
    /// - Parameters:
    ///   - source: the file, in UTF-8.
    ///   - limits: what it may cost.
    /// - Returns: what it says, or nil if it has neither a message nor front matter; and its
    ///   mistakes, those of single messages excepted.
    public static func read(
        _ source: SourceText,
        limits: ExchangeLimits
    ) -> (ReturnedDocument?, [Diagnostic]) {
        var reader = MF2ResourceReader(source, limits: limits)
        let document = reader.read()
        return (document, reader.diagnostics)
    }
}

/// The names of the properties.
enum MF2Property {
    static let bundle = "bundle"
    static let sourceLocale = "source-locale"
    static let locale = "locale"
    static let source = "source"
    static let sourceSpelling = "source-mf1"
    static let targetSpelling = "target-mf1"
    static let state = "state"
    static let limit = "limit"
    static let screenshot = "screenshot"
    static let stamp = "stamp"
}
