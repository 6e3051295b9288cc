import PassoDiagnostics
import PassoMessages
import PassoTesting
import Testing

@testable import PassoCatalog

/// The values that lead to branches, and the texts that they lead to.
@Suite struct PreviewCaseTests {
    private func messages(
        of catalog: Catalog,
        _ glossary: Glossary = Glossary()
    ) -> (PreviewMaker, [PreviewMessage]) {
        var preview = CatalogPreview([catalog], showsPseudoLocales: true)
        preview.inputs.glossary = glossary
        let bundle = PreviewBundle(catalog, of: preview)
        return (bundle.maker, bundle.entries.map(bundle.maker.message))
    }

    /// The labels and texts of one message: `count=1 one: # item`.
    private func lines(
        _ pattern: String,
        _ locale: String = "en",
        placeholders: String = "{}"
    ) throws -> [String] {
        let table = { (locale: String) in
            let text = """
                { "@@locale": "\(locale)", "k": "\(pattern)", "@k": { "placeholders": \(placeholders) } }
                """
            return try #require(StringTable.read(arb: SourceText(name: "\(locale).arb", text)).0)
        }
        let catalog = Catalog(
            name: "b",
            template: try table("en"),
            translations: locale == "en" ? [] : [try table(locale)]
        )
        let text = try #require(
            messages(of: catalog).1.first?.texts.first { $0.seat.locale == locale }
        )
        return text.cases.map { item in
            let labels = item.choices.map { choice in
                "\(choice.name)=\(choice.value) \(choice.branch)" + (choice.isUnexpected ? "?" : "")
            }
            return (labels + [item.text]).joined(separator: "; ") + (item.isReached ? "" : "!")
        }
    }

    @Test func `a number for each category of the language, and each exact number`() throws {
        let pattern = "{n, plural, =0 {none} one {#a} few {#b} many {#c} other {#d}}"
        #expect(
            try lines(pattern, "pl") == [
                "n=0 =0; none", "n=1 one; 1a", "n=1.5 other; 1,5d", "n=2 few; 2b", "n=5 many; 5c",
            ]
        )
        #expect(
            try lines(pattern, "en") == [
                "n=0 =0; none", "n=1 one; 1a", "n=2 other; 2d", "n= few; {n}b!", "n= many; {n}c!",
            ]
        )
        #expect(
            try lines("{n, plural, one {#a} other {#d}}", "it") == [
                "n=1 one; 1a", "n=2 other; 2d", "n=1000000 many → other; 1.000.000d",
            ]
        )
    }

    @Test func `the example first, and no number that cannot be`() throws {
        let facts = #"{ "n": { "type": "int", "example": "25", "x-minimum": 2, "x-maximum": 99 } }"#
        #expect(
            try lines("{n, plural, one {#a} other {#d}}", placeholders: facts) == [
                "n=1 one?; 1a", "n=25 other; 25d",
            ]
        )
        #expect(
            try lines("{n, plural, other {#d}}", "it", placeholders: facts) == [
                "n=25 other; 25d"
            ]
        )
        let large = #"{ "n": { "type": "int", "example": "2345", "x-maximum": 9999 } }"#
        #expect(
            try lines("{n, plural, one {#a} other {#d}}", placeholders: large) == [
                "n=1 one; 1a", "n=2345 other; 2,345d",
            ]
        )
        let pattern = "{n, plural, one {#a} few {#b} many {#c} other {#d}}"
        #expect(try lines(pattern, "pl", placeholders: facts).first == "n=1 one?; 1a")
        #expect(try lines(pattern, "pl", placeholders: facts).contains("n=1.5 other?; 1,5d"))
    }

    @Test func `offsets, ordinals and words choose as they do for readers`() throws {
        #expect(
            try lines("{n, plural, offset:1 =1 {me} one {me and #} other {me and # more}}") == [
                "n=1 =1; me", "n=2 one; me and 1", "n=3 other; me and 2 more",
            ]
        )
        #expect(
            try lines("{n, selectordinal, one {#st} two {#nd} few {#rd} other {#th}}") == [
                "n=1 one; 1st", "n=2 two; 2nd", "n=3 few; 3rd", "n=4 other; 4th",
            ]
        )
        #expect(
            try lines("{k, select, a {A} b {B} other {C {k}}}") == [
                "k=a a; A", "k=b b; B", "k=other other; C other",
            ]
        )
    }

    @Test func `several choices in a row go side by side, one in another is combined`() throws {
        #expect(
            try lines("{n, plural, one {#a} other {#b}} {m, plural, one {#c} other {#d}}") == [
                "n=1 one; m=1 one; 1a 1c", "n=2 other; m=2 other; 2b 2d",
            ]
        )
        #expect(
            try lines("{n, plural, one {is} other {are}} {n, plural, =0 {no} other {#}}") == [
                "n=0 other, =0; are no", "n=1 one, one → other; is 1", "n=2 other; are 2",
            ]
        )
        let nested = "{k, select, a {{n, plural, one {#a} other {#b}}} other {-}}"
        #expect(
            try lines(nested) == [
                "k=a a; n=1 one; 1a", "k=other other; n=1 one; -", "k=a a; n=2 other; 2b",
                "k=other other; n=2 other; -",
            ]
        )
    }

    @Test func `no more cases than the limit`() throws {
        func nested(_ count: Int) throws -> Int {
            let inner = "{m, select, a {1} b {2} c {3} other {4}}"
            let words = (1..<count).map { "w\($0) {\(inner)}" }.joined(separator: " ")
            return try lines("{k, select, \(words) other {\(inner)}}").count
        }
        let limit = CatalogLimits.standard.maximumReadings
        #expect(try nested(limit / 4) == limit)
        #expect(try nested(limit / 4 + 1) == limit)
        #expect(try nested(limit / 4 - 1) == limit - 4)
    }

    @Test func `labels and messages come in the language of the text`() throws {
        let table = { (locale: String, cart: String) in
            let text = #"""
                { "@@locale": "\#(locale)", "cart": "\#(cart)", "in": "+ {what}",
                  "@in": { "placeholders": { "what": { "type": "label", "example": "Cart" } } } }
                """#
            return try #require(StringTable.read(arb: SourceText(name: "\(locale).arb", text)).0)
        }
        let catalog = Catalog(
            name: "b",
            template: try table("en", "Cart"),
            translations: [try table("da", "Kurv")]
        )
        let texts = try #require(messages(of: catalog).1.last?.texts)
        let shown = texts.map { $0.cases.first?.text }
        #expect(shown.prefix(2) == ["+ Cart", "+ Kurv"])
        // In a pseudo-locale too: brackets in brackets are a text put together.
        #expect(shown[2]?.hasSuffix("⟧⟧") == true)
    }

    @Test(arguments: ShippedBundles.names)
    func `every branch of every shipped message is on the page`(name: String) throws {
        let catalog = try #require(ShippedBundles.catalogs.first { $0.name == name })
        let (_, messages) = messages(of: catalog)
        var branches = 0
        for message in messages {
            for text in message.texts where text.seat.role != .pseudo {
                let entry = try #require(text.seat.table[message.entry.key])
                let wording = Wording(entry, limits: .standard)
                for selection in wording.selections {
                    for variant in selection.variants {
                        branches += 1
                        #expect(
                            shows(variant, of: selection, text.cases),
                            "\(entry.key) \(variant.label)"
                        )
                    }
                }
                #expect(
                    !text.cases.isEmpty && text.cases.allSatisfy { !$0.text.isEmpty },
                    "\(entry.key)"
                )
            }
        }
        #expect(branches > 100 || name == "schema")
    }

    /// Whether a case says that it shows a branch, and has its words.
    private func shows(
        _ variant: MessageVariant,
        of selection: MessageSelection,
        _ cases: [PreviewCase]
    ) -> Bool {
        let words = variant.pattern.elements.compactMap { element in
            if case .text(let text) = element { text } else { nil }
        }
        return cases.contains { item in
            let branches = item.choices.filter { $0.name == selection.variable }
                .flatMap { $0.branch.split(separator: ", ") }
            return words.allSatisfy(item.text.contains)
                && branches.contains { $0 == variant.label || $0.hasSuffix("→ " + variant.label) }
        }
    }

    @Test func `lengths, states, findings and terms stand beside the text`() throws {
        let preview = PreviewFixture.preview
        let bundle = PreviewBundle(PreviewFixture.catalog, of: preview)
        let message = bundle.maker.message(try #require(bundle.catalog.template["cart.count"]))
        let danish = try #require(message.texts.first { $0.seat.locale == "da" })
        #expect(danish.longest == "500 varer i din kurv i dag, Anna!!" && danish.length == 34)
        #expect(danish.findings.map(\.id.rawValue).contains("string-too-long"))
        #expect(
            danish.terms == [
                ExchangeTerm(term: "item", preferred: ["vare", "varer"], forbidden: ["ting"])
            ]
        )
        #expect(danish.state == .needsReview)
        let states = bundle.entries.map { bundle.catalog.state(of: $0.key, in: "da") }
        #expect(states.contains(.stale) && states.contains(.new) && states.contains(.translated))
        // What was wrong in the file stands at its message.
        let broken = bundle.maker.message(try #require(bundle.catalog.template["broken"]))
        #expect(broken.texts[0].cases.map(\.text) == ["Hello {name"])
        #expect(broken.texts[0].findings.map(\.id.rawValue) == ["message-unclosed-brace"])
    }
}
