internal import Synchronization

/// One language's programs by key.
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

    /// Takes the reader's form of the language: `en-GB` for a table of `en`.
    init(_ language: Language, formats: String) {
        self.language = language
        readerLocale = formats
    }

    var locale: String { language.locale }

    /// The formats, read from ICU when first used; readers never wait for each other.
    var formats: LanguageFormats {
        keptFormats.load()
            ?? keptFormats.storeIfNil(
                LanguageFormats(messageLocale: locale, readerLocale: readerLocale)
            )
    }
}

/// A message as one reader sees it.
struct Finding: Sendable {
    let program: MessageProgram
    let voice: Voice
}

/// All the messages that one reader can see, each in the first language of the reader's chain
/// that has it.
final class Reader: Sendable {
    private let messages: KeyTable<Finding>

    init(_ chain: [Voice]) {
        var pairs: [(key: String, value: Finding)] = []
        var seen: Set<String> = []
        for voice in chain {
            for (key, program) in voice.language.programs where seen.insert(key).inserted {
                pairs.append((key, Finding(program: program, voice: voice)))
            }
        }
        messages = KeyTable(pairs)
    }

    /// The message of a key in the first language that has it.
    func find(_ key: String) -> Finding? { messages[key] }
}
