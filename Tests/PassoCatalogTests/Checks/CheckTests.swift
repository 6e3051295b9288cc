import PassoCatalog
import PassoDiagnostics
import PassoTesting
import Testing

@Suite struct CheckTests {
    @Test(arguments: BrokenTables.all)
    func `find exactly the mistake of a broken table`(table: BrokenTable) throws {
        let outcome = try table.check(table.broken)
        #expect(!outcome.ids.isEmpty && outcome.ids.allSatisfy { $0 == table.id }, "\(outcome.ids)")
        if let place = outcome.place {
            let places = outcome.findings.map(\.diagnostic.range.offsets)
            #expect(places.contains(place), "\(places) \(place)")
        }
    }

    @Test(arguments: BrokenTables.all.filter { $0.sound != nil })
    func `are silent on the nearest text without it`(table: BrokenTable) throws {
        let outcome = try table.check(try #require(table.sound))
        #expect(outcome.ids.isEmpty)
    }

    @Test func `have a broken table each`() {
        let shown = Set(BrokenTables.all.map(\.id))
        #expect(Set(CatalogCheck.all.map(\.id.rawValue)) == shown)
    }

    @Test func `run alone when asked for`() throws {
        let table = try #require(BrokenTables.texts.first { $0.id == "string-space" })
        let outcome = try table.check(table.broken)
        var inputs = outcome.inputs
        inputs.only = ["string-quotes"]
        #expect(CatalogCheck.run(on: outcome.catalog, inputs).isEmpty)
    }
}
