import Foundation
import PassoCEL
import PassoCore
import Testing

@Suite struct SnapshotTests {
    private let sketch = Sketch(data: ["n": 0, "text": "a"], events: ["go"])

    private func chart(_ extra: [StateBlueprint] = []) throws -> Chart {
        try sketch.chart(
            [
                state("a", on: [sketch.on("go", to: ["b"], do: [sketch.set("n", "n + 1")])]),
                state("b", [state("b1"), state("b2")]),
            ] + extra
        )
    }

    private func edited(_ snapshot: Snapshot, _ edit: (inout [String: Any]) -> Void) throws
        -> Snapshot
    {
        let data = try JSONEncoder().encode(snapshot)
        var object = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        edit(&object)
        return try JSONDecoder().decode(
            Snapshot.self,
            from: JSONSerialization.data(withJSONObject: object)
        )
    }

    @Test func `a snapshot read in another process goes on exactly`() throws {
        var player = try Player(chart(), data: ["text": "å"])
        player.snapshot = try reread(player.snapshot)
        try player.send("go")
        #expect(player.atoms == "b1")
        #expect(player.value("n") == 1)
        #expect(player.value("text") == "å")
        #expect(try reread(player.snapshot) == player.snapshot)
    }

    @Test func `a copy is another instance`() throws {
        var player = try Player(chart())
        let copy = player.snapshot
        try player.send("go")
        #expect(copy != player.snapshot)
        #expect(player.chart.value(of: "n", in: copy) == 0)
    }

    @Test func `another chart's snapshot is refused`() throws {
        let other = try Player(chart([state("c")]))
        var player = try Player(chart())
        player.snapshot = other.snapshot
        #expect(try player.send("go") == .failed(.foreignSnapshot))
        #expect(!player.chart.accepts(other.snapshot))
    }

    @Test(arguments: [
        [0], [0, 1, 2], [0, 2], [0, 2, 3, 4], [1], [0, 3], [0, 60], [0, 1, 1, 3],
    ])
    func `a configuration that no chart reaches is refused`(active: [Int]) throws {
        var player = try Player(chart())
        player.snapshot = try edited(player.snapshot) { $0["active"] = active }
        #expect(try player.send("go") == .failed(.foreignSnapshot))
        #expect(player.chart.events(in: player.snapshot, inputs: .none).isEmpty)
    }

    @Test func `nothing active means stopped, and every event is refused`() throws {
        var player = try Player(chart())
        player.snapshot = try edited(player.snapshot) { $0["active"] = [Int]() }
        guard case .refused(let refusal) = try player.send("go") else {
            Issue.record("taken")
            return
        }
        #expect(refusal.reason == .finished)
    }

    @Test func `data of another type or number are refused`() throws {
        let player = try Player(chart())
        let values = try #require(
            try JSONSerialization.jsonObject(with: JSONEncoder().encode(player.snapshot))
                as? [String: Any]
        )["values"]
        let list = try #require(values as? [Any])
        for wrong in [[list[1], list[0]], [list[0]], list + [list[0]]] {
            var copy = player
            copy.snapshot = try edited(player.snapshot) { $0["values"] = wrong }
            #expect(try copy.send("go") == .failed(.foreignSnapshot))
        }
    }

    @Test func `an unknown version or a state out of range cannot be read`() throws {
        let player = try Player(chart())
        #expect(throws: DecodingError.self) { try edited(player.snapshot) { $0["version"] = 2 } }
        #expect(throws: DecodingError.self) { try edited(player.snapshot) { $0["active"] = [64] } }
        #expect(throws: DecodingError.self) { try edited(player.snapshot) { $0["active"] = [-1] } }
    }

    @Test func `values made by another chart are refused`() throws {
        let other = Sketch(events: ["x(v)", "y(v)", "z(v)"], inputs: ["limit"])
        let foreign = try other.chart([state("a")])
        var player = try Player(chart())
        let event = try foreign.event("x", ["v": 1])
        #expect(
            player.chart.apply(
                event,
                to: &player.snapshot,
                inputs: .none,
                effects: &player.effects
            )
                == .failed(.foreignValues)
        )
        let go = try player.chart.event("go")
        let inputs = try foreign.inputs(["limit": 1])
        #expect(
            player.chart.apply(go, to: &player.snapshot, inputs: inputs, effects: &player.effects)
                == .failed(.foreignValues)
        )
    }

    @Test func `start takes values for data, and refuses what does not fit`() throws {
        let chart = try chart()
        #expect(try Player(chart, data: ["n": 5]).value("n") == 5)
        #expect(throws: StartProblem.unknownData("m")) { try Player(chart, data: ["m": 5]) }
        #expect(throws: StartProblem.wrongType(data: "n", expected: .int)) {
            try Player(chart, data: ["n": "five"])
        }
    }

    @Test func `initial values are computed in order, over inputs too`() throws {
        let sketch = Sketch(data: ["a": 0, "b": 0], inputs: ["limit"])
        var blueprint = sketch.blueprint([state("s")])
        blueprint.data[0].initial = sketch.cel("limit + 1")
        blueprint.data[1].initial = sketch.cel("a * 10")
        let player = try Player(Chart(blueprint), inputs: ["limit": 4])
        #expect(player.value("b") == 50)
    }

    @Test func `a data item whose initial value fails is zero, and the error may be heard`() throws
    {
        let sketch = Sketch(data: ["a": 0])
        var blueprint = sketch.blueprint([
            state("s", on: [sketch.on("error.execution", to: ["t"])]), state("t"),
        ])
        blueprint.data[0].initial = sketch.cel("1 / a")
        let player = try Player(Chart(blueprint))
        #expect(player.value("a") == 0)
        #expect(player.atoms == "t")
    }

    @Test func `an idle snapshot takes three words and 16 bytes per data item`() {
        #expect(MemoryLayout<Snapshot>.size == 24)
        #expect(MemoryLayout<CELValue>.stride == 16)
    }
}
