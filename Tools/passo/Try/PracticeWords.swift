import Foundation
import PassoCore
import PassoDefinition
import PassoDiagnostics
import PassoMessages
import RespondToRequest

/// The texts of the practice session in the reader's language, and the words of its commands.
struct PracticeWords {
    let strings: StringBundle
    var locale: String
    let timeZone: String

    func text(_ message: LocalizedMessage) -> String {
        strings.text(message, in: locale, timeZone: timeZone).text
    }

    /// A text whose key comes from a definition.
    func text(_ key: String) -> String { text(LocalizedMessage(key)) }

    func text(_ notice: Notice) -> String { text(LocalizedMessage(notice)) }

    /// The day of an instant.
    func day(_ millisecondsSince1970: Int64) -> String {
        let date = MessageInstant(millisecondsSince1970: millisecondsSince1970)
        return text(DeskTexts.requestDay(date: date))
    }

    /// The word for a command in the reader's language.
    func word(_ command: String) -> String { text("try.word." + command) }

    /// The word for a command in English, which is understood in every language.
    func englishWord(_ command: String) -> String {
        strings.text("try.word." + command, [], in: "en").text
    }

    /// Finds the command that a typed word means: in the reader's language first, then in English,
    /// each as it is written or without accents and hyphens.
    func command(for typed: String) -> String? {
        let names = PracticeTable.commands.map(\.name)
        let spellings = [{ $0.lowercased() }, Self.plain]
        for spelling in spellings {
            let wanted = spelling(typed)
            if let name = names.first(where: { spelling(word($0)) == wanted }) { return name }
            if let name = names.first(where: { spelling(englishWord($0)) == wanted }) {
                return name
            }
            if let name = PracticeTable.aliases[wanted] { return name }
        }
        return nil
    }

    /// The command word that a mistyped one is nearest to.
    func nearestWord(to typed: String) -> String? {
        let names = PracticeTable.commands.map(\.name)
        return nearest(to: typed.lowercased(), in: names.map { word($0) })
            ?? nearest(to: typed.lowercased(), in: names.map { englishWord($0) })
    }

    /// A word as somebody types it without the keys of its language: `Luk-anmodning` as
    /// `lukanmodning`, `zamknij-zgłoszenie` as `zamknijzgloszenie`.
    private static func plain(_ word: String) -> String {
        var text = word.lowercased().replacing("-", with: "")
        for (letter, plain) in [("ł", "l"), ("ø", "o"), ("æ", "ae")] {
            text = text.replacing(letter, with: plain)
        }
        return text.folding(options: .diacriticInsensitive, locale: nil)
    }
}
