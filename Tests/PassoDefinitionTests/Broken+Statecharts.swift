extension Broken {
    /// The keys by which definitions say what SCXML says.
    static let statecharts: [Broken] = [
        Broken("needs-semantics", top: "1️⃣binding2️⃣: late"),
        Broken("needs-semantics", top: "semantics: passo\n1️⃣datamodel2️⃣: cel"),
        Broken("unknown-value", top: "semantics: 1️⃣sxcml2️⃣"),
        Broken("unknown-value", top: "semantics: scxml\ndatamodel: 1️⃣ecmascript2️⃣"),
        Broken("wrong-type", top: "semantics: scxml\nbinding:1️⃣2️⃣"),
        Broken("wrong-type", top: "script:1️⃣2️⃣"),
        Broken("wrong-type", top: "semantics: scxml\ndata: { order: 1️⃣[2️⃣int] }"),
        Broken("unknown-key", top: "semantics: scxml\ndata: { order: { 1️⃣inital2️⃣: 5 } }"),
        Broken(
            "conflicting-keys",
            top: "semantics: scxml\ndata: { order: { initial: 5, 1️⃣src2️⃣: a.json } }"
        ),
        Broken("wrong-type", top: "data: { order:1️⃣2️⃣ }"),
        Broken("missing-key", top: "1️⃣initial2️⃣: { do: [] }"),
        Broken("wrong-type", top: "initial: 1️⃣52️⃣"),
        action("missing-form", "1️⃣{2️⃣ assign: order }"),
        action("conflicting-keys", "{ assign: order, value: 1, 1️⃣content2️⃣: one }"),
        action("missing-form", "{ assign: order, 1️⃣content2️⃣: {} }"),
        action("conflicting-keys", "{ send: order, id: a, 1️⃣idlocation2️⃣: b }"),
        action("conflicting-keys", "{ send: order, with: {}, 1️⃣content2️⃣: b }"),
        action("wrong-type", "{ cancel: 1️⃣[2️⃣a] }"),
        action("wrong-type", "{ script: 1️⃣[2️⃣a] }"),
        action("unknown-key", "{ script: { src: a, 1️⃣text2️⃣: b } }"),
        action("wrong-type", "{ block: 1️⃣52️⃣ }"),
        action("unknown-key", "{ log: 5, 1️⃣lable2️⃣: b }"),
        action("unknown-key", "{ for: { item: a, in: \"[1]\", 1️⃣indx2️⃣: c }, do: [] }"),
        Broken(
            "conflicting-keys",
            states: "  idle:\n    on: { order: {} }\n    1️⃣transitions2️⃣: []\n"
        ),
        Broken(
            "conflicting-keys",
            states: "  idle:\n    transitions: [{ on: order, 1️⃣done2️⃣: true }]\n"
        ),
        Broken(
            "unknown-key",
            states: "  idle:\n    transitions: [{ on: order, 1️⃣event2️⃣: a }]\n"
        ),
        Broken(
            "wrong-type",
            states: "  idle: { on: { order: {} }, invoke: 1️⃣52️⃣ }\n"
        ),
        Broken(
            "conflicting-keys",
            states: "  idle: { on: { order: {} }, invoke: { workflow: a, 1️⃣src2️⃣: b } }\n"
        ),
        Broken(
            "conflicting-keys",
            states: "  idle: { on: { order: {} }, invoke: { names: a, 1️⃣with2️⃣: {} } }\n"
        ),
        Broken(
            "unknown-key",
            top: "initial: idle",
            states:
                "  idle: { on: { order: { to: end } } }\n  end: { final: true, donedata: { 1️⃣total2️⃣: 5 } }\n"
        ),
    ]

    private static func action(_ id: String, _ text: String) -> Broken {
        Broken(id, states: "  idle:\n    on:\n      order:\n        do:\n          - \(text)\n")
    }
}
