import PassoTesting
import Testing

@testable import PassoICU

@Suite struct LocalizedListsTests {
    @Test(arguments: [
        ("en", "a, b, and c", "a, b, or c"), ("da", "a, b og c", "a, b eller c"),
        ("pl", "a, b i c", "a, b lub c"), ("pt", "a, b e c", "a, b ou c"),
        ("it", "a, b e c", "a, b o c"),
    ])
    func `joins three`(locale: String, and: String, or: String) throws {
        let lists = try LocalizedLists(locale: locale)
        #expect(lists.text(["a", "b", "c"]) == and)
        #expect(lists.text(["a", "b", "c"], .or) == or)
    }

    @Test func `joins none, one, two and many`() throws {
        let lists = try LocalizedLists.shared(for: "da")
        #expect(lists.text([]) == "")
        #expect(lists.text(["æ"]) == "æ")
        #expect(lists.text(["æ", ""]) == "æ og ")
        let many = (1...1_000).map { "n\($0)" }
        #expect(lists.text(many) == many.dropLast().joined(separator: ", ") + " og n1000")
    }

    @Test(arguments: [
        "en", "da", "pl", "pt", "it", "ar", "hi", "de-CH", "fr", "ja", "es", "he", "zh", "th", "ko",
        "es-MX", "xx", "my", "vi", "eu",
    ])
    func `joins any items as ICU does`(locale: String) throws {
        var random = SeededRandom()
        let lists = try LocalizedLists(locale: locale)
        let words = [
            "Ana", "Isa", "hijo", "hierba", "oro", "8", "אבג", "", "a, b", "😀", "y", "{0}",
        ]
        for count in 0...9 {
            for _ in 0..<20 {
                let items = (0..<count).map { _ in random.pick(words) ?? "" }
                for kind in ListKind.allCases {
                    let expected = lists.textByICU(items, kind)
                    #expect(lists.text(items, kind) == expected, "\(items) \(random)")
                    #expect(piecemeal(lists, items, kind) == expected, "\(items) \(random)")
                }
            }
        }
    }

    @Test func `leaves to ICU the languages where the items decide`() throws {
        var bytes: [UInt8] = []
        #expect(try !LocalizedLists(locale: "es").append(before: 0, of: 3, to: &bytes))
        for locale in ["en", "da", "pl", "pt", "it", "de", "fr", "ja", "ar"] {
            #expect(try LocalizedLists(locale: locale).append(before: 1, of: 3, to: &bytes))
        }
    }

    /// The list with its items written one by one, where that is possible.
    private func piecemeal(_ lists: LocalizedLists, _ items: [String], _ kind: ListKind) -> String {
        var bytes: [UInt8] = []
        for place in 0...items.count {
            guard lists.append(before: place, of: items.count, kind, to: &bytes) else {
                return lists.text(items, kind)
            }
            if place < items.count { bytes += items[place].utf8 }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test func `keeps what stands in an item`() throws {
        let lists = try LocalizedLists.shared(for: "en")
        #expect(lists.text(["a\0b", "{0}, {1}"]) == "a\0b and {0}, {1}")
    }
}

@Suite struct CollationTests {
    @Test func `sorts as the language does`() throws {
        let towns = ["Århus", "Zürich", "Aalborg", "Ærø", "Ølgod", "Odense", "aarhus"]
        #expect(
            try Collation(locale: "da").sorted(towns)
                == ["Odense", "Zürich", "Ærø", "Ølgod", "Aalborg", "Århus", "aarhus"]
        )
        #expect(
            try Collation(locale: "en").sorted(towns)
                == ["Aalborg", "aarhus", "Ærø", "Århus", "Odense", "Ølgod", "Zürich"]
        )
        #expect(
            try Collation(locale: "pl").sorted([
                "źle", "zebra", "żaba", "łódź", "lot", "ląd", "ćma",
            ])
                == ["ćma", "ląd", "lot", "łódź", "zebra", "źle", "żaba"]
        )
    }

    @Test func `sorts equal texts the same way everywhere`() throws {
        let twins = ["e\u{301}", "\u{E9}"]
        let order = try Collation(locale: "pt")
        #expect(
            order.sorted(twins).map(\.unicodeScalars.count)
                == order.sorted(twins.reversed()).map(\.unicodeScalars.count)
        )
    }

    @Test func `sorts anything by a text of its own`() throws {
        let agents = [(id: 1, name: "Żaneta"), (id: 2, name: "Adam")]
        #expect(try Collation.shared(for: "pl").sorted(agents) { $0.name }.map(\.id) == [2, 1])
    }
}
