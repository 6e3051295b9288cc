import Foundation
import PassoDiagnostics
import PassoMessages
import Testing

@testable import PassoCatalog

/// What an import writes to disk.
@Suite struct ExchangeEditsTests {
    private let files = [
        "desk/en.arb": #"{ "@@locale": "en", "a": "Open", "b": "Save" }"#,
        "desk/da.arb": #"{ "@@locale": "da", "b": "Gem" }"#,
        "desk/pl.arb": #"{ "@@locale": "pl", "a": "Otwórz", "b": "Zapisz" }"#,
    ]

    /// Imports Danish and Polish files in which both messages are done.
    private func imported(_ folder: CatalogFolder) throws -> (FileEdits, [Diagnostic]) {
        let catalog = try #require(folder.read().0)
        var intake = ExchangeImport(into: [catalog])
        for locale in ["da", "pl"] {
            let document = catalog.exchangeDocument(for: locale).translated { unit in
                unit.state = .translated
                if unit.key == "a" { unit.target = "\(locale) a" }
            }
            intake.add(try document.returned())
        }
        #expect(!intake.isRefused)
        return intake.edits(in: [folder])
    }

    @Test func `tables and ledgers say afterwards what came back`() throws {
        try withFiles(files) { path in
            let folder = CatalogFolder(path: "\(path)/desk")
            let (edits, problems) = try imported(folder)
            #expect(problems.isEmpty && edits.write().isEmpty)
            let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
            #expect(
                names == ["da.arb", "da.ledger.tsv", "en.arb", "pl.arb", "pl.ledger.tsv"]
            )
            let (catalog, mistakes) = folder.read()
            #expect(mistakes.map(\.id).isEmpty)
            for locale in ["da", "pl"] {
                #expect(catalog?.table(for: locale)?["a"]?.pattern == "\(locale) a")
                #expect(catalog?.state(of: "a", in: locale) == .translated)
                #expect(catalog?.state(of: "b", in: locale) == .translated)
            }
            let danish = try String(contentsOfFile: folder.tablePath(for: "da"), encoding: .utf8)
            #expect(
                danish == "{ \"@@locale\": \"da\",\n  \"a\": \"da a\", \"b\": \"Gem\" }"
            )
        }
    }

    @Test func `a table or a ledger that changes in between is not written over`() throws {
        let ledger = "# passo-ledger 1\tsource\ttarget\tstate\n"
        for (name, text) in [("pl.arb", files["desk/pl.arb"] ?? ""), ("da.ledger.tsv", ledger)] {
            try withFiles(files) { path in
                let folder = CatalogFolder(path: "\(path)/desk")
                let (edits, _) = try imported(folder)
                let place = "\(folder.path)/\(name)"
                let changed = text.replacing("Zapisz", with: "Zachowaj")
                try changed.write(toFile: place, atomically: false, encoding: .utf8)
                #expect(edits.write().map(\.id.rawValue) == ["exchange-file-changed"])
                #expect(try String(contentsOfFile: place, encoding: .utf8) == changed)
                let danish = try String(
                    contentsOfFile: folder.tablePath(for: "da"),
                    encoding: .utf8
                )
                #expect(danish == files["desk/da.arb"])
            }
        }
    }

    @Test func `a ledger that changes before the edits are made stands against them`() throws {
        var files = files
        files["desk/da.ledger.tsv"] = "# passo-ledger 1\tsource\ttarget\tstate\n"
        try withFiles(files) { path in
            let folder = CatalogFolder(path: "\(path)/desk")
            let catalog = try #require(folder.read().0)
            var intake = ExchangeImport(into: [catalog])
            let document = catalog.exchangeDocument(for: "da").translated { $0.state = .translated }
            intake.add(try document.returned())
            let row = "b\t\(TextHash("Save"))\t\(TextHash("Gem"))\tneeds-review\n"
            let text = (files["desk/da.ledger.tsv"] ?? "") + row
            try text.write(toFile: folder.ledgerPath(for: "da"), atomically: false, encoding: .utf8)
            let (edits, problems) = intake.edits(in: [folder])
            #expect(edits.edits.isEmpty && problems.map(\.id.rawValue) == ["exchange-file-changed"])
        }
    }

    @Test func `a file of an earlier export is written over unless it holds something new`() throws
    {
        try withFiles(files) { path in
            let folder = CatalogFolder(path: "\(path)/desk")
            let catalog = try #require(folder.read().0)
            let document = catalog.exchangeDocument(for: "pl")
            let first = try ExchangeExport(document, as: .po, in: path)
            #expect(first.path == "\(path)/desk-pl.po" && first.count(.needsReview) == 2)
            try Data(first.bytes).write(to: URL(filePath: first.path))
            let edit = try first.edit(beside: catalog).get()
            #expect(edit.before == first.bytes)
            for change in 0..<3 {
                let returned = document.translated { unit in
                    switch change {
                    case 0: unit.target = "nowe"
                    case 1: unit.state = .translated
                    default: unit.key += "x"
                    }
                }
                let bytes = try POCodec.write(returned)
                try Data(bytes).write(to: URL(filePath: first.path))
                // A key that is gone brings nothing that its translators did not know.
                let isRefused = change < 2
                switch first.edit(beside: catalog) {
                case .success: #expect(!isRefused)
                case .failure(let refused):
                    #expect(isRefused && refused.diagnostics.map(\.id) == ["exchange-not-imported"])
                }
            }
            try "no such file".write(toFile: first.path, atomically: false, encoding: .utf8)
            #expect(throws: ExchangeRefused.self) { try first.edit(beside: catalog).get() }
        }
    }
}
