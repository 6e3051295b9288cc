import PassoCatalog
import PassoDiagnostics
import PassoMessages
import PassoTesting
import Testing

/// A table with one mistake, marked 1️⃣ to 2️⃣, beside the nearest text without it.
struct BrokenTable: Sendable, CustomTestStringConvertible {
    let id: String
    let locale: String
    /// The members of the template, without braces.
    var source: String
    /// The members of the translation; with a mistake, and without.
    var broken: String
    var sound: String?
    var glossary = ""
    var uses = ""
    var ledger: Ledger?

    var testDescription: String { "\(id): \(broken)" }

    /// One message with the key `k`.
    init(
        _ id: String,
        _ locale: String,
        _ source: String,
        broken: String,
        sound: String,
        meta: String = "",
        glossary: String = ""
    ) {
        self.id = id
        self.locale = locale
        self.source = "\"k\": \"\(source)\"" + (meta.isEmpty ? "" : ", \"@k\": {\(meta)}")
        self.broken = "\"k\": \"\(broken)\""
        self.sound = "\"k\": \"\(sound)\""
        self.glossary = glossary
    }

    /// Several messages, or a mistake elsewhere.
    init(
        _ id: String,
        _ locale: String,
        template: String,
        broken: String,
        sound: String?,
        glossary: String = "",
        uses: String = "",
        ledger: Ledger? = nil
    ) {
        self.id = id
        self.locale = locale
        source = template
        self.broken = broken
        self.sound = sound
        self.glossary = glossary
        self.uses = uses
        self.ledger = ledger
    }

    struct Outcome {
        let findings: [CheckFinding]
        /// The marked place, in whichever file has the marks; nil without marks.
        let place: Range<Int>?
        let catalog: Catalog
        let table: SourceText
        let inputs: CatalogCheck.Inputs

        var ids: [String] { findings.map(\.diagnostic.id.rawValue) }
    }

    func check(_ members: String) throws -> Outcome {
        let template = MarkedText("{\"@@locale\": \"en\", \(source)}")
        let own = MarkedText("{\"@@locale\": \"\(locale)\", \(members)}")
        let program = MarkedText(uses)
        let english = try table("en.arb", template.text)
        let table = try table("\(locale).arb", own.text)
        let catalog = Catalog(
            name: "desk",
            template: english,
            translations: locale == "en" ? [] : [table],
            ledgers: ledger.map { [locale: $0] } ?? [:]
        )
        var found: KeyUses?
        if !uses.isEmpty {
            var all = KeyUses()
            all.add(swift: SourceText(name: "Use.swift", program.text))
            all.settle(among: [catalog])
            found = all
        }
        let inputs = CatalogCheck.Inputs(
            glossary: Glossary.read(SourceText(name: "glossary.tsv", glossary)).0,
            uses: found
        )
        let marked = [own, template, program].first { $0[1] >= 0 }
        return Outcome(
            findings: CatalogCheck.run(on: catalog, inputs),
            place: marked.map { $0[1]..<max($0[1], $0[2]) },
            catalog: catalog,
            table: table.source ?? SourceText(name: "", ""),
            inputs: inputs
        )
    }

    private func table(_ name: String, _ text: String) throws -> StringTable {
        let (table, problems) = StringTable.read(arb: SourceText(name: name, text))
        guard let table, problems.isEmpty else {
            throw Unreadable(text: text, problems: problems.map(\.id.rawValue))
        }
        return table
    }

    struct Unreadable: Error {
        let text: String
        let problems: [String]
    }
}
