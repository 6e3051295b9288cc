import PassoCEL
import PassoCore
import Testing

/// Loops within loops end, however long their lists are.
@Suite struct LoopLimitTests {
    private let sketch = Sketch(open: ["list": nil, "item": nil, "inner": nil, "n": 0])

    private func loop(_ list: String, _ item: String, _ body: ActionBlueprint...) -> ActionBlueprint
    {
        .forEach(
            ForEachBlueprint(list: sketch.cel(list), item: sketch.slot(item), actions: body)
        )
    }

    @Test func `a step runs the bodies of its loops as often as the limit says and no more`() throws
    {
        // 999 rounds of 1,000 and the outer ones are 999,999.
        let entry = loop("list", "item", loop("list + [1]", "inner"))
        let actions = [entry, sketch.log("done"), loop("[1]", "item"), sketch.log("all")]
        let player = try Player(
            sketch.chart([
                state(
                    "a",
                    on: [
                        sketch.on("go", do: actions),
                        sketch.on("two", do: actions + [loop("[1]", "item"), sketch.log("never")]),
                    ]
                )
            ]),
            data: ["list": CELValue(Array(repeating: 1, count: 999))]
        )
        var first = player
        try first.send(open: "go")
        #expect(first.logged == "done all")
        #expect(first.trace == "go:")
        var second = player
        try second.send(open: "two")
        #expect(second.logged == "done all")
        #expect(second.trace == "two: error.execution:")
        // The next step begins anew.
        try second.send(open: "go")
        #expect(second.logged == "done all")
    }
}
