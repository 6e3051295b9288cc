/// One language's messages as one reader sees them: with the reader's own numbers, dates and time
/// zone, and with the language that is asked when this one lacks a key.
final class Voice: Sendable {
    /// The language of the table, for the answer.
    let locale: String
    /// The same where it is short.
    let word: LocaleWord?
    let look: TableLook
    let formats: LanguageFormats
    /// Where to look next.
    let next: Voice?
    private let table: TableStorage

    /// Takes the reader's form of the language: `en-GB` for a table of `en`.
    init(_ table: TableStorage, formats: String, timeZone: String, next: Voice?) {
        self.table = table
        self.next = next
        look = table.look
        locale = table.locale
        word = LocaleWord(table.locale)
        self.formats = LanguageFormats(
            messageLocale: table.locale,
            readerLocale: formats,
            timeZone: timeZone
        )
    }

    /// The text of a message that is nothing but one text.
    func wholeText(at number: Int) -> String? {
        let entry = look.entry(at: number)
        return entry.isWhole ? look.wholeText(of: entry, at: number) : nil
    }
}
