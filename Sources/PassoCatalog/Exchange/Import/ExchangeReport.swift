public import PassoDiagnostics

/// What becomes of the messages of one file that came back.
public struct ExchangeReport: Sendable {
    /// The file.
    public let source: SourceText
    /// The bundle that it belongs to; nil where that is unknown.
    public internal(set) var bundle: String?
    /// The language that it was translated into; nil where that is unknown.
    public internal(set) var locale: String?
    /// The messages in the order of the file; one that stands there twice in the same way counts once.
    public internal(set) var messages: [Message] = []
    /// What is wrong with the file as a whole.
    public internal(set) var diagnostics: [Diagnostic] = []

    /// What becomes of a message.
    public enum Outcome: String, Sendable, Hashable, CaseIterable {
        /// Its translation goes into the table.
        case taken
        /// Its translation is the table's, and the file says that it is done.
        case reviewed
        /// Its translation is the table's already.
        case unchanged
        /// The file brings nothing, and what the table has stays.
        case kept
        /// Neither the file nor the table has a translation.
        case open
        /// Its translation cannot be taken, and so nothing is.
        case refused
    }

    /// One message of the file.
    public struct Message: Sendable {
        /// The key.
        public let key: String
        /// Where the file has it.
        public let range: SourceRange
        /// What becomes of it.
        public internal(set) var outcome: Outcome
        /// The translation of the table; nil where there is none.
        public let before: String?
        /// The translation that came back; nil where there is none.
        public let returned: String?
        /// How far the translation was; nil for a key that the template lacks.
        public let stateBefore: TranslationState?
        /// How far the translation is afterwards; for a refused one as before.
        public internal(set) var state: TranslationState?
        /// Why it is refused, and what its translator should look at again.
        public internal(set) var diagnostics: [Diagnostic]
    }

    /// Whether anything in the file stands against taking it.
    public var isRefused: Bool {
        messages.contains { $0.outcome == .refused }
            || diagnostics.contains { $0.severity == .error }
    }

    /// The messages of which one thing became.
    public func count(_ outcome: Outcome) -> Int { messages.count { $0.outcome == outcome } }

    /// Everything that is wrong, in the order of the file.
    public var allDiagnostics: [Diagnostic] { diagnostics + messages.flatMap(\.diagnostics) }
}
