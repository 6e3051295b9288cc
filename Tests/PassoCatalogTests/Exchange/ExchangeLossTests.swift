import PassoDiagnostics
import PassoMessages
import PassoTesting
import PassoText
import Testing

@testable import PassoCatalog

/// No import loses a translation, whatever happens on both sides in the meantime.
@Suite struct ExchangeLossTests {
    @Test func `random tables keep every translation that its translator did not see`() throws {
        var tables = RandomTable(SeededRandom())
        for _ in 0..<(TestEnvironment.isFull ? 20_000 : 400) {
            let seed = "\(tables.random)"
            let sent = try catalog(of: tables.file(), &tables)
            let home = try edited(sent, &tables)
            let document = try returned(sent, &tables)
            var intake = ExchangeImport(into: [home])
            intake.add(document)
            try check(intake, sent, home, document, seed)
        }
    }

    /// Every text afterwards is the one at home, or one that came back for the text that left.
    private func check(
        _ intake: ExchangeImport,
        _ sent: Catalog,
        _ home: Catalog,
        _ document: ReturnedDocument,
        _ seed: String
    ) throws {
        let (before, after) = (home.texts(), intake.catalogs[0].texts())
        let left = sent.texts()
        for (key, text) in before where !text.isEmpty {
            let now = try #require(after[key], "\(seed): \(key)")
            if now.utf8.elementsEqual(text.utf8) { continue }
            #expect(left[key]?.utf8.elementsEqual(text.utf8) == true, "\(seed): \(key)")
            #expect(intake.outcomes[key] == .taken, "\(seed): \(key)")
            let units = document.units.filter { $0.key == key && $0.stamp != nil }
            #expect(units.contains { $0.target?.text == now }, "\(seed): \(key)")
        }
        let edits = intake.edits(in: []).0.edits.filter { $0.path.hasSuffix(".arb") }
        guard !intake.isRefused, let edit = edits.first else {
            #expect(edits.isEmpty, "\(seed)")
            return
        }
        let written = SourceText(name: "da.arb", utf8: edit.after)
        let table = try #require(StringTable.read(arb: written).0, "\(seed)")
        #expect(table.entries.count == after.count, "\(seed)")
        for entry in table.entries {
            #expect(after[entry.key]?.utf8.elementsEqual(entry.pattern.utf8) == true, "\(seed)")
        }
        #expect(table.orphanMetadata.count <= (home.translations[0].orphanMetadata.count))
        #expect(table.attributes.count == home.translations[0].attributes.count, "\(seed)")
    }

    /// A catalog whose template has the keys of a table, and some more.
    private func catalog(of file: String, _ tables: inout RandomTable) throws -> Catalog {
        let table = try #require(StringTable.read(arb: SourceText(name: "da.arb", file)).0)
        var entries = table.entries.map { StringEntry(key: $0.key, pattern: tables.word()) }
        for number in 0..<2 {
            entries.append(StringEntry(key: "new\(number)", pattern: "New {n}"))
        }
        var ledger = Ledger()
        for entry in table.entries where tables.random.oneIn(2) {
            ledger.add(
                Ledger.Row(
                    key: entry.key,
                    source: TextHash(tables.random.oneIn(3) ? "old" : entries[0].pattern),
                    target: TextHash(entry.pattern),
                    state: .translated
                )
            )
        }
        return Catalog(
            name: "desk",
            template: StringTable(locale: "en", entries: entries),
            translations: [table],
            ledgers: tables.random.oneIn(3) ? [:] : ["da": ledger]
        )
    }

    /// What happens at home in the meantime: texts change, come and go; sources change.
    private func edited(_ catalog: Catalog, _ tables: inout RandomTable) throws -> Catalog {
        let table = catalog.translations[0]
        var editor = try #require(TableEditor(table))
        for entry in table.entries where tables.random.oneIn(3) {
            editor.set(tables.random.oneIn(4) ? "" : tables.word(), for: entry.key)
        }
        if tables.random.oneIn(3) { editor.set("Ny {n}", for: "new0") }
        let source = SourceText(name: "da.arb", utf8: editor.utf8)
        let entries = catalog.template.entries.compactMap { entry -> StringEntry? in
            if tables.random.oneIn(8) { return nil }
            guard tables.random.oneIn(5) else { return entry }
            return StringEntry(key: entry.key, pattern: tables.word())
        }
        return Catalog(
            name: "desk",
            template: StringTable(locale: "en", entries: entries),
            translations: [try #require(StringTable.read(arb: source).0)],
            ledgers: catalog.ledgers
        )
    }

    /// What a translator and the tools make of the file: texts come and go, stamps and messages get
    /// lost, keys stand twice.
    private func returned(
        _ catalog: Catalog,
        _ tables: inout RandomTable
    ) throws -> ReturnedDocument {
        var random = tables.random
        var document = catalog.exchangeDocument(for: "da").translated { unit in
            switch Int.random(in: 0...5, using: &random) {
            case 0: unit.target = tables.word()
            case 1: unit.target = nil
            case 2: unit.target = "x"
            case 3: unit.state = .translated
            default: break
            }
            if random.oneIn(20) { unit.source += "!" }
        }
        if let unit = document.units.randomElement(using: &random), random.oneIn(4) {
            document.units.append(unit)
            if random.oneIn(2) { document.units[document.units.count - 1].target = "twice" }
        }
        var result = try document.returned()
        for index in result.units.indices where random.oneIn(8) {
            result.units[index].stamp = nil
        }
        tables.random = random
        return result
    }
}
