import PassoDiagnostics
import PassoMessages
import PassoText
import Testing

@testable import PassoCatalog

/// A bundle with a template and a Danish table, before and after a file went to a translator.
struct ExchangeScene {
    var english: KeyValuePairs<String, String> = [
        "a.new": "Open", "b.stale": "Save", "c.review": "Close", "d.done": "Discard",
        "e.count": "{count, plural, one {# task} other {# tasks}}", "f.name": "Hello {name}",
    ]
    var danish: KeyValuePairs<String, String> = [
        "b.stale": "Gem", "c.review": "Luk", "d.done": "Kassér",
        "e.count": "{count, plural, one {# opgave} other {# opgaver}}", "f.name": "Hej {name}",
    ]
    /// What the metadata say, by key.
    var metadata: [String: String] = [:]

    /// The catalog: `d.done`, `e.count` and `f.name` are reviewed, `b.stale` against another source.
    func catalog() throws -> Catalog {
        let template = try table("en", english)
        let own = try table("da", danish)
        let rows = danish.compactMap { key, text -> Ledger.Row? in
            guard key != "c.review", let source = template[key] else { return nil }
            let old = key == "b.stale" ? "Save it" : source.pattern
            return Ledger.Row(
                key: key,
                source: TextHash(old),
                target: TextHash(text),
                state: .translated
            )
        }
        return Catalog(
            name: "desk",
            template: template,
            translations: [own],
            ledgers: ["da": Ledger(rows)]
        )
    }

    private func table(
        _ locale: String,
        _ texts: KeyValuePairs<String, String>
    ) throws -> StringTable {
        let lines = texts.flatMap { key, text -> [String] in
            let line = "  \(ARBWriter.quoted(key)): \(ARBWriter.quoted(text))"
            let described = locale == "en" ? metadata[key] : nil
            return [line] + (described.map { ["  \"@\(key)\": \($0)"] } ?? [])
        }
        let text = (["  \"@@locale\": \"\(locale)\""] + lines).joined(separator: ",\n")
        let source = SourceText(name: "\(locale).arb", "{\n\(text)\n}\n")
        let (table, problems) = StringTable.read(arb: source)
        #expect(problems.map(\.id.rawValue).isEmpty)
        return try #require(table)
    }
}

extension ExchangeDocument {
    /// The document as a translator gives it back.
    func translated(_ change: (inout ExchangeUnit) -> Void) -> ExchangeDocument {
        var copy = self
        copy.units = units.map { unit in
            var unit = unit
            unit.sentStamp = unit.stamp
            change(&unit)
            return unit
        }
        return copy
    }

    /// The document through a file.
    func returned(
        by codec: any ExchangeCodec.Type = PlainCodec.self,
        named name: String = "desk-da.xlf"
    ) throws -> ReturnedDocument {
        let source = SourceText(name: name, utf8: try codec.write(self))
        let (document, diagnostics) = codec.read(source, limits: .standard)
        #expect(diagnostics.map(\.id.rawValue).isEmpty)
        return try #require(document)
    }
}

extension Catalog {
    /// What a translator makes of a file, and what becomes of it here.
    func exchanged(
        _ locale: String = "da",
        by codec: any ExchangeCodec.Type = PlainCodec.self,
        home: Catalog? = nil,
        overwrites: Bool = false,
        _ change: (inout ExchangeUnit) -> Void = { _ in }
    ) throws -> ExchangeImport {
        let document = exchangeDocument(for: locale).translated(change)
        var intake = ExchangeImport(into: [home ?? self], overwrites: overwrites)
        intake.add(try document.returned(by: codec))
        return intake
    }

    /// The texts of a language.
    func texts(_ locale: String = "da") -> [String: String] {
        Dictionary((table(for: locale)?.entries ?? []).map { ($0.key, $0.pattern) }) { $1 }
    }
}

extension ExchangeImport {
    /// What became of each message, by key.
    var outcomes: [String: ExchangeReport.Outcome] {
        Dictionary(reports.flatMap(\.messages).map { ($0.key, $0.outcome) }) { $1 }
    }

    /// The ids of everything that is wrong.
    var ids: [String] { reports.flatMap(\.allDiagnostics).map(\.id.rawValue) }
}
