public import PassoDiagnostics

/// A file format that translators' tools open.
public protocol ExchangeCodec {
    /// Writes a document as a file.
    ///
    /// What the format has no place for is written where people read it, as a note.
    ///
    /// - Parameter document: what to write.
    /// - Returns: the bytes of the file; the same document gives the same bytes.
    /// - Throws: what the format cannot hold, with the message that has it.
    static func write(_ document: ExchangeDocument) throws(ExchangeWriteError) -> [UInt8]

    /// Reads a file that came back.
    ///
    /// - Parameters:
    ///   - source: the file.
    ///   - limits: what it may cost.
    /// - Returns: what it says, or nil if it is no such file at all; and its mistakes, those of
    ///   single messages excepted, which stand in ``ReturnedUnit/mistakes``.
    static func read(
        _ source: SourceText,
        limits: ExchangeLimits
    ) -> (ReturnedDocument?, [Diagnostic])
}

/// A text that a file format has no way to hold.
public struct ExchangeWriteError: Error, Hashable, Sendable {
    /// The message.
    public var key: String
    /// The character that cannot be written.
    public var character: Unicode.Scalar

    /// Names a character of a message.
    public init(key: String, character: Unicode.Scalar) {
        self.key = key
        self.character = character
    }
}
