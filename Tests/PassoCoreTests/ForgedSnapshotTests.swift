import Foundation
import PassoCEL
import PassoCore
import Testing

/// Snapshots that no chart wrote: what engines keep in hidden slots is looked at, too.
@Suite struct ForgedSnapshotTests {
    private let sketch = Sketch(open: ["x": nil], hidden: ["one", "two"])

    /// A player in state `a`, which runs the invocations `i` and `a.1`.
    private func player() throws -> Player {
        var first = state("a", on: [sketch.on("go", to: ["b"])])
        first.invokes = [
            InvokeBlueprint(id: "i", activeSlot: sketch.slot("one")),
            InvokeBlueprint(activeSlot: sketch.slot("two")),
        ]
        return try Player(sketch.chart([first, state("b")]))
    }

    private func forged(
        _ snapshot: Snapshot,
        _ changes: [String: Any],
        active: [Int]? = nil
    ) throws -> Snapshot {
        let data = try JSONEncoder().encode(snapshot)
        var object = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        var values = try #require(object["values"] as? [Any])
        for (name, value) in changes { values[sketch.slot(name)] = value }
        object["values"] = values
        if let active { object["active"] = active }
        return try JSONDecoder().decode(
            Snapshot.self,
            from: JSONSerialization.data(withJSONObject: object)
        )
    }

    /// How a value is written.
    private func written(_ value: CELValue) throws -> Any {
        try JSONSerialization.jsonObject(
            with: JSONEncoder().encode([value]),
            options: .fragmentsAllowed
        )
    }

    private func check(
        _ changes: [String: CELValue],
        active: [Int]? = nil,
        isAccepted: Bool,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        var player = try player()
        let written = try changes.mapValues { value in
            try #require((try self.written(value) as? [Any])?.first)
        }
        player.snapshot = try forged(player.snapshot, written, active: active)
        #expect(
            player.chart.accepts(player.snapshot) == isAccepted,
            sourceLocation: sourceLocation
        )
        let outcome = try player.send(open: "go")
        #expect(
            (outcome == .failed(.foreignSnapshot)) == !isAccepted,
            sourceLocation: sourceLocation
        )
    }

    @Test func `invocations run in active states only, with ids of their own`() throws {
        try check([:], isAccepted: true)
        try check(["one": nil], isAccepted: true)
        try check(["one": nil, "two": nil], active: [0, 2], isAccepted: true)
        try check([:], active: [0, 2], isAccepted: false)
        try check(["one": "j"], isAccepted: false)
        try check(["two": "a.7"], isAccepted: true)
        try check(["two": "i"], isAccepted: false)
        try check(["two": ""], isAccepted: false)
        try check(["two": 5], isAccepted: false)
        try check(["two": ["a"]], isAccepted: false)
    }

    @Test func `ids are counted by a number from 0`() throws {
        try check(["serial": 0], isAccepted: true)
        try check(["serial": -1], isAccepted: false)
        try check(["serial": "1"], isAccepted: false)
        try check(["serial": nil], isAccepted: false)
        try check(["serial": .int(.max)], isAccepted: true)
    }

    @Test func `what expressions read about activity is what is active`() throws {
        var watching = Sketch(data: ["inside": false], events: ["go"])
        watching.declareHidden("unused")
        let chart = try watching.chart(
            [state("a", on: [watching.on("go", to: ["b"])]), state("b")],
            watches: [StateWatch(state: "a", slot: 0)]
        )
        var player = try Player(chart)
        #expect(chart.accepts(try reread(player.snapshot)))
        try player.send("go")
        #expect(chart.accepts(try reread(player.snapshot)))
        let other = try Player(chart)
        let text = String(decoding: try JSONEncoder().encode(other.snapshot), as: UTF8.self)
        #expect(text.contains("true"))
        let forged = try JSONDecoder().decode(
            Snapshot.self,
            from: Data(text.replacing("true", with: "false").utf8)
        )
        #expect(!chart.accepts(forged))
    }
}
