import PassoDiagnostics
import PassoMessages
import Testing

@testable import PassoCatalog

/// Which table a file belongs to.
@Suite struct ExchangePlaceTests {
    private func intake(
        _ name: String,
        bundles: [String] = ["desk"],
        locale: String? = nil,
        _ change: (inout ReturnedDocument) -> Void
    ) throws -> ExchangeImport {
        let catalog = try ExchangeScene().catalog()
        var document = try catalog.exchangeDocument(for: "da").returned(named: name)
        change(&document)
        let catalogs = bundles.map {
            Catalog(name: $0, template: catalog.template, translations: catalog.translations)
        }
        var intake = ExchangeImport(into: catalogs)
        intake.add(document, locale: locale)
        return intake
    }

    @Test func `what the file says counts before its name`() throws {
        let run = try intake("engine-pl.xlf", bundles: ["engine", "desk"]) { _ in }
        #expect(run.reports[0].bundle == "desk" && run.reports[0].locale == "da")
        #expect(!run.isRefused)
    }

    @Test(arguments: [
        "in/desk-da.csv", "desk-da (1).csv", "desk-da.reviewed.csv", "desk-DA.csv",
    ])
    func `a name tells what the file does not say`(name: String) throws {
        let run = try intake(name, bundles: ["desk", "desktop"]) {
            $0.bundle = nil
            $0.targetLocale = nil
        }
        #expect(run.reports[0].bundle == "desk" && run.reports[0].locale == "da")
        #expect(!run.isRefused)
    }

    @Test func `without any word about it the only bundle and the asked language are meant`() throws
    {
        let run = try intake("file.csv", locale: "da") {
            $0.bundle = nil
            $0.targetLocale = nil
        }
        #expect(!run.isRefused && run.outcomes.count == 6)
    }

    @Test func `a file of another bundle or language is refused as a whole`() throws {
        func ids(
            bundles: [String] = ["desk"],
            locale: String? = nil,
            _ change: (inout ReturnedDocument) -> Void
        ) throws -> [String] {
            let run = try intake("f.csv", bundles: bundles, locale: locale, change)
            #expect(run.isRefused && run.outcomes.isEmpty)
            return run.ids
        }
        #expect(try ids { $0.bundle = "engine" } == ["exchange-unknown-bundle"])
        #expect(try ids(bundles: ["a", "b"]) { $0.bundle = nil } == ["exchange-no-bundle"])
        #expect(try ids { $0.targetLocale = "fr" } == ["exchange-unknown-language"])
        #expect(try ids { $0.targetLocale = "en" } == ["exchange-unknown-language"])
        #expect(try ids { $0.targetLocale = nil } == ["exchange-no-language"])
        #expect(try ids(locale: "pl") { _ in } == ["exchange-wrong-language"])
        #expect(try ids { $0.sourceLocale = "de" } == ["exchange-source-language"])
    }

    @Test func `a file that cannot be read refuses the others too`() throws {
        var run = try intake("desk-da.xlf") { $0.units[3].target = nil }
        #expect(!run.isRefused)
        let source = SourceText(name: "x.xlf", "")
        run.add(unread: source, [Diagnostic(id: "x", source: source, range: SourceRange(at: 0))])
        #expect(run.isRefused && run.edits(in: []).0.edits.isEmpty)
    }
}
