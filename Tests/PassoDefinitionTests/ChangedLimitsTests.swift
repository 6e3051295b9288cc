import PassoCEL
import PassoDefinition
import PassoDiagnostics
import Testing

/// A product team changes numbers in YAML alone.
@Suite struct ChangedLimitsTests {
    private static func length(_ count: Int) -> CELValue {
        CELValue(String(repeating: "é", count: count))
    }

    @Test(arguments: [(20, 20), (20, 21), (15, 15), (15, 16)])
    func `a text is accepted up to its limit and refused beyond`(limit: Int, count: Int) throws {
        let text = Lamp.text.replacing("titleLimit: 20", with: "titleLimit: \(limit)")
        var run = try Run(Lamp.compile(text), ["shop.open": true, "shop.lamps": 1])
        #expect(try run.send("write", ["text": Self.length(count)]) == nil)
        let refusal = try run.send("order")
        #expect((refusal == nil) == (count <= limit), "\(refusal ?? "accepted")")
    }

    @Test func `a field that need not be filled in may stay empty`() throws {
        let text = Lamp.text.replacing("requireTitle: true", with: "requireTitle: false")
        var run = try Run(Lamp.compile(text), ["shop.open": true, "shop.lamps": 1])
        #expect(try run.send("order") == nil)
        #expect(run.value("title") == "")
    }

    @Test(arguments: [("15s", 15), ("20s", 20), ("1m30s", 90)])
    func `a timer waits as long as its constant says`(text: String, seconds: Int) throws {
        let lamp = Lamp.text.replacing("answerWithin: 15s", with: "answerWithin: \(text)")
        let run = try Run(Lamp.compile(lamp))
        #expect(run.asked.contains { $0.hasPrefix("send after.") && $0.hasSuffix(" \(seconds)") })
    }

    @Test func `comments and layout leave the content hash as it is`() throws {
        let first = try Lamp.compile().contentHash
        let spaced = Lamp.text.replacing("initial: shopping", with: "initial:   'shopping' # first")
        #expect(try Lamp.compile(spaced).contentHash == first)
        let changed = Lamp.text.replacing("titleLimit: 20", with: "titleLimit: 21")
        #expect(try Lamp.compile(changed).contentHash != first)
        let quoted = Lamp.text.replacing("answerWithin: 15s", with: "answerWithin: 15000ms")
        #expect(try Lamp.compile(quoted).contentHash != first)
    }
}
