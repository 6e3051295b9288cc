import Foundation
import PassoDiagnostics
import PassoMessages
import PassoTesting
import Testing

@testable import PassoCatalog

@Suite struct LedgerTests {
    private let old = TextHash("old")
    private let new = TextHash("new")
    private let gem = TextHash("Gem")
    private let tag = TextHash("Tag")

    private func row(
        _ source: TextHash,
        _ target: TextHash,
        _ state: TranslationState = .translated
    )
        -> Ledger.Row
    {
        Ledger.Row(key: "k", source: source, target: target, state: state)
    }

    @Test func `the fingerprint is FNV-1a, so that any tool can make it`() {
        // The test vectors of the algorithm's authors.
        #expect(TextHash("").description == "cbf29ce484222325")
        #expect(TextHash("a").description == "af63dc4c8601ec8c")
        #expect(TextHash("foobar").description == "85944171f73967e8")
        #expect(TextHash(digits: "85944171f73967e8") == TextHash("foobar"))
        #expect(TextHash(digits: "85944171F73967E8") == nil)
        #expect(TextHash(digits: "+5944171f73967e8") == nil)
        #expect(TextHash(digits: "5944171f73967e8") == nil)
    }

    @Test func `states follow from what was reviewed and what is there`() {
        let ledger = Ledger([row(old, gem)])
        #expect(ledger.state(of: "k", source: old, target: gem) == .translated)
        #expect(ledger.state(of: "k", source: new, target: gem) == .stale)
        #expect(ledger.state(of: "k", source: old, target: tag) == .needsReview)
        #expect(ledger.state(of: "k", source: new, target: tag) == .needsReview)
        #expect(ledger.state(of: "other", source: old, target: gem) == .needsReview)
    }

    @Test func `a state that somebody set stays until the texts change`() {
        for state in TranslationState.allCases {
            let ledger = Ledger([row(old, gem, state)])
            #expect(ledger.state(of: "k", source: old, target: gem) == state)
            #expect(ledger.state(of: "k", source: old, target: tag) == .needsReview)
        }
    }

    @Test func `the lines of two branches count together`() {
        let ledger = Ledger([row(old, gem), row(new, tag)])
        #expect(ledger.state(of: "k", source: old, target: gem) == .translated)
        #expect(ledger.state(of: "k", source: new, target: tag) == .translated)
        #expect(ledger.state(of: "k", source: new, target: gem) == .stale)
        let doubtful = Ledger([row(old, gem), row(old, gem, .needsReview)])
        #expect(doubtful.state(of: "k", source: old, target: gem) == .needsReview)
    }

    @Test func `tidying keeps the line that decides, and drops messages that are gone`() {
        let template = StringTable(locale: "en", patterns: ["k": "new", "m": "old"])
        let table = StringTable(locale: "da", patterns: ["k": "Tag"])
        var ledger = Ledger([row(old, gem), row(new, tag), row(old, tag)])
        ledger.record(Ledger.Row(key: "gone", source: old, target: gem, state: .translated))
        ledger.record(Ledger.Row(key: "m", source: old, target: gem, state: .translated))
        let tidied = ledger.tidied(for: template, table)
        #expect(tidied.rows.keys.sorted() == ["k", "m"])
        #expect(tidied.rows["k"] == [row(new, tag)])
    }

    @Test func `is read as it was written, whatever the keys are`() {
        var tables = RandomTable(SeededRandom())
        for _ in 0..<(TestEnvironment.isFull ? 10_000 : 300) {
            var ledger = Ledger()
            for _ in 0..<Int.random(in: 0...5, using: &tables.random) {
                let key = tables.word() + (tables.random.pick(["", "\t", "=======", "# "]) ?? "")
                let state = tables.random.pick(TranslationState.allCases) ?? .new
                ledger.record(
                    Ledger.Row(key: key, source: old, target: TextHash(key), state: state)
                )
            }
            let (again, mistakes) = Ledger.read(SourceText(name: "da", ledger.text))
            #expect(again == ledger && mistakes.isEmpty, "\(tables.random): \(ledger.text)")
            #expect(again.text == ledger.text)
        }
    }

    @Test func `lines stand in the order of their keys' bytes`() {
        var ledger = Ledger()
        for key in ["b", "B", "é", "a.b", "a"] {
            ledger.record(Ledger.Row(key: key, source: old, target: gem, state: .stale))
        }
        let keys = ledger.text.split(separator: "\n").map { $0.prefix { $0 != "\t" } }
        #expect(keys == ["# passo-ledger 1", "B", "a", "a.b", "b", "é"])
    }

    /// A ledger with a marked mistake, and what is said of it.
    static let broken: [(name: String, text: String, ids: [String])] = [
        ("empty", "1️⃣", ["ledger-heading"]),
        ("no heading", "1️⃣a\tcbf29ce484222325\tcbf29ce484222325\tstale\n", ["ledger-heading"]),
        ("other version", "1️⃣# passo-ledger 2\tx\nanything\n", ["ledger-version"]),
        ("no version", "1️⃣# passo-ledger \tx\nanything\n", ["ledger-version"]),
        ("three columns", head + "1️⃣a\tcbf29ce484222325\tstale\n", ["ledger-line"]),
        ("wrong escape", head + "1️⃣a\\x\tcbf29ce484222325\tcbf29ce484222325\tnew", ["ledger-line"]),
        ("hash", head + "a\tcbf29ce484222325\t1️⃣CBF29CE484222325\tnew\n", ["ledger-hash"]),
        ("state", head + "a\tcbf29ce484222325\tcbf29ce484222325\t1️⃣translate\n", ["ledger-state"]),
        (
            "twice",
            head + "a\tcbf29ce484222325\tcbf29ce484222325\tnew\n1️⃣a\tcbf29ce484222325\t"
                + "af63dc4c8601ec8c\tnew\n", ["ledger-twice"]
        ),
        (
            "conflict",
            head + "1️⃣<<<<<<< HEAD\na\tcbf29ce484222325\tcbf29ce484222325\tnew\n||||||| 12ab\n"
                + "=======\n>>>>>>> branch\n", ["ledger-conflict"]
        ),
        ("half a conflict", head + "1️⃣=======\n>>>>>>> branch\n", ["ledger-conflict"]),
    ]
    static let head = "# passo-ledger 1\tsource\ttarget\tstate\n"

    @Test(arguments: broken.map(\.name))
    func `points at what is wrong`(name: String) throws {
        let sample = try #require(Self.broken.first { $0.name == name })
        let marked = MarkedText(sample.text)
        let (_, mistakes) = Ledger.read(SourceText(name: "da.ledger.tsv", marked.text))
        #expect(mistakes.map(\.id.rawValue) == sample.ids)
        #expect(mistakes.first?.range.lowerBound == marked[1])
    }

    @Test func `suggests the state that was meant`() {
        let text = Self.head + "a\tcbf29ce484222325\tcbf29ce484222325\ttranslate\n"
        let mistakes = Ledger.read(SourceText(name: "da", text)).1
        #expect(mistakes.first?.fixIts.map(\.replacement) == ["translated"])
    }

    @Test func `the line that the article shows is right`() throws {
        let root = try #require(TestEnvironment.packageRoot())
        let article = root.appending(path: "Sources/PassoCatalog/PassoCatalog.docc/Ledgers.md")
        let row = Ledger.Row(
            key: "action.save",
            source: TextHash("Save"),
            target: TextHash("Gem"),
            state: .translated
        )
        let text = try String(contentsOf: article, encoding: .utf8)
        #expect(text.contains("```\n" + Ledger([row]).text + "```\n"))
    }

    @Test func `what is not UTF-8 is a line that cannot be understood`() {
        let bytes = Array(Self.head.utf8) + [0xFF] + Array("\t1\t2\tnew\n".utf8)
        let mistakes = Ledger.read(SourceText(name: "da", utf8: bytes)).1
        #expect(mistakes.map(\.id) == ["ledger-line"])
    }

    @Test func `whatever stands in the file, mistakes have their places in it`() {
        var random = SeededRandom()
        let text = Self.broken.map { MarkedText($0.text).text }.joined()
        for _ in 0..<(TestEnvironment.isFull ? 50_000 : 1_000) {
            var bytes = Array(text.utf8.prefix(Int.random(in: 0...text.utf8.count, using: &random)))
            for _ in 0..<Int.random(in: 0...8, using: &random) where !bytes.isEmpty {
                let place = Int.random(in: bytes.indices, using: &random)
                bytes[place] = random.pick([0x09, 0x0A, 0x0D, 0x5C, 0x3C, 0xFF, 0x75, 0x20]) ?? 0
            }
            let (ledger, mistakes) = Ledger.read(SourceText(name: "da", utf8: bytes))
            #expect(mistakes.allSatisfy { $0.range.upperBound <= bytes.count }, "\(random)")
            let (again, none) = Ledger.read(SourceText(name: "da", ledger.text))
            #expect(again == ledger && none.allSatisfy { $0.id == "ledger-twice" }, "\(random)")
        }
    }

    @Test func `a file of another system reads the same`() {
        let line = "a\tcbf29ce484222325\tcbf29ce484222325\tstale"
        let (ledger, mistakes) = Ledger.read(
            SourceText(name: "da", Self.head.dropLast() + "\r\n\r\n" + line + "\r\n")
        )
        #expect(mistakes.isEmpty && ledger.rows["a"]?.first?.state == .stale)
    }

    @Test func `counts lines against the limit`() {
        var limits = CatalogLimits()
        limits.maximumLedgerRows = 2
        let line = "\tcbf29ce484222325\tcbf29ce484222325\tstale\n"
        let two = Self.head + "a\(line)b\(line)"
        #expect(Ledger.read(SourceText(name: "da", two), limits: limits).1.isEmpty)
        let three = SourceText(name: "da", two + "c\(line)")
        #expect(Ledger.read(three, limits: limits).1.map(\.id) == ["ledger-limit"])
        let (ledger, _) = Ledger.read(three, limits: limits)
        #expect(ledger.rows.count == 2)
        limits.maximumLedgerDiagnostics = 1
        let bad = SourceText(name: "da", Self.head + "x\ny\n")
        #expect(Ledger.read(bad, limits: limits).1.count == 1)
    }
}
