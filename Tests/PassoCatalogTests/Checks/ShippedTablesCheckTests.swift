import PassoCatalog
import PassoDiagnostics
import Testing

@Suite struct ShippedTablesCheckTests {
    @Test(arguments: ShippedBundles.catalogs.map(\.name))
    func `pass every check in strict mode`(name: String) throws {
        let catalog = try #require(ShippedBundles.catalogs.first { $0.name == name })
        let findings = CatalogCheck.run(on: catalog, ShippedBundles.inputs).map(\.diagnostic)
        let shown = DiagnosticRenderer().render(findings)
        #expect(shown.isEmpty)
    }
}
