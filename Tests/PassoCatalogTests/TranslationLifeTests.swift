import PassoDiagnostics
import PassoMessages
import Testing

@testable import PassoCatalog

/// A message from its first translation to its last, edited in whatever editor.
@Suite struct TranslationLifeTests {
    private let locales = ["da", "it", "pl", "pt"]

    private func files(_ english: String, _ danish: String, ledger: Catalog? = nil) -> [String:
        String]
    {
        var files = ["b/en.arb": #"{ "@@locale": "en", "k": "\#(english)", "z.a": "Other" }"#]
        for locale in locales {
            let text = locale == "da" ? danish : "text"
            files["b/\(locale).arb"] = #"{ "@@locale": "\#(locale)", "k": "\#(text)", "z.a": "x" }"#
            files["b/\(locale).ledger.tsv"] = ledger?.ledgers[locale]?.text
        }
        return files
    }

    /// Writes and reads everything, as a person with an editor between two commands would.
    private func catalog(_ files: [String: String]) throws -> Catalog {
        var result: Catalog?
        try withFiles(files) { path in
            let (catalog, mistakes) = CatalogFolder(path: "\(path)/b").read()
            #expect(mistakes.map(\.id).isEmpty)
            result = catalog
        }
        return try #require(result)
    }

    private func states(_ catalog: Catalog) -> [TranslationState?] {
        locales.map { catalog.state(of: "k", in: $0) }
    }

    @Test func `goes stale with its source, and comes back by an edit and a review`() throws {
        var catalog = try catalog(files("Save", "Gem"))
        #expect(states(catalog) == [.needsReview, .needsReview, .needsReview, .needsReview])
        #expect(catalog.accept(["k", "z.a"], in: locales).accepted.count == 8)
        #expect(states(catalog) == [.translated, .translated, .translated, .translated])

        catalog = try self.catalog(files("Save all", "Gem", ledger: catalog))
        #expect(states(catalog) == [.stale, .stale, .stale, .stale])
        #expect(locales.allSatisfy { catalog.state(of: "z.a", in: $0) == .translated })

        catalog = try self.catalog(files("Save all", "Gem alt", ledger: catalog))
        #expect(states(catalog) == [.needsReview, .stale, .stale, .stale])

        let acceptance = catalog.accept(["k"], in: ["da"])
        #expect(acceptance.accepted == [.init(key: "k", locale: "da")])
        #expect(states(catalog) == [.translated, .stale, .stale, .stale])

        catalog = try self.catalog(files("Save", "Gem", ledger: catalog))
        #expect(states(catalog) == [.needsReview, .translated, .translated, .translated])
    }

    @Test func `another editor's order, escapes and spaces change nothing`() throws {
        var catalog = try catalog(files("Save “all”", "Gem", ledger: nil))
        _ = catalog.accept(["k", "z.a"], in: locales)
        var other = files("", "", ledger: catalog)
        other["b/en.arb"] =
            "{\"z.a\":\"Other\",\r\n\"k\":\"Save \\u201call\\u201D\",\"@@locale\":\"en\"}"
        other["b/da.arb"] = "\u{FEFF}{\n\t\"k\":\t\"\\u0047em\",\"z.a\":\"x\",\"@@locale\": \"da\"}"
        #expect(
            states(try self.catalog(other)) == [.translated, .translated, .translated, .translated]
        )
    }

    @Test func `a description is no part of what is translated`() throws {
        var catalog = try catalog(files("Save", "Gem"))
        _ = catalog.accept(["k"], in: ["da"])
        var other = files("Save", "Gem", ledger: catalog)
        other["b/en.arb"]?.replace("}", with: ", \"@k\": { \"description\": \"a button\" } }")
        #expect(try self.catalog(other).state(of: "k", in: "da") == .translated)
    }

    @Test func `a message without translation is new and cannot be accepted`() throws {
        var other = files("Save", "")
        other["b/pl.arb"] = #"{ "@@locale": "pl", "z.a": "x" }"#
        var catalog = try catalog(other)
        #expect(states(catalog) == [.new, .needsReview, .new, .needsReview])
        let acceptance = catalog.accept(["k"], in: locales)
        #expect(acceptance.missing.map(\.locale) == ["da", "pl"])
        #expect(acceptance.accepted.map(\.locale) == ["it", "pt"])
        #expect(catalog.accept(["k"], in: ["it"]).known.map(\.locale) == ["it"])
        #expect(catalog.ledgers["da"] == nil)
    }

    @Test func `a message that is empty on purpose needs a review like any other`() throws {
        var catalog = try catalog(files("", ""))
        #expect(catalog.state(of: "k", in: "da") == .needsReview)
        _ = catalog.accept(["k"], in: ["da"])
        #expect(catalog.state(of: "k", in: "da") == .translated)
    }

    @Test func `what is not there has no state`() throws {
        let catalog = try catalog(files("Save", "Gem"))
        #expect(catalog.state(of: "none", in: "da") == nil)
        #expect(catalog.state(of: "k", in: "fr") == nil)
        #expect(catalog.state(of: "k", in: "en") == .translated)
        #expect(catalog.nearest(to: "z.b") == "z.a")
    }

    @Test func `progress counts by language and by screen`() throws {
        var files = files("Save", "Gem")
        files["b/en.arb"]?.replace(
            "}",
            with: #", "q": "?", "q.r": "?", "@q.r": { "x-screen": "Close prompt" } }"#
        )
        var catalog = try catalog(files)
        _ = catalog.accept(["k", "z.a"], in: ["da"])
        let progress = CatalogProgress(of: catalog, locales: ["da"])
        let danish = try #require(progress.languages.first)
        #expect(progress.languages.count == 1 && progress.messageCount == 4)
        #expect(progress.screens == ["", "Close prompt", "z"])
        #expect(danish.counts.percent == 50 && danish.counts[.new] == 2)
        #expect(danish.screens["z"]?.isComplete == true)
        #expect(danish.screens["Close prompt"]?[.new] == 1)
        #expect(danish.messages.map(\.key) == ["k", "q", "q.r", "z.a"])
    }

    @Test func `a hundred percent means all`() {
        var counts = StateCounts()
        #expect(counts.percent == 100 && counts.isComplete)
        for _ in 0..<999 { counts.add(.translated) }
        counts.add(.stale)
        #expect(counts.percent == 99 && !counts.isComplete)
    }
}
