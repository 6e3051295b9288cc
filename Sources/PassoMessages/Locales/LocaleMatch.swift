/// Which of a bundle's languages a reader gets, and which wish that meets.
///
/// Found once per reader or request by ``StringBundle/negotiated(for:)``, then used for every text.
public struct LocaleMatch: Sendable, Hashable {
    /// How a language was found.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// The bundle has the language that was wished for: `pt` for `pt-BR` too, since they are one.
        case exact
        /// The bundle has a parent of it: `en` for `en-GB`.
        case parent
        /// The bundle has another form of it: `en-GB` for `en-AU` or for `en`.
        case related
        /// Any language was wished for, by `*`.
        case any
        /// No wish can be met, and the template answers.
        case none
    }

    /// One table that is asked for messages.
    public struct Source: Sendable, Hashable {
        /// The language of the table.
        public let locale: String
        /// The reader's form of that language, which numbers and dates are written in: `da-DK` for a
        /// table of `da`.
        public let formats: String
    }

    /// The language that the reader gets, as its table names it.
    ///
    /// A message that its table lacks comes from the next of ``sources``, and
    /// ``FormattedText/locale`` says so.
    public let locale: String
    /// The wish that is met; nil if none is.
    public let wish: LocalePreference?
    /// How the language was found.
    public let kind: Kind
    /// The tables in the order in which they are asked for each message: those that meet the first
    /// wish, then those of the later wishes, the template at the end.
    public let sources: [Source]
}
