import PassoCEL
import Testing

@Suite struct EstimateTests {
    private static let title = CELBounds.text(bytes: 1_600)
    private static let tags = CELBounds.list(100, of: .text(bytes: 320))

    private static func units(_ text: String) throws -> UInt64 {
        try #require(
            Costing(text, ["title": "", "tags": [""]], bounds: ["title": title, "tags": tags])
        ).estimate.units
    }

    @Test func `a comparison of texts costs what the shorter one weighs`() throws {
        // Three nodes, and nothing to go through: an empty literal.
        #expect(try Self.units("title == ''") == 3 + 1)
        #expect(try Self.units("title == title") == 3 + 101)
    }

    @Test func `a macro costs a step and its body for each element there may be`() throws {
        // The macro and the list; for each element a step, four nodes, counting 320 bytes and
        // comparing two numbers.
        #expect(try Self.units("tags.all(t, size(t) > 0)") == 2 + 100 * (2 + 4 + 20 + 1))
    }

    @Test func `of a choice the costlier side counts, of all else everything`() throws {
        let cheap = try Self.units("title == ''")
        let dear = try Self.units("title == title")
        #expect(try Self.units("true ? title == '' : title == title") == 2 + dear)
        #expect(try Self.units("title == '' || title == title") == 1 + cheap + dear)
    }

    @Test func `sizes go through operators, macros and functions`() throws {
        let cases: [(String, bytes: UInt64, count: UInt64)] = [
            ("title + title", 3_200, 0),
            ("tags + tags", 0, 200),
            ("tags.map(t, t + t)[0]", 640, 0),
            ("tags.filter(t, t != '')", 0, 100),
            ("tags.map(t, tags)[0]", 0, 100),
            ("tags.map(t, [t, title])[0][0]", 1_600, 0),
            ("{'a': title, 'b': 'x'}.a", 1_600, 0),
            ("true ? title : 'x'", 1_600, 0),
            ("dyn(tags)", 0, 100),
            ("string(title)", 1_600, 0),
            ("[1, 2, 3]", 0, 3),
        ]
        for (text, bytes, count) in cases {
            let costing = try #require(
                Costing(
                    text,
                    ["title": "", "tags": [""]],
                    bounds: ["title": Self.title, "tags": .list(100, of: .text(bytes: 320))]
                ),
                "\(text)"
            )
            let result = costing.estimate.result
            #expect(result.bytes == bytes && result.count == count, "\(text): \(result)")
        }
    }

    @Test func `what nobody declared is taken to be within the limits`() throws {
        var limits = CELLimits()
        limits.resultBytes = 1_600
        limits.resultElements = 10
        let costing = try #require(
            Costing("s == s", ["s": ""], bounds: ["s": .unbounded], limits: limits)
        )
        #expect(costing.estimate.units == 3 + 101)
        let list = try #require(
            Costing("l.all(x, x == x)", ["l": [""]], bounds: ["l": .unbounded], limits: limits)
        )
        #expect(list.estimate.units < 11 * 150)
        #expect(list.estimate.units > 10 * 101)
    }

    @Test func `the smallest part that exceeds a budget is found`() throws {
        let costing = try #require(
            Costing(
                "size(title) > 0 && (tags.all(t, tags.exists(u, u == t + title)) || title == '')",
                ["title": "", "tags": [""]],
                bounds: ["title": Self.title, "tags": Self.tags]
            )
        )
        let estimate = costing.estimate
        #expect(estimate.smallestPart(over: estimate.units) == nil)
        let whole = try #require(estimate.smallestPart(over: 100_000))
        #expect(costing.text(of: whole) == "tags.all(t, tags.exists(u, u == t + title))")
        let inner = try #require(estimate.smallestPart(over: 1_000))
        #expect(costing.text(of: inner) == "tags.exists(u, u == t + title)")
        #expect(costing.text(of: estimate.costliest) == costing.text(of: whole))
    }

    @Test func `the worst case of any expression is a number`() throws {
        let tower = (0..<60).reduce("x0 + x0") { text, depth in
            "l.map(x\(depth), \(text))"
        }
        let costing = try #require(Costing(tower, ["l": [1]], bounds: ["l": .unbounded]))
        #expect(costing.estimate.units == .max)
        #expect(costing.isOverspent == false)
    }

    @Test func `an estimate looks at each node once`() throws {
        // A tower whose evaluation would take more steps than there are atoms, and whose estimate
        // would too if it followed it.
        let tower = (0..<60).reduce("1") { text, _ in "[0, 1].map(x, \(text))" }
        let costing = try #require(Costing(tower))
        #expect(costing.estimate.units > 1 << 60)
        #expect(costing.isOverspent)
    }
}
