import Foundation
import PassoCatalog
import PassoDiagnostics
import PassoMessages

/// A bundle with everything that a page may have to show.
enum PreviewFixture {
    static let english = #"""
        {
          "@@locale": "en",
          "cart.count": "{count, plural, =0 {Your cart is empty.} one {# item, {name}.} other {# items, {name}.}}",
          "@cart.count": {
            "description": "Heading of the cart.",
            "placeholders": {
              "count": { "type": "int", "example": "3", "x-minimum": 0, "x-maximum": 500 },
              "name": { "type": "String", "example": "Anna" }
            },
            "x-maxLength": 30,
            "x-screenshot": "cart.png"
          },
          "place": "You came {place, selectordinal, one {#st} two {#nd} few {#rd} other {#th}}.",
          "@place": { "description": "After a race.", "placeholders": { "place": { "type": "int", "example": "4" } } },
          "pet": "{kind, select, cat {A cat sleeps.} dog {A dog barks.} other {{kind} is here.}}",
          "evil": "</script><img src=x onerror=alert(1)> <b>bold</b> \u202Eevil & \u0000 \"nul\"",
          "@evil": { "description": "</p><script>alert(2)</script>", "x-screenshot": "javascript:alert(3)" },
          "long.key.that.goes.on.withoutAnyBreakBecauseSomebodyLikesLongNamesForTheirKeysVeryMuchIndeed": "Save <all>",
          "when": "Sent on {at, date, long}",
          "@when": {
            "description": "Below a message.",
            "placeholders": { "at": { "type": "DateTime", "example": "2026-03-02T13:04:00Z" } },
            "x-screenshot": "https://example.org/a.png"
          },
          "broken": "Hello {name",
          "save": "Save"
        }
        """#

    static let danish = #"""
        {
          "@@locale": "da",
          "cart.count": "{count, plural, =0 {Din kurv er tom.} one {# vare, {name}.} other {# varer i din kurv i dag, {name}!!}}",
          "place": "Du blev nummer {place}.",
          "pet": "{kind, select, cat {En kat sover.} dog {En hund gør.} other {{kind} er her.}}",
          "evil": "</script><img src=x onerror=alert(1)> \u202Eond",
          "long.key.that.goes.on.withoutAnyBreakBecauseSomebodyLikesLongNamesForTheirKeysVeryMuchIndeed": "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
          "when": "Sendt d. {at, date, long}",
          "save": "Gem"
        }
        """#

    static let arabic = #"""
        {
          "@@locale": "ar",
          "cart.count": "{count, plural, =0 {سلتك فارغة.} one {عنصر واحد، {name}.} two {عنصران، {name}.} few {# عناصر، {name}.} many {# عنصرًا، {name}.} other {# عنصر، {name}.}}",
          "save": "حفظ"
        }
        """#

    static let glossary = "bundle\ten\tda\tda!\nshop\titem|items\tvare|varer\tting\n"

    /// One pixel.
    static let picture: [UInt8] = Array(
        Data(
            base64Encoded:
                "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
        ) ?? Data()
    )

    /// The bundle, with the Danish “save” reviewed and the Danish “pet” reviewed against another text.
    static let (catalog, mistakes): (Catalog, [Diagnostic]) = {
        let read = [("en", english), ("da", danish), ("ar", arabic)].map { locale, text in
            StringTable.read(arb: SourceText(name: "shop/\(locale).arb", text))
        }
        let tables = read.map { $0.0 ?? StringTable(locale: "und", patterns: [:]) }
        let row = { (key: String, source: String) in
            Ledger.Row(
                key: key,
                source: TextHash(source),
                target: TextHash(tables[1][key]?.pattern ?? ""),
                state: .translated
            )
        }
        let ledger = Ledger([row("save", "Save"), row("pet", "Before")])
        let catalog = Catalog(
            name: "shop",
            template: tables[0],
            translations: Array(tables.dropFirst()),
            ledgers: ["da": ledger]
        )
        return (catalog, read.flatMap(\.1))
    }()

    static let preview: CatalogPreview = {
        let terms = Glossary.read(SourceText(name: "glossary.tsv", glossary)).0
        return CatalogPreview(
            [catalog],
            inputs: CatalogCheck.Inputs(glossary: terms),
            mistakes: mistakes,
            showsPseudoLocales: true,
            pictures: PreviewPicture(picture).map { ["cart.png": $0] } ?? [:]
        )
    }()

    static func page(_ locale: String) -> String {
        preview.html(words: TableWords(locale: locale), locale: locale)
    }
}

/// The engine's words from its tables, which this module cannot import.
struct TableWords: DiagnosticWords {
    let locale: String

    private static let bundle: StringBundle? = ShippedBundles.catalogs
        .first { $0.name == "engine" }.map {
            StringBundle(name: $0.name, tables: [$0.template] + $0.translations)
        }

    func text(for id: DiagnosticID, arguments: [DiagnosticArgument]) -> String? {
        guard let bundle = Self.bundle, bundle.contains(id.rawValue) else { return nil }
        let values = arguments.map { argument in
            switch argument.value {
            case .string(let text): MessageNamedArgument(argument.name, .string(text))
            case .int(let number): MessageNamedArgument(argument.name, .int(Int64(number)))
            case .list(let texts):
                MessageNamedArgument(argument.name, .list(texts.map { .string($0) }))
            }
        }
        return bundle.text(id.rawValue, values, in: locale).text
    }

    func word(for label: DiagnosticLabel) -> String {
        text(for: DiagnosticID(rawValue: "label.\(label.rawValue)"), arguments: [])
            ?? label.rawValue
    }
}
