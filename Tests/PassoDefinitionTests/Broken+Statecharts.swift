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
        action("conflicting-keys", "{ send: order, id: a, 1️⃣idlocation2️⃣: text }"),
        action("conflicting-keys", "{ send: order, to: \"#_parent\", with: {}, 1️⃣content2️⃣: b }"),
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
            top: "targets: { a: a }",
            states: "  idle: { on: { order: {} }, invoke: { workflow: a, 1️⃣src2️⃣: b } }\n"
        ),
        Broken(
            "conflicting-keys",
            top: "data: { a: int }",
            states: "  idle: { on: { order: {} }, invoke: { names: a, 1️⃣with2️⃣: {} } }\n"
        ),
        Broken(
            "unknown-key",
            top: "initial: idle",
            states:
                "  idle: { on: { order: { to: end } } }\n  end: { final: true, donedata: { 1️⃣total2️⃣: 5 } }\n"
        ),
    ]

    /// What only shows when the names are known.
    static let statechartMeanings: [Broken] = [
        action("misplaced-block", "{ block: [ { set: { 1️⃣order2️⃣: 1 } } ] }"),
        action("not-a-location", "{ assign: 1️⃣\"order + 1\"2️⃣, value: 1 }"),
        action("unknown-data", "{ assign: 1️⃣ordr2️⃣, value: 1 }"),
        action("unknown-data", "{ assign: 1️⃣\"oder.lines[0]\"2️⃣, value: 1 }"),
        action("guard-type", "{ assign: order, value: 1️⃣text2️⃣ }"),
        action("guard-type", "{ assign: lines.1️⃣first2️⃣, value: 1 }"),
        action("guard-type", "{ assign: \"lines[1️⃣text2️⃣]\", value: 1 }"),
        action("guard-type", "{ assign: \"lines[0]\", value: 1️⃣text2️⃣ }"),
        action("guard-type", "{ assign: \"table.first\", value: 1️⃣text2️⃣ }"),
        action("guard-unknown-name", "{ assign: \"lines[1️⃣ordr2️⃣]\", value: 1 }"),
        action("ruled-location", "{ assign: 1️⃣\"tags[0]\"2️⃣, value: text }"),
        action("not-an-assignment", "{ script: \"order = 1; 1️⃣order2️⃣\" }"),
        action("unknown-data", "{ script: \"order = 1; 1️⃣ordr2️⃣ = 2\" }"),
        action("guard-type", "{ script: \"order = 1; order = 1️⃣text2️⃣\" }"),
        action("missing-document", "{ script: { src: 1️⃣order.cel2️⃣ } }"),
        action("guard-type", "{ cancel: { value: 1️⃣order2️⃣ } }"),
        action("sends-nothing", "{ 1️⃣send2️⃣: , to: \"#_parent\" }"),
        action("untargeted-send", "{ send: 1️⃣order2️⃣, content: a }"),
        action("unknown-target", "{ send: order, to: 1️⃣\"#_lmp\"2️⃣ }"),
        action("unknown-event", "{ send: 1️⃣rng2️⃣, to: \"#_bell\" }"),
        action("unknown-argument", "{ send: ring, to: \"#_bell\", with: { 1️⃣timez2️⃣: 1 } }"),
        action("guard-type", "{ send: { value: 1️⃣order2️⃣ }, to: \"#_parent\" }"),
        action("guard-type", "{ send: order, idlocation: 1️⃣order2️⃣ }"),
        action("unknown-data", "{ send: order, idlocation: 1️⃣txt2️⃣ }"),
        action("not-a-location", "{ send: order, idlocation: 1️⃣\"text[0]\"2️⃣ }"),
        Broken(
            "only-in",
            top: "semantics: scxml\ndatamodel: null",
            states: "  idle: { on: { order: { if: 1️⃣1 == 12️⃣ } } }\n"
        ),
        Broken(
            "unknown-target",
            top: "targets: { bell: doorbell }",
            states: "  idle: { on: { order: {} }, invoke: 1️⃣dorbell2️⃣ }\n"
        ),
        Broken(
            "unknown-invoke",
            top: "targets: { bell: doorbell }",
            states:
                "  idle: { invoke: bell, on: { order: {}, 1️⃣done.invoke.idel2️⃣: {} } }\n"
        ),
        Broken(
            "duplicate-name",
            top: "targets: { bell: doorbell }",
            states: """
                  idle:
                    on: { order: {} }
                    invoke: [ { workflow: bell, id: a }, { workflow: bell, id: 1️⃣a2️⃣ } ]
                """
        ),
        Broken(
            "unknown-key",
            states: "  idle: { on: { order: {} }, 1️⃣donedata2️⃣: { with: {} } }\n"
        ),
        Broken(
            "done-data-differs",
            states: """
                  idle:
                    initial: a
                    states:
                      a: { on: { order: [ { if: "states.a", to: b }, { to: c } ] } }
                      b: { final: true, donedata: { with: { sum: 1 } } }
                      c: { final: true, 1️⃣donedata2️⃣: { with: { sum: "'1'" } } }
                """
        ),
        Broken(
            "guard-unknown-name",
            states: """
                  idle:
                    initial: a
                    states:
                      a: { on: { order: { to: b } } }
                      b: { final: true, donedata: { with: { sum: 1 } } }
                    done: { if: "event.1️⃣sm2️⃣ > 1" }
                """
        ),
    ]

    private static func action(_ id: String, _ text: String) -> Broken {
        Broken(
            id,
            top: """
                events: { order: {} }
                data:
                  order: int
                  text: string
                  lines: list(int)
                  table: map(string, int)
                  tags: { type: list(string), max: 3, refuse: { tooMany: tag.tooMany, empty: taken } }
                targets: { bell: { workflow: doorbell, events: { ring: { data: { times: int } } } } }
                """,
            states: """
                  idle:
                    invoke: { workflow: bell, id: bell }
                    on:
                      order:
                        do:
                          - \(text)
                """
        )
    }
}
