import PassoCatalog

/// A broken table for each check, and for each kind of mistake that a check finds.
enum BrokenTables {
    static let all = presence + arguments + plurals + texts + letters + drift + words + files

    private static let number = #""placeholders": {"n": {"type": "int", "example": "2"}}"#

    static let presence: [BrokenTable] = [
        BrokenTable(
            "string-missing",
            "da",
            template: #""a": "Close", "b": "Save""#,
            broken: #""a": "Luk"1️⃣"#,
            sound: #""a": "Luk", "b": "Gem""#
        ),
        BrokenTable(
            "string-extra",
            "da",
            template: #""a": "Close""#,
            broken: #""a": "Luk", 1️⃣"b"2️⃣: "Gem""#,
            sound: #""a": "Luk""#
        ),
        BrokenTable("string-empty", "da", "Close", broken: " ", sound: "Luk"),
        BrokenTable(
            "string-empty",
            "da",
            "{n, plural, one {# tag} other {# tags}}",
            broken: "{n, plural, 1️⃣one2️⃣ {} other {# tags i alt}}",
            sound: "{n, plural, one {# tag i alt} other {# tags i alt}}",
            meta: number
        ),
        BrokenTable("string-untranslated", "da", "Cancel", broken: "Cancel", sound: "Annuller"),
        BrokenTable(
            "string-untranslated",
            "da",
            "Tag “{name}”",
            broken: "Tag “{name}”",
            sound: "Mærke “{name}”"
        ),
    ]

    static let arguments: [BrokenTable] = [
        BrokenTable(
            "string-argument-missing",
            "da",
            "Changed by {agent}",
            broken: "Ændret",
            sound: "Ændret af {agent}"
        ),
        BrokenTable(
            "string-argument-unknown",
            "da",
            "{agent} left {place}",
            broken: "{agent} forlod {place} kl. {1️⃣tid2️⃣}",
            sound: "{agent} forlod {place}"
        ),
        BrokenTable(
            "string-argument-type",
            "da",
            "Sent at {t, time, short}",
            broken: "Sendt kl. {1️⃣t2️⃣, number}",
            sound: "Sendt kl. {t, time, short}",
            meta: #""placeholders": {"t": {"type": "DateTime", "example": "x"}}"#
        ),
        BrokenTable(
            "string-argument-type",
            "da",
            "Place {n, selectordinal, one {#st} two {#nd} few {#rd} other {#th}}",
            broken: "Plads {1️⃣n2️⃣, plural, one {#} other {#}}",
            sound: "Plads {n, selectordinal, other {#.}}",
            meta: number
        ),
        BrokenTable(
            "string-select-branches",
            "da",
            "No {kind, select, state {state} event {event} other {thing}}",
            broken: "Ingen {1️⃣kind2️⃣, select, state {tilstand} other {ting}}",
            sound: "Ingen {kind, select, state {tilstand} event {hændelse} other {ting}}"
        ),
        BrokenTable(
            "string-select-branches",
            "da",
            "No {kind, select, state {state} other {thing}}",
            broken: "Ingen {1️⃣kind2️⃣}",
            sound: "Ingen {kind, select, state {tilstand} other {ting}}"
        ),
    ]

    static let plurals: [BrokenTable] = [
        BrokenTable(
            "string-plural-missing",
            "pl",
            "{n, plural, one {# file} other {# files}}",
            broken: "1️⃣{n, plural, 2️⃣one {# plik} few {# pliki} other {# pliku}}",
            sound: "{n, plural, one {# plik} few {# pliki} many {# plików} other {# pliku}}",
            meta: number
        ),
        BrokenTable(
            "string-plural-missing",
            "it",
            "{n, plural, one {# view} other {# views}}",
            broken: "1️⃣{n, plural, 2️⃣one {# visita} other {# visite}}",
            sound: "{n, plural, one {# visita} many {# di visite} other {# visite}}",
            meta: #""placeholders": {"n": {"type": "int", "x-maximum": 1000000}}"#
        ),
        BrokenTable(
            "string-plural-missing",
            "it",
            "Step {n, selectordinal, one {#st} two {#nd} few {#rd} other {#th}}",
            broken: "Passaggio 1️⃣{n, selectordinal, 2️⃣other {#º}}",
            sound: "Passaggio {n, selectordinal, many {#º} other {#º}}",
            meta: number
        ),
        BrokenTable(
            "string-plural-extra",
            "da",
            "{n, plural, one {# file} other {# files}}",
            broken: "{n, plural, one {# fil} 1️⃣few2️⃣ {# filer} other {# filer}}",
            sound: "{n, plural, =0 {Ingen filer} one {# fil} other {# filer}}",
            meta: number
        ),
        BrokenTable(
            "string-plural-number",
            "pt",
            "{n, plural, one {Only one file} other {# files}}",
            broken: "{n, plural, 1️⃣one2️⃣ {Um arquivo} other {# arquivos}}",
            sound: "{n, plural, =0 {Nenhum arquivo} one {Um arquivo} other {# arquivos}}",
            meta: number
        ),
    ]

    static let texts: [BrokenTable] = [
        BrokenTable(
            "string-apostrophe",
            "it",
            "The agent of {name}",
            broken: "L1️⃣'2️⃣{name}",
            sound: "L’agente {name}"
        ),
        BrokenTable(
            "string-too-long",
            "da",
            "{n, plural, one {# day} other {# days}}",
            broken: "{n, plural, one {# lang dag} other {# dage}}",
            sound: "{n, plural, one {# dag} other {# dage}}",
            meta: #""placeholders": {"n": {"type": "int", "x-maximum": 99}}, "x-maxLength": 7"#
        ),
        BrokenTable("string-space", "da", "Close", broken: "Luk1️⃣ 2️⃣", sound: "Luk"),
        BrokenTable("string-space", "da", "Close: ", broken: "Luk:1️⃣2️⃣", sound: "Luk: "),
        BrokenTable("string-punctuation", "da", "Saved.", broken: "Gemt1️⃣2️⃣", sound: "Gemt."),
        BrokenTable(
            "string-punctuation",
            "da",
            "Sign in…",
            broken: "Log ind1️⃣.2️⃣",
            sound: "Log ind..."
        ),
        BrokenTable(
            "string-punctuation",
            "da",
            "Close it?",
            broken: "Luk den (nu)1️⃣2️⃣",
            sound: "Luk den (nu)?"
        ),
        BrokenTable(
            "string-capitalization",
            "da",
            "Save all",
            broken: "1️⃣g2️⃣em alt",
            sound: "Gem alt"
        ),
        BrokenTable(
            "string-capitalization",
            "da",
            "the file is empty",
            broken: "1️⃣F2️⃣ilen er tom",
            sound: "filen er tom"
        ),
        BrokenTable(
            "string-capitalization",
            "da",
            "Save everything",
            broken: "GEM DET HELE",
            sound: "Gem det hele"
        ),
        BrokenTable(
            "string-quotes",
            "pl",
            "Click “{b}”.",
            broken: "Kliknij „{b}1️⃣“2️⃣.",
            sound: "Kliknij „{b}”."
        ),
        BrokenTable(
            "string-quotes",
            "it",
            "Don’t wait",
            broken: "Non c1️⃣'2️⃣è attesa",
            sound: "Non c’è attesa"
        ),
    ]

    static let letters: [BrokenTable] = [
        BrokenTable(
            "string-invisible",
            "da",
            "Close the task",
            broken: "Luk 1️⃣\\u200b2️⃣opgaven",
            sound: "Luk\\u00a0opgaven"
        ),
        BrokenTable(
            "string-invisible",
            "da",
            "Family {e}",
            broken: "Familie 1️⃣\\u202e2️⃣{e}",
            sound: "Familie \\ud83d\\udc69\\u200d\\ud83d\\udc67 {e}"
        ),
        BrokenTable(
            "string-confusable",
            "pl",
            "Save the change",
            broken: "Zapisz 1️⃣zmiаnę2️⃣",
            sound: "Zapisz zmianę"
        ),
        BrokenTable(
            "string-confusable",
            "pl",
            "This and that",
            broken: "To 1️⃣а2️⃣ tamto",
            sound: "To a русский"
        ),
        BrokenTable(
            "string-confusable",
            "da",
            "Open it",
            broken: "1️⃣A\\u030abn2️⃣ den",
            sound: "Åbn den"
        ),
    ]

    static let drift: [BrokenTable] = [
        BrokenTable(
            "string-number",
            "da",
            "At most 2,000 characters",
            broken: "Højst 1️⃣20.0002️⃣ tegn",
            sound: "Højst 2.000 tegn"
        ),
        BrokenTable(
            "string-address",
            "da",
            "See https://example.org/en/help.",
            broken: "Se 1️⃣https://exmaple.org/da/help2️⃣.",
            sound: "Se https://example.org/da/help."
        ),
        BrokenTable(
            "string-address",
            "da",
            "Write to help@example.org",
            broken: "Skriv til 1️⃣hjelp@example.org2️⃣",
            sound: "Skriv til help@example.org"
        ),
        BrokenTable(
            "string-placeholder",
            "da",
            "{k, select, a {First {name}} other {Other {name}}}",
            broken: "{k, select, 1️⃣a2️⃣ {Første} other {Andre {name}}}",
            sound: "{k, select, a {Første {name}} other {Andre {name}}}"
        ),
        BrokenTable(
            "string-placeholder",
            "da",
            "Sent: {t, time, short}",
            broken: "Sendt: 1️⃣{t, date, short}2️⃣",
            sound: "Sendt: {t, time, medium}"
        ),
        BrokenTable(
            "string-markup",
            "da",
            "Press <b>Close</b>",
            broken: "Tryk på <b>Luk",
            sound: "Tryk på <b>Luk</b>"
        ),
    ]

    private static let glossary = """
        bundle\ten\tpl\tpl!\tnote
        desk\trequest|requests\tzgłoszenie|zgłoszeni*|zgłoszeń\tżąda*|prośb*\tof customers
        \t\t\tkurde\tnever
        """

    static let words: [BrokenTable] = [
        BrokenTable(
            "string-term",
            "pl",
            "Close the request",
            broken: "Zamknij sprawę",
            sound: "Zamknij zgłoszenie",
            glossary: glossary
        ),
        BrokenTable(
            "string-forbidden-term",
            "pl",
            "Requests and tasks",
            broken: "Zgłoszenia, 1️⃣prośby2️⃣ i zadania",
            sound: "Zgłoszenia i zadania",
            glossary: glossary
        ),
        BrokenTable(
            "string-case-trap",
            "pl",
            "For {customer}",
            broken: "1️⃣Dla {customer}2️⃣",
            sound: "Dla klienta {customer}",
            meta: #""placeholders": {"customer": {"type": "String", "x-case": "nominative"}}"#
        ),
        BrokenTable(
            "string-case-trap",
            "it",
            "The state of {field}",
            broken: "Lo stato 1️⃣di {field}2️⃣",
            sound: "Lo stato del campo «{field}»",
            meta: #""placeholders": {"field": {"type": "label", "x-case": "nominative"}}"#
        ),
    ]

    private static func ledger(source: String, target: String) -> Ledger {
        let source = TextHash(source)
        let target = TextHash(target)
        return Ledger([.init(key: "k", source: source, target: target, state: .translated)])
    }

    static let files: [BrokenTable] = [
        BrokenTable(
            "string-inconsistent",
            "da",
            template: #""a": "Closed", "b": "Closed""#,
            broken: #""a": "Lukket", "b": 1️⃣"Afsluttet"2️⃣"#,
            sound: #""a": "Lukket", "b": "Afsluttet", "@b": {"x-allow": ["string-inconsistent"]}"#
        ),
        BrokenTable(
            "string-unused",
            "en",
            template: #""a.b": "Closed", 1️⃣"c"2️⃣: "Open""#,
            broken: #""a.b": "Closed", "c": "Open""#,
            sound: nil,
            uses: #"let used = "a.\(name)""#
        ),
        BrokenTable(
            "string-undefined",
            "en",
            template: #""a.b": "Closed""#,
            broken: #""a.b": "Closed""#,
            sound: nil,
            uses: #"let used = ["a.b"]; refuse(Notice(key: "1️⃣a.c2️⃣"))"#
        ),
        BrokenTable(
            "string-stale",
            "da",
            template: #""k": "Close now""#,
            broken: #""k": 1️⃣"Luk"2️⃣"#,
            sound: nil,
            ledger: ledger(source: "Close", target: "Luk")
        ),
        BrokenTable(
            "string-needs-review",
            "da",
            template: #""k": "Close""#,
            broken: #""k": 1️⃣"Luk det"2️⃣"#,
            sound: #""k": "Luk""#,
            ledger: ledger(source: "Close", target: "Luk")
        ),
    ]
}
