import PassoCatalog
import PassoDiagnostics
import PassoMessages
import Testing

@Suite struct CheckRepairTests {
    private func catalog(_ source: String, _ own: String, locale: String) throws -> Catalog {
        let english = SourceText(name: "en.arb", "{\"@@locale\": \"en\", \"k\": \"\(source)\"}")
        let other = SourceText(name: "x.arb", "{\"@@locale\": \"\(locale)\", \"k\": \"\(own)\"}")
        return Catalog(
            name: "desk",
            template: try #require(StringTable.read(arb: english).0),
            translations: [try #require(StringTable.read(arb: other).0)]
        )
    }

    private func repaired(_ catalog: Catalog) throws -> String? {
        let source = try #require(catalog.translations.first?.source)
        return CheckRepair.repair(source, in: catalog).map { repair in
            let source = SourceText(name: "x.arb", utf8: repair.text)
            return StringTable.read(arb: source).0?["k"]?.pattern ?? "unreadable"
        }
    }

    @Test(arguments: [
        ("Close it.", " Luk den", "da", "Luk den."),
        ("Close it?", "luk den.", "da", "Luk den?"),
        ("Click “{b}”", "Kliknij \\\"{b}\\\"", "pl", "Kliknij „{b}”"),
        ("Click “{b}”", "Fare clic su “{b}”", "it", "Fare clic su «{b}»"),
        ("All of {name}", "Tutto l'{name}", "it", "Tutto l’{name}"),
        ("The man’s hat", "L'uomo e l'altro", "it", "L’uomo e l’altro"),
        ("Close the task", "Luk\\u200b opga\\u00adven", "da", "Luk opgaven"),
        ("Save the change", "Zapisz zmiаnę", "pl", "Zapisz zmianę"),
        ("Open it", "A\\u030abn den", "da", "Åbn den"),
        (
            "{n, plural, one {# day.} other {# days.}}", "{n, plural, one {# dag } other {# dage}}",
            "da", "{n, plural, one {# dag.} other {# dage.}}"
        ),
    ])
    func `write what is sure to be right`(
        source: String,
        own: String,
        locale: String,
        expected: String
    ) throws {
        #expect(try repaired(catalog(source, own, locale: locale)) == expected)
    }

    @Test func `leave nothing to repair behind`() throws {
        let catalog = try catalog("Close “it”.", " luk 'den' \\u200b", locale: "da")
        let source = try #require(catalog.translations.first?.source)
        let repair = try #require(CheckRepair.repair(source, in: catalog))
        let again = SourceText(name: "x.arb", utf8: repair.text)
        let table = try #require(StringTable.read(arb: again).0)
        let next = Catalog(name: "desk", template: catalog.template, translations: [table])
        #expect(table["k"]?.pattern == "Luk “den”.")
        #expect(CheckRepair.repair(again, in: next) == nil)
        #expect(CatalogCheck.run(on: next).isEmpty)
        #expect(repair.repaired.count >= 4)
    }

    @Test(arguments: ["Luk den", "Luk {b", "Åbn og luk den igen"])
    func `touch no text that is right or cannot be read`(own: String) throws {
        #expect(try repaired(catalog("Close it", own, locale: "da")) == nil)
    }

    @Test func `keep escapes and everything else of the file`() throws {
        let text =
            "{\n  \"@@locale\": \"da\",\n\t\"k\":  \"Luk \\\"\\u0064en\\\"\", \"@k\": {\"x\": 1}\n}"
        let english = SourceText(name: "en.arb", #"{"@@locale": "en", "k": "Close “it”."}"#)
        let own = SourceText(name: "da.arb", text)
        let catalog = Catalog(
            name: "desk",
            template: try #require(StringTable.read(arb: english).0),
            translations: [try #require(StringTable.read(arb: own).0)]
        )
        let repair = try #require(CheckRepair.repair(own, in: catalog))
        let expected = text.replacing("\\\"\\u0064en\\\"", with: "“\\u0064en”.")
        #expect(String(decoding: repair.text, as: UTF8.self) == expected)
    }
}
