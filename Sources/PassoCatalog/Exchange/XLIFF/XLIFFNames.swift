/// The namespaces and words that both versions' files are made of.
enum XLIFFNames {
    /// XLIFF 1.2, section 2.1.
    static let core1 = "urn:oasis:names:tc:xliff:document:1.2"
    /// XLIFF 1.1, whose files some tools still write; what is read of them is the same.
    static let core11 = "urn:oasis:names:tc:xliff:document:1.1"
    /// XLIFF 2.0 and 2.1.
    static let core2 = "urn:oasis:names:tc:xliff:document:2.0"
    /// XLIFF 2.2.
    static let core22 = "urn:oasis:names:tc:xliff:document:2.2"
    /// The metadata module (XLIFF 2.1, section 5.4).
    static let metadata = "urn:oasis:names:tc:xliff:metadata:2.0"
    /// The glossary module (section 5.2).
    static let glossary = "urn:oasis:names:tc:xliff:glossary:2.0"
    /// The module of size and length restrictions (section 5.7).
    static let sizes = "urn:oasis:names:tc:xliff:sizerestriction:2.0"

    /// The category of our own metadata, and the prefix of our own states.
    static let passo = "passo"
    /// The prefix of the types of our own in XLIFF 1.2, which wants `x-` before them.
    static let passo1 = "x-passo-"

    /// What a file says about itself at its top, for the translators.
    static let introduction =
        "The texts are messages in ICU MessageFormat: translate the words and leave the names in "
        + "{braces} as they are. A plural needs a branch for every form that your language has. "
        + "Limits count the characters of the finished text as people see them, without the syntax."
}
