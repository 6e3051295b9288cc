import Foundation
import PassoDiagnostics
import PassoMessages
import PassoTesting
import PassoText
import Testing

@testable import PassoCatalog

@Suite struct ARBWriterTests {
    /// Every table of the repository.
    static let shipped: [String] = {
        guard let root = TestEnvironment.packageRoot() else { return [] }
        return ["Localization", "Tools/passo/Starter", "Tests/EmbeddingHost/Strings"].flatMap {
            let folder = root.appending(path: $0).resolvingSymlinksInPath()
            let names = FileManager.default.enumerator(atPath: folder.path)
            return (names?.compactMap { $0 as? String } ?? []).filter { $0.hasSuffix(".arb") }
                .map { folder.appending(path: $0).path }
        }
    }()

    @Test(arguments: shipped)
    func `a shipped table is written as the very same bytes`(path: String) throws {
        let data = try #require(FileManager.default.contents(atPath: path))
        let source = SourceText(name: path, utf8: Array(data))
        let text = try #require(ARBWriter.format(source).text)
        #expect(
            lineDifference(expected: String(decoding: data, as: UTF8.self), actual: text) == nil
        )
        let table = try #require(StringTable.read(arb: source).0)
        #expect(ARBWriter.text(of: table).utf8.elementsEqual(text.utf8))
    }

    @Test func `a table in any form is written as one form, with all that is in it`() throws {
        var tables = RandomTable(SeededRandom())
        for _ in 0..<(TestEnvironment.isFull ? 20_000 : 500) {
            let file = tables.file()
            let (table, mistakes) = read(file)
            let original = try #require(table, "\(tables.random): \(file)")
            #expect(!mistakes.contains { $0.id.rawValue.hasPrefix("table-value") })
            let text = ARBWriter.text(of: original)
            let formatted = ARBWriter.format(SourceText(name: "a.arb", file)).text
            #expect(formatted == text, "\(tables.random): \(file)")
            let again = try #require(read(text).0)
            #expect(content(again) == content(original), "\(tables.random): \(file)")
            #expect(
                again.entries.map(\.key)
                    == again.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
            )
            #expect(ARBWriter.text(of: again).utf8.elementsEqual(text.utf8), "\(tables.random)")
            #expect(
                !text.unicodeScalars.contains {
                    $0 != "\n" && $0 != " " && EscapedText.isInvisible($0)
                }
            )
        }
    }

    @Test func `a table written in any order gives the same bytes`() throws {
        let files = [
            #"{"b": "2", "@@locale": "da", "@b": {"x-maxLength": 3, "description": "d"}, "a": "1"}"#,
            "{\r\n\t\"a\": \"\\u0031\", \"@b\": {\"description\": \"d\", \"x-maxLength\": 3}, "
                + "\"b\": \"2\",\"@@locale\": \"da\" }",
        ]
        for file in files {
            #expect(
                ARBWriter.format(SourceText(name: "da.arb", file)).text == """
                    {
                      "@@locale": "da",
                      "a": "1",
                      "b": "2",
                      "@b": {
                        "description": "d",
                        "x-maxLength": 3
                      }
                    }

                    """
            )
        }
    }

    @Test func `what it does not know it keeps, numbers and all`() throws {
        let file = #"""
            { "a": "1", "@@locale": "da", "@@x-comment": ["buttons", {}, []], "@@last_modified": "2026",
              "@a": { "x-z": 1.0, "context": 1e+2, "x-screenshot": "s", "placeholders": { "n": {
              "x-b": null, "optional": true, "description": "d", "example": "3", "format": "f",
              "type": "int" } }, "@type": "text", "x-maxLength": 5, "description": "d" },
              "@b": { "description": "has no message" }, "c": 5 }
            """#
        #expect(
            ARBWriter.format(SourceText(name: "da.arb", file)).text == #"""
                {
                  "@@locale": "da",
                  "@@last_modified": "2026",
                  "@@x-comment": [
                    "buttons",
                    {},
                    []
                  ],
                  "a": "1",
                  "@a": {
                    "description": "d",
                    "placeholders": {
                      "n": {
                        "type": "int",
                        "format": "f",
                        "example": "3",
                        "description": "d",
                        "optional": true,
                        "x-b": null
                      }
                    },
                    "x-maxLength": 5,
                    "x-screenshot": "s",
                    "@type": "text",
                    "context": 1e+2,
                    "x-z": 1.0
                  },
                  "@b": {
                    "description": "has no message"
                  },
                  "c": 5
                }

                """#
        )
    }

    @Test(arguments: [
        ("", "empty-file"), ("[]", "table-not-object"), ("{ \"a\": \"b\" ", "unclosed-bracket"),
        ("{ \"a\": \"\\ud800\" }", "lone-surrogate"),
        ("{ \"a\": \"1\", \"a\": \"2\" }", "duplicate-key"),
        ("{ \"a\": \"b\tc\" }", "control-character"),
    ])
    func `a file with mistakes in its syntax has no canonical form`(file: String, id: String) {
        let (text, diagnostics) = ARBWriter.format(SourceText(name: "da.arb", file))
        #expect(text == nil)
        #expect(diagnostics.map(\.id.rawValue) == [id])
    }

    @Test func `naughty strings come back, as texts and as keys`() throws {
        guard let place = TestEnvironment.conformance("blns/blns.json") else { return }
        let strings = try JSONDecoder().decode([String].self, from: Data(contentsOf: place))
        #expect(strings.count > 500)
        let keys = strings.filter { !$0.hasPrefix("@") }
        let entries =
            strings.enumerated().map { StringEntry(key: "k\($0)", pattern: $1) }
            + Set(keys).map { StringEntry(key: "n" + $0, pattern: "") }
        let table = StringTable(locale: "da", entries: entries)
        let text = ARBWriter.text(of: table)
        let again = try #require(read(text).0)
        #expect(again.entries.count == entries.count)
        for entry in entries {
            #expect(again[entry.key]?.pattern.utf8.elementsEqual(entry.pattern.utf8) == true)
        }
    }

    @Test(.enabled(if: TestEnvironment.isFull))
    func `every character comes back`() throws {
        let scalars = (0...0x10FFFF as ClosedRange<UInt32>).compactMap(Unicode.Scalar.init)
        let text = String(String.UnicodeScalarView(scalars))
        let read = try #require(EscapedText.read(Array(EscapedText.write(text).utf8)[...]))
        #expect(read.utf8.elementsEqual(text.utf8))
    }

    private func read(_ file: String) -> (StringTable?, [Diagnostic]) {
        StringTable.read(arb: SourceText(name: "a.arb", file))
    }

    /// All that a table says, whatever the order of its members.
    private func content(_ table: StringTable) -> [String] {
        let entries = table.entries.map { entry in
            let described: [Any?] = [
                entry.description, entry.maximumLength, entry.screenshot,
                entry.metadataRange == nil,
            ]
            let placeholders = entry.placeholders.map { "\($0)" }.joined()
            return "\(entry.key)=\(Array(entry.pattern.utf8)) \(described) \(placeholders) "
                + shape(entry.metadata)
        }
        return entries.sorted() + [
            table.locale, shape(table.attributes), shape(table.orphanMetadata),
        ]
    }

    private func shape(_ entries: [TextEntry]) -> String {
        entries.map { "\(Array($0.name.utf8)):\(shape($0.value))" }.sorted().joined(separator: ",")
    }

    private func shape(_ node: TextNode) -> String {
        switch node.content {
        case .scalar(let scalar): "\(scalar.style)\(Array(scalar.text.utf8))"
        case .sequence(let nodes): "[\(nodes.map(shape).joined(separator: ","))]"
        case .mapping(let entries): "{\(shape(entries))}"
        }
    }
}
