import PassoDiagnostics
import PassoTesting
import PassoText
import Testing

/// A reader with the text that opens and closes a collection in its language.
enum Reader: String, CaseIterable, CustomTestStringConvertible {
    case yaml
    case json

    var testDescription: String { rawValue }

    func read(
        _ text: String,
        _ change: (inout TextLimits) -> Void = { _ in }
    ) -> (TextNode?, [Diagnostic]) {
        read(SourceText(name: "a.\(rawValue)", text), change)
    }

    func read(
        _ source: SourceText,
        _ change: (inout TextLimits) -> Void = { _ in }
    ) -> (TextNode?, [Diagnostic]) {
        var limits = TextLimits()
        change(&limits)
        return self == .yaml
            ? YAMLReader.read(source, limits: limits) : JSONReader.read(source, limits: limits)
    }
}

@Suite struct TextLimitsTests {
    static func nested(_ count: Int) -> String {
        String(repeating: "[", count: count) + String(repeating: "]", count: count)
    }

    @Test(arguments: Reader.allCases)
    func `reads up to the size limit`(reader: Reader) {
        let text = "[" + String(repeating: " ", count: 98) + "]"
        #expect(reader.read(text) { $0.maximumBytes = 100 }.1.isEmpty)
        let (node, problems) = reader.read(text) { $0.maximumBytes = 99 }
        #expect(node == nil)
        #expect(problems.map(\.summary) == ["1:1-1 size-limit"])
        #expect(problems.first?.arguments == [.init("bytes", 100), .init("limit", 99)])
    }

    @Test(arguments: Reader.allCases)
    func `reads up to the nesting limit`(reader: Reader) {
        #expect(reader.read(Self.nested(100)).1.isEmpty)
        #expect(reader.read(Self.nested(101)).1.map(\.summary) == ["1:101-102 nesting-limit"])
        #expect(reader.read(Self.nested(10_000)).1.map(\.summary) == ["1:101-102 nesting-limit"])
        let open = String(repeating: "[", count: 500_000)
        #expect(reader.read(open).1.map(\.summary) == ["1:101-102 nesting-limit"])
    }

    @Test func `counts block collections as nesting`() {
        let dashes = String(repeating: "- ", count: 101)
        #expect(Reader.yaml.read(String(dashes.dropFirst(2)) + "x").1.isEmpty)
        #expect(Reader.yaml.read(dashes + "x").1.map(\.id) == ["nesting-limit"])
        let keys = (0..<101).map { String(repeating: " ", count: $0) + "a:\n" }.joined()
        #expect(Reader.yaml.read(keys).1.map(\.summary) == ["101:101-103 nesting-limit"])
    }

    @Test(arguments: Reader.allCases)
    func `reads up to the node limit`(reader: Reader) {
        let text = "[1,2,3]"
        #expect(reader.read(text) { $0.maximumNodes = 4 }.1.isEmpty)
        #expect(reader.read(text) { $0.maximumNodes = 3 }.1.map(\.id) == ["node-limit"])
    }

    @Test(arguments: Reader.allCases)
    func `collects mistakes up to their limit`(reader: Reader) {
        let text = "[" + String(repeating: ",\n", count: 1_000) + "]"
        let (_, problems) = reader.read(text)
        #expect(problems.count == 101)
        #expect(problems.dropLast().allSatisfy { $0.id == "expected-value" })
        #expect(problems.last?.id == "too-many-mistakes")
        let exactly = "[" + String(repeating: ",", count: 100) + "]"
        #expect(reader.read(exactly).1.count == 100)
    }

    @Test func `expands aliases up to their limits`() {
        let text = "a: &a [1, 2]\nb: *a\nc: *a\n"
        #expect(Reader.yaml.read(text) { $0.maximumAliases = 2 }.1.isEmpty)
        #expect(
            Reader.yaml.read(text) { $0.maximumAliases = 1 }.1.map(\.summary)
                == ["3:4-6 alias-limit"]
        )
        // Three keys, three lists of two and the mapping are 13 nodes.
        #expect(Reader.yaml.read(text) { $0.maximumNodes = 13 }.1.isEmpty)
        #expect(Reader.yaml.read(text) { $0.maximumNodes = 11 }.1.map(\.id) == ["alias-limit"])
    }

    @Test func `stops an alias bomb`() {
        #expect(Reader.yaml.read(Self.bomb(asKey: false)).1.map(\.id) == ["alias-limit"])
        let (_, problems) = Reader.yaml.read(Self.bomb(asKey: true))
        #expect(problems.map(\.id) == ["alias-limit"])
    }

    static func bomb(asKey: Bool) -> String {
        var text = "a0: &a0 [x,x,x,x,x,x,x,x,x]\n"
        for level in 1...9 {
            let parts = Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ",")
            text += "a\(level): &a\(level) [\(parts)]\n"
        }
        return text + (asKey ? "*a9 : x\n" : "b: *a9\n")
    }

    @Test func `counts the depth behind an alias`() {
        var text = "a0: &a0 [x]\n"
        for level in 1...99 { text += "a\(level): &a\(level) [*a\(level - 1)]\n" }
        #expect(Reader.yaml.read(text).1.map(\.summary) == ["100:12-16 nesting-limit"])
        let lines = text.split(separator: "\n").dropLast()
        #expect(Reader.yaml.read(lines.joined(separator: "\n")).1.isEmpty)
    }

    /// Texts that make careless readers slow, each of about a megabyte.
    static let slow: [String] = [
        "'", "\"", "- 'a\n", "a: \"b\n", "- ", "[", "{", "{a: ", "a:\n", "a: b: c\n", "\t", "\ta\n",
        "a\n", "a b\n", "# c\n",
        "&a ", "*a ", "- &a *a\n", "!", "%a\n", "a: |\n", "|\n", ">\n", " \n", "\n", "\\", "\"\\\n",
        ": ", ":", "?", "? ", "? a\n",
        "---\n", "...\n", ",", "]", "}", "[]", "{}", "[a,", "a: [\n", "a: {\n", "a:\n  - b\n c:\n",
        "\u{301}", "é", "\u{7F}", "\r",
        "a: 'it's'\n", "'a'b", "a: @\n", "\"a\":", "\"a\":[", "/*", "//", "//\n", "1 ",
        "\"\\ud800\"", "- |\n\n", " - a\n", "- >2\n  ",
        "a:  #\n", "x: &\n", "- - -\n", "[a\n", "{a\n", "'\n", "\"\n", "a: [b\n", "a: {b: 'c\n",
    ]

    @Test(arguments: slow)
    func `reads any repetition in a moment`(piece: String) {
        let count = (TestEnvironment.isFull ? 1_000_000 : 100_000) / piece.utf8.count
        let source = SourceText(name: "a", String(repeating: piece, count: count))
        for reader in Reader.allCases {
            let time = ContinuousClock().measure {
                let (node, problems) = reader.read(source)
                #expect(problems.count <= 101)
                #expect(TreeCheck.faults(node, problems, in: source) == [])
                _ = DiagnosticRenderer().render(problems)
            }
            #expect(time < .seconds(10), "\(reader)")
        }
    }
}
