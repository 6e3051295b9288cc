internal import PassoICU
internal import Synchronization

/// One language's messages as one reader sees them: with the reader's own numbers, dates and time
/// zone, and with the language that is asked when this one lacks a key.
final class Voice: Sendable {
    let table: TableStorage
    /// The language of the table, for the answer.
    let locale: String
    /// Where to look next.
    let next: Voice?
    private let readerLocale: String
    private let timeZone: String
    private let keptFormats = AtomicLazyReference<LanguageFormats>()

    /// Takes the reader's form of the language: `en-GB` for a table of `en`.
    init(_ table: TableStorage, formats: String, timeZone: String, next: Voice?) {
        self.table = table
        self.next = next
        self.timeZone = timeZone
        locale = table.locale
        readerLocale = formats
    }

    /// The formats, read from ICU when first used; readers never wait for each other.
    var formats: LanguageFormats {
        keptFormats.load()
            ?? keptFormats.storeIfNil(
                LanguageFormats(
                    messageLocale: locale,
                    readerLocale: readerLocale,
                    timeZone: timeZone
                )
            )
    }
}
