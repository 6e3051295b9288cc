internal import Synchronization

/// One language's programs and, once they are needed, its formats.
final class Language: Sendable {
    let locale: String
    let programs: [String: MessageProgram]

    init(_ table: StringTable) {
        locale = table.locale
        programs = Dictionary(
            table.entries.map { ($0.key, MessageProgram($0.message)) },
            uniquingKeysWith: { _, later in later }
        )
    }
}

/// A language as one reader sees it: with the reader's own numbers and dates.
final class Voice: Sendable {
    let language: Language
    private let readerLocale: String
    private let keptFormats = AtomicLazyReference<LanguageFormats>()

    /// The reader's form of the language is used where it is one: `en-GB` for a table of `en`.
    init(_ language: Language, readerLocale: String) {
        self.language = language
        let isForm = readerLocale.hasPrefix(language.locale + "-")
        self.readerLocale = isForm ? readerLocale : language.locale
    }

    /// The formats, read from ICU when first used; readers never wait for each other.
    var formats: LanguageFormats {
        keptFormats.load()
            ?? keptFormats.storeIfNil(
                LanguageFormats(messageLocale: language.locale, readerLocale: readerLocale)
            )
    }
}

/// The languages in which one reader's texts are looked for, in order.
final class Reader: Sendable {
    let voices: [Voice]

    init(_ voices: [Voice]) { self.voices = voices }

    /// The message of a key in the first language that has it.
    func find(_ key: String) -> (program: MessageProgram, voice: Voice)? {
        for voice in voices {
            if let program = voice.language.programs[key] { return (program, voice) }
        }
        return nil
    }
}
