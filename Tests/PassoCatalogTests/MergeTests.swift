import PassoDiagnostics
import PassoTesting
import Testing

@testable import PassoCatalog

@Suite struct MergeTests {
    @Test func `changes of different messages meet in one file`() throws {
        let base = #"{"@@locale":"da","a":"1","b":"2","c":"3"}"#
        let ours = #"{"@@locale":"da","a":"eins","b":"2","c":"3","d":"4"}"#
        let theirs = #"{"c":"drei","b":"2","@@locale":"da"}"#
        let merge = try merge(base, base, theirs)
        #expect(merge.conflicts.isEmpty)
        #expect(merge.result.wholeText == table([("b", "2"), ("c", "drei")]))
        let both = try self.merge(base.replacing(#""a":"1","#, with: ""), ours, theirs)
        #expect(both.conflicts.map(\.id) == [])
        #expect(
            both.result.wholeText
                == table([("a", "eins"), ("b", "2"), ("c", "drei"), ("d", "4")])
        )
    }

    @Test func `only a message that both changed differently is in conflict, with its place`()
        throws
    {
        let base = #"{"@@locale":"da","a":"1","b":"2"}"#
        let ours = #"{"@@locale":"da","a":"eins","b":"zwei"}"#
        let theirs = #"{"@@locale":"da","a":"une","b":"zwei"}"#
        let merge = try merge(base, ours, theirs)
        #expect(
            merge.result.wholeText == """
                {
                  "@@locale": "da",
                <<<<<<< ours
                  "a": "eins",
                =======
                  "a": "une",
                >>>>>>> theirs
                  "b": "zwei"
                }

                """
        )
        #expect(merge.conflicts.map(\.id) == ["merge-conflict"])
        let conflict = try #require(merge.conflicts.first)
        #expect(conflict.source.name == "da.arb")
        #expect(conflict.arguments == [.init("name", "a")])
        #expect(conflict.source.position(at: conflict.range.lowerBound).line == 3)
        #expect(conflict.source.text(in: conflict.range) == "<<<<<<< ours")
    }

    @Test func `a message that one side removed and the other changed is in conflict`() throws {
        let base = #"{"@@locale":"en","a":"1","@a":{"description":"One."},"b":"2"}"#
        let removed = #"{"@@locale":"en","b":"2"}"#
        let described = base.replacing("One.", with: "The one.")
        let merge = try merge(base, removed, described)
        #expect(
            merge.result.wholeText == """
                {
                  "@@locale": "en",
                <<<<<<< ours
                =======
                  "a": "1",
                  "@a": {
                    "description": "The one."
                  },
                >>>>>>> theirs
                  "b": "2"
                }

                """
        )
        #expect(merge.conflicts.count == 1)
        #expect(try self.merge(base, removed, base).result.wholeText == table([("b", "2")], "en"))
        #expect(try self.merge(base, removed, removed).conflicts.isEmpty)
    }

    @Test func `metadata are merged by member, and lists of texts by item`() throws {
        let base = """
            {"@@locale":"en","@@x-used":["a","c","d"],"a":"1","@a":{"description":"One.","x-maxLength":9}}
            """
        let ours = """
            {"@@locale":"en","@@x-used":["a","b","c","d"],"a":"1",
             "@a":{"description":"The one.","x-maxLength":9,"x-screen":"desk"}}
            """
        let theirs = """
            {"@@locale":"en","@@x-used":["a","c","e"],"a":"eins","@a":{"description":"One.","x-maxLength":12}}
            """
        let merge = try merge(base, ours, theirs)
        #expect(merge.conflicts.isEmpty)
        #expect(
            merge.result.wholeText == """
                {
                  "@@locale": "en",
                  "@@x-used": [
                    "a",
                    "b",
                    "c",
                    "e"
                  ],
                  "a": "eins",
                  "@a": {
                    "description": "The one.",
                    "x-maxLength": 12,
                    "x-screen": "desk"
                  }
                }

                """
        )
    }

    @Test func `a file that both sides added has nothing to begin from`() throws {
        let merge = try merge("", #"{"@@locale":"da","a":"1"}"#, #"{"b":"2","@@locale":"da"}"#)
        #expect(merge.conflicts.isEmpty)
        #expect(merge.result.wholeText == table([("a", "1"), ("b", "2")]))
    }

    @Test func `texts that look alike and have other characters are different texts`() throws {
        let base = #"{"@@locale":"da","a":"x"}"#
        let composed = #"{"@@locale":"da","a":"\u00e9"}"#
        let decomposed = #"{"@@locale":"da","a":"e\u0301"}"#
        #expect(try merge(base, composed, decomposed).conflicts.count == 1)
        #expect(try merge(base, composed, #"{"@@locale":"da","a":"é"}"#).conflicts.isEmpty)
    }

    @Test func `a file that cannot be read is named, and nothing is merged`() throws {
        let good = SourceText(name: "ours", #"{"@@locale":"da"}"#)
        let bad = SourceText(name: "theirs", #"{"@@locale":"da","a":}"#)
        let (merge, mistakes) = CatalogMerge.merge(
            base: good,
            ours: good,
            theirs: bad,
            name: "da.arb"
        )
        #expect(merge == nil)
        #expect(mistakes.map(\.source.name) == ["theirs"])
    }

    @Test func `ledgers keep the statements of both sides that nobody took back`() throws {
        func ledger(_ rows: String...) -> String {
            ([Ledger.headingLine] + rows.map { $0.replacing(" ", with: "\t") })
                .joined(separator: "\n") + "\n"
        }
        let (one, two) = ("0000000000000001", "0000000000000002")
        let base = ledger("a \(one) \(one) translated", "b \(one) \(one) translated")
        let ours = ledger("a \(one) \(two) translated", "b \(one) \(one) translated")
        let theirs = ledger("a \(two) \(one) needs-review", "c \(one) \(one) translated")
        let merge = try merge(base, ours, theirs)
        #expect(merge.conflicts.isEmpty)
        #expect(
            merge.result.wholeText
                == ledger(
                    "a \(one) \(two) translated",
                    "a \(two) \(one) needs-review",
                    "c \(one) \(one) translated"
                )
        )
        let conflict = SourceText(name: "theirs", base + "<<<<<<< ours\n")
        let source = SourceText(name: "ours", ours)
        let refused = CatalogMerge.merge(base: source, ours: source, theirs: conflict, name: "x")
        #expect(refused.0 == nil && refused.1.map(\.id) == ["ledger-conflict"])
    }

    @Test func `random pairs of edits give the key-wise result, byte for byte`() throws {
        var edits = RandomEdits(SeededRandom())
        for _ in 0..<(TestEnvironment.isFull ? 20_000 : 1_000) {
            let base = edits.table()
            let (ours, theirs) = (edits.edited(base), edits.edited(base))
            let expected = ExpectedMerge(merging: ours, theirs, since: base)
            let files = [base, ours, theirs].map { edits.file($0) }
            let merge = try merge(files[0], files[1], files[2])
            let about: Comment = "\(edits.random): \(files)"
            #expect(
                Set(merge.conflicts.compactMap(\.name)) == expected.conflicts.memberNames,
                about
            )
            let sides = ConflictSides(merge.result.wholeText)
            for (side, own) in [(sides.ours, ours), (sides.theirs, theirs)] {
                let whole = EditedTable(expected.merged, resolving: expected.conflicts, as: own)
                let form = ARBWriter.format(SourceText(name: "a", edits.file(whole))).text
                #expect(side == form, about)
            }
            let swapped = try self.merge(files[0], files[2], files[1])
            if expected.conflicts.isEmpty {
                #expect(swapped.result.wholeText == merge.result.wholeText, about)
            }
            #expect(swapped.conflicts.count == merge.conflicts.count, about)
        }
    }

    @Test func `random ledgers keep what no side took back, line by line`() throws {
        var random = SeededRandom()
        func line() -> String {
            let hash = String(repeating: "0", count: 15)
            let words = ["a", "b", "c\\u200b"].flatMap { key in
                ["1", "2"].flatMap { source in
                    ["translated", "needs-review"].map {
                        "\(key)\t\(hash)\(source)\t\(hash)3\t\($0)"
                    }
                }
            }
            return random.pick(words) ?? ""
        }
        for _ in 0..<1_000 {
            let base = Set((0..<random.next() % 4).map { _ in line() })
            let edits = (0..<2).map { _ in
                base.filter { _ in !random.oneIn(3) }
                    .union((0..<random.next() % 3).map { _ in line() })
            }
            let files = ([base] + edits).map { lines in
                ([Ledger.headingLine] + lines).joined(separator: "\n") + "\n"
            }
            let kept = base.union(edits[0]).union(edits[1]).filter { line in
                let there = edits.count { $0.contains(line) }
                return base.contains(line) ? there == 2 : there > 0
            }
            let merged = try merge(files[0], files[1], files[2]).result.wholeText
            #expect(
                merged == ([Ledger.headingLine] + kept.sorted()).joined(separator: "\n") + "\n",
                "\(random): \(files)"
            )
        }
    }

    private func merge(_ base: String, _ ours: String, _ theirs: String) throws -> CatalogMerge {
        let (merge, mistakes) = CatalogMerge.merge(
            base: SourceText(name: "base", base),
            ours: SourceText(name: "ours", ours),
            theirs: SourceText(name: "theirs", theirs),
            name: "da.arb"
        )
        return try #require(merge, "\(mistakes.map(\.id)): \(ours) \(theirs)")
    }

    private func table(_ texts: [(String, String)], _ locale: String = "da") -> String {
        let lines = [("@@locale", locale)] + texts
        return "{\n" + lines.map { "  \"\($0)\": \"\($1)\"" }.joined(separator: ",\n") + "\n}\n"
    }
}

extension Diagnostic {
    fileprivate var name: String? {
        guard case .string(let name)? = arguments.first?.value else { return nil }
        return name
    }
}

extension SourceText {
    fileprivate var wholeText: String { String(decoding: utf8, as: UTF8.self) }
}

/// The two files that a merged one stands for, its conflicts decided for one side.
private struct ConflictSides {
    private(set) var ours = ""
    private(set) var theirs = ""

    init(_ text: String) {
        var (isOurs, isTheirs) = (true, true)
        for line in text.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
            switch line {
            case "<<<<<<< ours": isTheirs = false
            case "=======": (isOurs, isTheirs) = (false, true)
            case ">>>>>>> theirs": isOurs = true
            default:
                if isOurs { ours += line + "\n" }
                if isTheirs { theirs += line + "\n" }
            }
        }
        // Where one side has nothing at the end of the file, the comma before it is left over.
        ours = ours.replacing(",\n}\n", with: "\n}\n")
        theirs = theirs.replacing(",\n}\n", with: "\n}\n")
    }
}
