import PassoCatalog
import PassoDiagnostics
import Testing

/// Sound texts of many languages, each near to what a check looks for.
@Suite struct GoodTextTests {
    struct Pair: Sendable, CustomTestStringConvertible {
        let locale: String
        let source: String
        let target: String
        var testDescription: String { "\(locale): \(target)" }
    }

    static let pairs: [Pair] = [
        ("da", "Saved at {t, time, short}", "Gemt kl. {t, time, short}"),
        ("da", "“Yes”, he said.", "“Ja”, sagde han."),
        ("da", "A 15\\\" screen", "En skærm på 15\\\""),
        ("da", "The agents’ texts", "Agenternes tekster"),
        ("da", "{name}’s tasks", "{name}s opgaver"),
        ("da", "2nd attempt", "Andet forsøg"),
        ("da", "3rd of {n}", "Nr. 3 af {n}"),
        ("da", "Wi-Fi", "Wi-Fi"),
        ("da", "iPhone cable", "iPhone-kabel"),
        ("da", "Loading...", "Indlæser…"),
        ("da", "Approx.", "Ca."),
        ("da", "a < b & c", "a < b og c"),
        ("da", "Line one\\nline two", "Linje et\\nlinje to"),
        (
            "da", "Family \\ud83d\\udc68\\u200d\\ud83d\\udc69",
            "Familien \\ud83d\\udc68\\u200d\\ud83d\\udc69"
        ),
        ("pl", "He said: “Yes.”", "Powiedział: „Tak”."),
        ("pl", "Version 2.5 of {name}", "Wersja 2,5 programu {name}"),
        ("pl", "Up to 2,000 files", "Do 2\\u00a0000 plików"),
        ("pl", "The title “A ‘B’ C”", "Tytuł „A «B» C”"),
        ("it", "It’s 5 o’clock", "Sono le 5 e c’è il sole"),
        (
            "it", "{n, plural, one {# day} other {# days}}",
            "{n, plural, one {# giorno} other {# giorni}}"
        ),
        ("pt", "Are you sure?", "Tem certeza?"),
        ("fr", "Close the file?", "Fermer le fichier\\u202f?"),
        ("fr", "Note: {text}", "Remarque\\u00a0: {text}"),
        ("fr", "Click “Save”.", "Cliquez sur «\\u00a0Enregistrer\\u00a0»."),
        ("de", "file not found", "Datei nicht gefunden"),
        ("de", "Click “Save”.", "Klicken Sie auf „Speichern“."),
        ("es", "Are you sure?", "¿Está seguro?"),
        ("es", "Hello!", "¡Hola!"),
        ("nl", "In the evening", "’s Avonds"),
        ("sv", "Click “Save”.", "Klicka på ”Spara”."),
        ("el", "Are you sure?", "Είστε σίγουροι;"),
        ("ru", "Open “{name}”", "Открыть «{name}»"),
        ("ru", "USB cable", "USB-кабель"),
        ("ru", "Press TAB", "Нажмите TAB"),
        ("uk", "The customer’s name", "Ім’я клієнта"),
        ("ja", "The file is empty.", "ファイルは空です。"),
        ("zh", "Save it?", "保存吗？"),
        ("ar", "Are you sure?", "هل أنت متأكد؟"),
        ("ar", "Hello {name}", "مرحبا \\u2068{name}\\u2069"),
        ("fa", "They can", "می\\u200cتوانند"),
        ("hi", "The file is empty.", "फ़ाइल खाली है।"),
        ("th", "The file is empty.", "ไฟล์ว่างเปล่า"),
        ("tr", "Istanbul office", "İstanbul ofisi"),
        ("sv", "Resistance: 5 kΩ", "Motstånd: 5 kΩ"),
        ("da", "Språk: русский", "Sprog: русский"),
        ("da", "See https://example.org/a.", "Se (https://example.org/b)."),
        ("da", "Replace <name> here", "Erstat <navn> her"),
    ].map { Pair(locale: $0.0, source: $0.1, target: $0.2) }

    @Test(arguments: pairs)
    func `are left alone`(pair: Pair) throws {
        let table = BrokenTable("", pair.locale, pair.source, broken: pair.target, sound: "")
        let findings = try table.check(table.broken).findings.map(\.diagnostic)
        #expect(findings.isEmpty, "\(findings.map { "\($0.id) \($0.arguments)" })")
    }
}
