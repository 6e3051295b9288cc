import PassoCatalog
import PassoMessages
import Testing

@Suite struct CatalogTests {
    @Test func `translations stand in the order of their languages`() {
        func table(_ locale: String) -> StringTable { StringTable(locale: locale, entries: []) }
        let catalog = Catalog(
            name: "desk",
            template: table("en"),
            translations: [table("pl"), table("da")]
        )
        #expect(catalog.translations.map(\.locale) == ["da", "pl"])
    }
}
