public import PassoMessages

/// The messages of one bundle on their way to the translators of one language.
///
/// The same for every file format; a format writes of it what it has a place for, and the rest as
/// notes that people read.
public struct ExchangeDocument: Sendable, Hashable {
    /// The bundle's name.
    public var bundle: String
    /// The language to translate from, as a BCP 47 tag.
    public var sourceLocale: String
    /// The language to translate into, as a BCP 47 tag.
    public var targetLocale: String
    /// The messages, in the order of their keys' bytes.
    public var units: [ExchangeUnit]

    /// Makes a document.
    public init(
        bundle: String,
        sourceLocale: String,
        targetLocale: String,
        units: [ExchangeUnit]
    ) {
        self.bundle = bundle
        self.sourceLocale = sourceLocale
        self.targetLocale = targetLocale
        self.units = units
    }
}

/// One message with all that its translator should know.
public struct ExchangeUnit: Sendable, Hashable {
    /// The key.
    public var key: String
    /// The text to translate, in MessageFormat 1 as the template has it.
    public var source: String
    /// The translation as the table has it; nil where it is missing or empty.
    public var target: String?
    /// How far the translation is.
    public var state: TranslationState
    /// Where people read the text; empty where nothing says so.
    public var screen = ""
    /// What the text is for.
    public var description: String?
    /// The placeholders, in the order of the template.
    public var placeholders: [StringPlaceholder] = []
    /// The most characters (extended grapheme clusters) that the *formatted* text may have.
    public var maximumLength: Int?
    /// A picture of where the text stands: a path or an address.
    public var screenshot: String?
    /// The terms of the glossary that the text has.
    public var terms: [ExchangeTerm] = []

    /// Makes a message with nothing but its texts.
    public init(key: String, source: String, target: String? = nil, state: TranslationState) {
        self.key = key
        self.source = source
        self.target = target
        self.state = state
    }

    /// What the texts were when they left; those of now, unless the message is on its way back.
    public var stamp: ExchangeStamp {
        sentStamp ?? ExchangeStamp(source: TextHash(source), target: target.map { TextHash($0) })
    }

    /// What the texts were when they left, where the present ones are a translator's.
    package var sentStamp: ExchangeStamp?
}

/// A term of the glossary that a text has, and the words for it in the language of the translation.
public struct ExchangeTerm: Sendable, Hashable {
    /// The term as the source has it.
    public var term: String
    /// The words to use, the first one first; `*` stands for any letters.
    public var preferred: [String]
    /// The words not to use; `*` stands for any letters, as in `pedido*`.
    public var forbidden: [String]
    /// What the glossary says about the term.
    public var note: String?

    /// Makes a term.
    public init(term: String, preferred: [String], forbidden: [String], note: String? = nil) {
        self.term = term
        self.preferred = preferred
        self.forbidden = forbidden
        self.note = note
    }
}
