import Foundation
import PassoCatalog
import PassoDiagnostics
import PassoMessages
import PassoTesting
import Testing

@Suite struct CatalogFolderTests {
    @Test(arguments: ["desk", "engine", "schema"])
    func `reads a shipped bundle without a mistake`(name: String) throws {
        let root = try #require(TestEnvironment.packageRoot())
        let folder = CatalogFolder(path: root.appending(path: "Localization/\(name)").path)
        let (catalog, diagnostics) = folder.read()
        #expect(diagnostics.map(\.id).isEmpty)
        #expect(catalog?.name == name)
        #expect(catalog?.locales == ["en", "da", "it", "pl", "pt"])
    }

    @Test func `finds all bundles of a folder, or the one that it is`() throws {
        try withFiles(["b/en.arb": en, "a/en.arb": en, "c/notes.txt": ""]) { path in
            let (folders, problems) = CatalogFolder.find(in: path)
            #expect(folders.map(\.name) == ["a", "b"] && problems.isEmpty)
            let (one, none) = CatalogFolder.find(in: "\(path)/b/")
            #expect(one.map(\.name) == ["b"] && none.isEmpty)
        }
    }

    @Test func `says when there is nothing to read`() throws {
        try withFiles(["c/notes.txt": ""]) { path in
            #expect(CatalogFolder.find(in: path).1.map(\.id) == ["bundle-missing"])
            #expect(CatalogFolder.find(in: "\(path)/none").1.map(\.id) == ["file-missing"])
            #expect(CatalogFolder(path: "\(path)/c").read().1.map(\.id) == ["bundle-missing"])
        }
    }

    @Test func `counts bundles, tables and bytes against the limits`() throws {
        try withFiles(["a/en.arb": en, "a/da.arb": da, "b/en.arb": en]) { path in
            var limits = CatalogLimits()
            limits.maximumBundles = 2
            limits.maximumTables = 2
            limits.maximumFileBytes = max(en.utf8.count, da.utf8.count)
            #expect(CatalogFolder.find(in: path, limits: limits).1.isEmpty)
            let folder = CatalogFolder(path: "\(path)/a")
            #expect(folder.read(limits: limits).1.isEmpty)
            limits.maximumBundles = 1
            #expect(CatalogFolder.find(in: path, limits: limits).1.map(\.id) == ["bundle-limit"])
            limits.maximumFileBytes -= 1
            #expect(folder.read(limits: limits).1.map(\.id).count == 2)
            limits.maximumTables = 1
            #expect(folder.read(limits: limits).1.map(\.id) == ["table-limit"])
        }
    }

    @Test func `names the template that is missing`() throws {
        try withFiles(["a/da.arb": da]) { path in
            let (catalog, diagnostics) = CatalogFolder(path: "\(path)/a").read()
            #expect(catalog == nil)
            #expect(diagnostics.map(\.id) == ["template-missing"])
            let (danish, none) = CatalogFolder(path: "\(path)/a").read(templateLocale: "da")
            #expect(danish?.template.locale == "da" && none.isEmpty)
        }
    }

    @Test func `a folder named like a table is no table`() throws {
        try withFiles(["a/en.arb/x": "", "a/da.arb": da]) { path in
            let (catalog, diagnostics) = CatalogFolder(path: "\(path)/a").read()
            #expect(catalog == nil)
            #expect(diagnostics.map(\.id) == ["file-is-directory"])
        }
    }

    @Test func `what cannot be read or written is said`() throws {
        try withFiles(["a/en.arb": en]) { path in
            #expect(CatalogFile.load("\(path)/none").1.map(\.id) == ["file-missing"])
            #expect(CatalogFile.write([1], to: "\(path)/none/x")?.id == "file-unwritable")
            // A process may open its own memory, and read nothing at its beginning.
            #expect(CatalogFile.load("/proc/self/mem").1.map(\.id) == ["file-unreadable"])
            #expect(CatalogFile.write(Array("x".utf8), to: "\(path)/a/en.arb") == nil)
            #expect(CatalogFile.load("\(path)/a/en.arb").0?.utf8 == Array("x".utf8))
        }
    }

    @Test func `a template that cannot be read is reported once`() throws {
        try withFiles(["a/en.arb": "[]", "a/da.arb": da]) { path in
            let (catalog, diagnostics) = CatalogFolder(path: "\(path)/a").read()
            #expect(catalog == nil)
            #expect(diagnostics.map(\.id) == ["table-not-object"])
        }
    }

    @Test func `points at a language unlike the file's name`() throws {
        let text = #"{ "@@locale": 1️⃣"da2️⃣", "a": "b" }"#
        let marked = MarkedText(text)
        try withFiles(["a/en.arb": en, "a/de.arb": marked.text]) { path in
            let (_, diagnostics) = CatalogFolder(path: "\(path)/a").read()
            let found = try #require(diagnostics.first)
            #expect(diagnostics.count == 1 && found.id == "table-name")
            #expect(found.range.lowerBound == marked.offsets[1])
            #expect(found.fixIts.map(\.replacement) == ["\"de\""])
        }
    }

    @Test func `a name may spell its language in another way`() throws {
        let text = #"{ "@@locale": "pt_BR" }"#
        try withFiles(["a/en.arb": en, "a/pt-br.arb": text]) { path in
            #expect(CatalogFolder(path: "\(path)/a").read().1.isEmpty)
        }
    }

    @Test func `points at both tables of one language, and keeps the first`() throws {
        try withFiles(["a/en.arb": en, "a/pt-BR.arb": br, "a/pt_BR.arb": br]) { path in
            let (catalog, diagnostics) = CatalogFolder(path: "\(path)/a").read()
            #expect(diagnostics.map(\.id) == ["table-twice"])
            #expect(diagnostics.first?.source.name == "\(path)/a/pt_BR.arb")
            #expect(diagnostics.first?.notes.first?.source.name == "\(path)/a/pt-BR.arb")
            #expect(catalog?.locales == ["en", "pt-BR"])
        }
    }

    @Test func `collects the mistakes of all files`() throws {
        let files = [
            "a/en.arb": #"{ "@@locale": "en", "a": "{" }"#,
            "a/da.arb": #"{ "@@locale": "da", "a": 1 }"#,
            "a/da.ledger.tsv": "", "a/fr.ledger.tsv": "# passo-ledger 1\n",
        ]
        try withFiles(files) { path in
            let ids = CatalogFolder(path: "\(path)/a").read().1.map(\.id.rawValue)
            #expect(
                Set(ids) == [
                    "message-unclosed-brace", "table-value", "ledger-heading",
                    "ledger-without-table",
                ]
            )
        }
    }

    private let en = #"{ "@@locale": "en", "a": "b" }"#
    private let da = #"{ "@@locale": "da", "a": "c" }"#
    private let br = #"{ "@@locale": "pt-BR", "a": "d" }"#
}

/// Writes files into a folder that lives as long as the closure runs, and gives its path.
func withFiles(_ files: [String: String], _ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(
        path: "passo-\(UUID().uuidString)"
    )
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (name, text) in files {
        let file = folder.appending(path: name)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(),
            withIntermediateDirectories: true
        )
        try text.write(to: file, atomically: false, encoding: .utf8)
    }
    let result = Result { try body(folder.path) }
    try FileManager.default.removeItem(at: folder)
    try result.get()
}
