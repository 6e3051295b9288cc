import PassoCatalog
import PassoDiagnostics
import PassoMessages
import PassoTesting
import Testing

@Suite struct TableEditorTests {
    private let file = """
        { "@@locale": "da",
            "b": "gammel",   "@b" : { "description": "“old”" },
          "d": "\\u0064", "c": "x" }
        """

    private func edited(_ body: (inout TableEditor) -> Void) throws -> String {
        let table = try #require(StringTable.read(arb: SourceText(name: "da.arb", file)).0)
        var editor = try #require(TableEditor(table))
        body(&editor)
        return String(decoding: editor.utf8, as: UTF8.self)
    }

    @Test func `without changes the file is the same`() throws {
        #expect(try edited { _ in } == file)
    }

    @Test func `only the text of a message changes`() throws {
        let result = try edited {
            $0.set("ny \"tekst\"\n", for: "b")
            $0.set("{n}", for: "c")
        }
        #expect(
            result
                == file.replacing("\"gammel\"", with: #""ny \"tekst\"\n""#)
                .replacing("\"x\"", with: "\"{n}\"")
        )
    }

    @Test func `a new message stands behind the key before it and its metadata`() throws {
        let result = try edited {
            $0.set("1", for: "a")
            $0.set("2", for: "bb")
            $0.set("3", for: "ba")
            $0.set("4", for: "e")
        }
        #expect(
            result == """
                { "@@locale": "da",
                  "a": "1",
                    "b": "gammel",   "@b" : { "description": "“old”" },
                  "ba": "3",
                  "bb": "2",
                  "d": "\\u0064",
                  "e": "4", "c": "x" }
                """
        )
    }

    @Test func `whatever the file, the texts that are set are read, and the others stay`() throws {
        var tables = RandomTable(SeededRandom())
        for _ in 0..<(TestEnvironment.isFull ? 10_000 : 300) {
            let file = tables.file()
            let table = try #require(StringTable.read(arb: SourceText(name: "da.arb", file)).0)
            var editor = try #require(TableEditor(table))
            var texts = Dictionary(table.entries.map { ($0.key, $0.pattern) }) { $1 }
            for key in [table.keys.randomElement(using: &tables.random), "new" + tables.word()] {
                guard let key else { continue }
                texts[key] = tables.word()
                editor.set(texts[key] ?? "", for: key)
            }
            let edited = SourceText(name: "da.arb", utf8: editor.utf8)
            let (again, mistakes) = StringTable.read(arb: edited)
            let found = Dictionary((again?.entries ?? []).map { ($0.key, $0.pattern) }) { $1 }
            #expect(found == texts && !mistakes.contains { $0.id == "duplicate-key" }, "\(file)")
            #expect(again?.orphanMetadata.count == table.orphanMetadata.count, "\(tables.random)")
            #expect(again?.attributes.count == table.attributes.count, "\(tables.random)")
        }
    }

    @Test func `a table made in memory has no file to edit`() {
        #expect(TableEditor(StringTable(locale: "da", patterns: ["a": "b"])) == nil)
    }
}
