import PassoDiagnostics
import PassoMessages
import PassoTesting
import PassoText
import Testing

@testable import PassoCatalog

/// Every file format there and back again.
@Suite struct ExchangeFormatTests {
    private static let codecs = ExchangeFormat.allCases

    @Test(arguments: codecs)
    func `refuses exactly the messages with a mistake, and touches no table`(
        format: ExchangeFormat
    ) throws {
        var scene = ExchangeScene()
        scene.metadata = ["c.review": #"{ "x-maxLength": 8 }"#]
        let catalog = try scene.catalog()
        let broken = [
            "e.count": "{count, plural, one {# opgave} other {# opgaver}", "f.name": "Hej",
            "c.review": "Luk det hele", "a.new": "Åbn", "d.done": "Slet",
        ]
        let intake = try catalog.exchanged(by: format.codec) { unit in
            unit.target = broken[unit.key] ?? unit.target
            if unit.key == "d.done" { unit.key = "d.dine" }
        }
        #expect(
            intake.outcomes == [
                "a.new": .taken, "b.stale": .unchanged, "c.review": .refused,
                "d.dine": .refused, "e.count": .refused, "f.name": .refused,
            ]
        )
        #expect(
            intake.ids.sorted() == [
                "exchange-unknown-key", "message-unclosed-brace", "string-argument-missing",
                "string-too-long",
            ]
        )
        for found in intake.reports[0].allDiagnostics {
            #expect(found.source === intake.reports[0].source, "\(found.id)")
            #expect(!found.range.isEmpty && found.range.upperBound <= found.source.utf8.count)
        }
        #expect(intake.isRefused && intake.edits(in: []).0.edits.isEmpty)
    }

    @Test(arguments: codecs, ShippedBundles.catalogs.map(\.name))
    func `brings every language of a shipped bundle back as it left`(
        format: ExchangeFormat,
        bundle: String
    ) throws {
        let catalog = try #require(ShippedBundles.catalogs.first { $0.name == bundle })
        for locale in catalog.translations.map(\.locale) {
            let document = catalog.exchangeDocument(
                for: locale,
                glossary: ShippedBundles.glossary.0
            )
            let source = SourceText(name: "x", utf8: try format.codec.write(document))
            let (returned, mistakes) = format.read(source)
            #expect(mistakes.map(\.id.rawValue).isEmpty)
            var intake = ExchangeImport(into: [catalog])
            intake.add(try #require(returned))
            #expect(intake.ids.isEmpty && !intake.isRefused)
            let report = intake.reports[0]
            #expect(report.bundle == bundle && report.locale == locale)
            #expect(report.messages.count == catalog.template.entries.count)
            let changed = report.messages.filter { $0.outcome != .unchanged }.map(\.key)
            #expect(changed.isEmpty, "\(locale)")
            #expect(intake.edits(in: []).0.edits.isEmpty)
        }
    }

    private static let locales = TestEnvironment.isFull ? ["da", "it", "pl", "pt"] : ["pl"]

    @Test(arguments: codecs, locales)
    func `brings exactly the texts of a translator, in their states`(
        format: ExchangeFormat,
        locale: String
    ) throws {
        let shipped = try #require(ShippedBundles.catalogs.first { $0.name == "desk" })
        let finished = try #require(shipped.table(for: locale))
        let home = try unfinished(shipped, locale)
        let open = Set([TranslationState.new, .stale, .needsReview])
        let document = home.exchangeDocument(for: locale, only: open)
        #expect(Set(document.units.map(\.state)) == open && document.units.count > 100)
        var doubted: Set<String> = []
        let translated = document.translated { unit in
            unit.target = finished[unit.key]?.pattern
            // In XLIFF 2 our word for a doubt says nothing beside a text that was changed since.
            let isDoubted = unit.key.utf8.count % 5 == 0 && format != .xliff2
            unit.state = isDoubted ? .needsReview : .translated
            if unit.state == .needsReview { doubted.insert(unit.key) }
        }
        var intake = ExchangeImport(into: [home])
        intake.add(try translated.returned(by: format.codec, named: "x"))
        let errors = intake.reports[0].allDiagnostics.filter { $0.severity == .error }
        #expect(errors.map(\.id.rawValue).isEmpty)
        let after = intake.catalogs[0]
        for entry in finished.entries {
            let text = try #require(after.table(for: locale)?[entry.key]?.pattern)
            #expect(SameText.says(text, entry.pattern), "\(entry.key)")
            let state = after.state(of: entry.key, in: locale)
            #expect(state == (doubted.contains(entry.key) ? .needsReview : .translated))
        }
        let edits = intake.edits(in: []).0.edits.filter { $0.path.hasSuffix(".arb") }
        #expect(edits.count == 1)
    }

    /// A shipped bundle some time ago: texts were missing, others stale or never reviewed.
    private func unfinished(_ shipped: Catalog, _ locale: String) throws -> Catalog {
        let table = try #require(shipped.table(for: locale))
        var editor = try #require(TableEditor(table))
        var ledger = Ledger()
        for (number, key) in shipped.template.keys.enumerated() {
            guard let source = shipped.template[key], let own = table[key] else { continue }
            var row = Ledger.Row(
                key: key,
                source: TextHash(source.pattern),
                target: TextHash(own.pattern),
                state: .translated
            )
            switch number % 4 {
            case 0: editor.set("", for: key)
            case 1:
                editor.set("Old", for: key)
                row.target = TextHash("Old")
                row.source = TextHash("Old")
                ledger.record(row)
            case 2: editor.set("Other", for: key)
            default: ledger.record(row)
            }
        }
        let name = try #require(table.source).name
        let source = SourceText(name: name, utf8: editor.utf8)
        return Catalog(
            name: shipped.name,
            template: shipped.template,
            translations: [try #require(StringTable.read(arb: source).0)],
            ledgers: [locale: ledger]
        )
    }
}
