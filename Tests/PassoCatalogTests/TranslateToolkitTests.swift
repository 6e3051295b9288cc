import Foundation
import PassoCatalog
import PassoDiagnostics
import PassoMessages
import PassoTesting
import Testing

/// Our tables through the ARB class of translate-toolkit, which Weblate and Virtaal open them with.
@Suite(
    .enabled(
        if: TranslateToolkit.python != nil,
        "translate-toolkit is not installed: Tools/test makes .build-python-test where PyPI is reached"
    )
)
struct TranslateToolkitTests {
    @Test func `reads every table and writes it back without a loss`() throws {
        let paths = ARBWriterTests.shipped
        #expect(paths.count > 10)
        try TranslateToolkit.rewrite(paths.map { ($0, try bytes($0)) }) { version, copies in
            #expect(version.hasPrefix("3.20."), "\(version)")
            for (path, copy) in zip(paths, copies) {
                let original = try bytes(path)
                #expect(try json(copy) == json(original), "\(path)")
                let source = SourceText(name: path, utf8: copy)
                #expect(ARBWriter.format(source).text?.utf8.elementsEqual(original) == true)
            }
        }
    }

    @Test func `keeps what only others know, and what cannot be seen`() throws {
        let text = #"""
            {
              "@@locale": "en",
              "@@last_modified": "2026-11-22",
              "@@x-comment": [
                "Buttons first.",
                {
                  "deep": [
                    1,
                    2.5,
                    null,
                    true
                  ]
                }
              ],
              "a.b": "one\u00a0two\u200d\n{count, plural, one {# \"file\"} other {# files}} 👩‍👧",
              "@a.b": {
                "description": "It’s “new”.",
                "placeholders": {
                  "count": {
                    "type": "int",
                    "format": "compact",
                    "example": "3",
                    "optionalParameters": {
                      "decimalDigits": 2
                    }
                  }
                },
                "x-maxLength": 30,
                "x-screenshot": "files.png",
                "context": "files",
                "type": "text",
                "x-others": {}
              },
              "Å \"quoted\" [0]": "",
              "empty.metadata": "x",
              "slash/and\\": "\\"
            }

            """#.replacing("👩‍👧", with: "👩\\u200d👧")
        let formatted = try #require(ARBWriter.format(SourceText(name: "en.arb", text)).text)
        try TranslateToolkit.rewrite([("en.arb", Array(formatted.utf8))]) { _, copies in
            let copy = try #require(copies.first)
            #expect(try json(copy) == json(Array(formatted.utf8)))
            let again = ARBWriter.format(SourceText(name: "en.arb", utf8: copy)).text
            #expect(lineDifference(expected: formatted, actual: again ?? "") == nil)
        }
    }

    @Test func `a translation changed in it needs a review, and nothing else changes`() throws {
        let root = try #require(TestEnvironment.packageRoot())
        let folder = CatalogFolder(path: root.appending(path: "Localization/desk").path)
        var catalog = try #require(folder.read().0)
        _ = catalog.accept(catalog.template.keys, in: ["da"])
        let original = try bytes(folder.tablePath(for: "da"))
        let change = ["action.save": "Gem nu"]
        try TranslateToolkit.rewrite([("da.arb", original)], changing: change) { _, copies in
            let source = SourceText(name: "da.arb", utf8: try #require(copies.first))
            let table = try #require(StringTable.read(arb: source).0)
            let edited = Catalog(
                name: "desk",
                template: catalog.template,
                translations: [table],
                ledgers: catalog.ledgers
            )
            let open = catalog.template.keys.filter {
                edited.state(of: $0, in: "da") != .translated
            }
            #expect(open == ["action.save"])
            #expect(edited.state(of: "action.save", in: "da") == .needsReview)
            let before = try #require(catalog.table(for: "da"))
            var editor = try #require(TableEditor(before))
            editor.set("Gem nu", for: "action.save")
            #expect(ARBWriter.format(source).text?.utf8.elementsEqual(editor.utf8) == true)
        }
    }

    private func bytes(_ path: String) throws -> [UInt8] {
        Array(try #require(FileManager.default.contents(atPath: path)))
    }

    /// What a file says, in one order; numbers keep what they are worth.
    private func json(_ bytes: [UInt8]) throws -> String {
        let value = try JSONSerialization.jsonObject(with: Data(bytes))
        let data = try JSONSerialization.data(
            withJSONObject: value,
            options: [.sortedKeys, .prettyPrinted]
        )
        return String(decoding: data, as: UTF8.self)
    }
}

/// The Python with translate-toolkit that `Tools/test` installs.
enum TranslateToolkit {
    /// The interpreter; nil where it is not installed.
    static let python: URL? = {
        let place = TestEnvironment.packageRoot()?.appending(path: ".build-python-test/bin/python")
        return place.flatMap {
            FileManager.default.isExecutableFile(atPath: $0.path) ? $0 : nil
        }
    }()

    /// Has files, with some texts changed, read and written back; gives the version of
    /// translate-toolkit and what it wrote.
    ///
    /// - Parameters:
    ///   - files: the files, all of one format.
    ///   - kind: the class that reads them, as the script names it.
    ///   - changes: new texts by key.
    ///   - isRich: whether they are set by the way that knows the elements in texts.
    ///   - body: takes the version and the files.
    /// - Throws: what the body throws, and what ends the program.
    static func rewrite(
        _ files: [(name: String, bytes: [UInt8])],
        as kind: String = "arb",
        changing changes: [String: String] = [:],
        isRich: Bool = false,
        _ body: (String, [[UInt8]]) throws -> Void
    ) throws {
        let python = try #require(python)
        let script = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "TranslateToolkit/rewrite.py")
        try withFiles([:]) { folder in
            var arguments = [script.path, "--as", kind] + (isRich ? ["--rich"] : [])
            for (number, file) in files.enumerated() {
                try Data(file.bytes).write(to: URL(filePath: "\(folder)/\(number)"))
                arguments.append("\(folder)/\(number)=\(folder)/\(number).copy")
            }
            for (key, text) in changes { arguments += ["--set", "\(key)=\(text)"] }
            let run = try OutsideProgram(python).run(arguments)
            try #require(run.status == 0, "\(run.output)")
            let copies = try files.indices.map {
                Array(try Data(contentsOf: URL(filePath: "\(folder)/\($0).copy")))
            }
            // libgettextpo says more before it.
            let version = run.output.split(whereSeparator: \.isNewline).last ?? ""
            try body(String(version), copies)
        }
    }
}
