extension Broken {
    static let all: [Broken] =
        structure + statecharts + statechartMeanings + names + states + flow + expressions + fields
        + texts + surprises

    static let structure: [Broken] = [
        Broken("empty-file", whole: "1️⃣2️⃣# nothing but a comment\n"),
        Broken("unknown-key", top: "1️⃣statez2️⃣: 1"),
        Broken(
            "unknown-key",
            states: "  idle:\n    on:\n      order: { 1️⃣requires2️⃣: [] }\n"
        ),
        Broken("duplicate-key", top: "data: { a: int, 1️⃣a2️⃣: int }"),
        Broken("wrong-type", states: "  idle:\n    on: 1️⃣order2️⃣\n  \n"),
        Broken(
            "wrong-type",
            states: "  idle:\n    on:\n      order: { internal: 1️⃣maybe2️⃣ }\n"
        ),
        Broken(
            "missing-key",
            states:
                "  idle:\n    on:\n      order: { require: [1️⃣{2️⃣ that: \"true\" }] }\n"
        ),
        Broken(
            "missing-form",
            states: "  idle:\n    entry: [1️⃣{2️⃣}]\n    on: { order: {} }\n"
        ),
        Broken(
            "unknown-value",
            states: """
                  idle:
                    on: { order: { to: past } }
                    initial: a
                    states: { a: {}, past: { history: 1️⃣short2️⃣, to: a } }
                """
        ),
        Broken(
            "unsupported-version",
            whole: "passo: 1️⃣22️⃣\nworkflow: lamp\nversion: 1\nstates: { idle: {} }\n"
        ),
        Broken(
            "unknown-bundle",
            whole:
                "passo: 1\nworkflow: lamp\nversion: 1\nstrings: 1️⃣tset2️⃣\nstates: { idle: {} }\n"
        ),
        Broken(
            "conflicting-keys",
            states:
                "  idle:\n    on: { order: {} }\n    states: { a: {} }\n    1️⃣parallel2️⃣: { b: {} }\n"
        ),
        Broken(
            "conflicting-keys",
            states: "  idle:\n    on: { order: { refuse: taken, 1️⃣to2️⃣: idle } }\n"
        ),
    ]

    static let names: [Broken] = [
        Broken("bad-name", top: "data: { 1️⃣in2️⃣: int }"),
        Broken("reserved-name", top: "data: { 1️⃣event2️⃣: int }"),
        Broken("duplicate-name", top: "inputs: { a: int }\ndata: { 1️⃣a2️⃣: int }"),
        Broken("unknown-type", top: "data: { a: 1️⃣strng2️⃣ }"),
        Broken(
            "unknown-event",
            states: "  idle:\n    on:\n      order: {}\n      1️⃣ordr2️⃣: {}\n"
        ),
        Broken(
            "unknown-event",
            states: "  idle: { on: { order: { do: [{ raise: 1️⃣ordr2️⃣ }] } } }\n"
        ),
        Broken("unheard-event", top: "events: { order: {}, 1️⃣cancel2️⃣: {} }"),
        Broken(
            "unknown-action",
            top: "actions: { saveLamp: {} }",
            states: "  idle: { on: { order: { do: [1️⃣saveLmp2️⃣] } } }\n"
        ),
        Broken(
            "missing-argument",
            top: "actions: { save: { data: { title: string } } }",
            states: "  idle: { on: { order: { do: [1️⃣save2️⃣] } } }\n"
        ),
        Broken(
            "unknown-argument",
            top: "actions: { save: { data: { title: string } } }",
            states:
                "  idle: { on: { order: { do: { perform: save, with: { title: \"'a'\", 1️⃣titel2️⃣: \"'b'\" } } } } }\n"
        ),
        Broken(
            "unknown-target",
            states: "  idle: { on: { order: { do: [{ send: order, to: 1️⃣shop2️⃣ }] } } }\n"
        ),
        Broken(
            "unknown-send",
            states: "  idle: { on: { order: { do: [{ cancel: 1️⃣timer2️⃣ }] } } }\n"
        ),
        Broken(
            "unknown-data",
            top: "data: { count: int }",
            states: "  idle: { on: { order: { do: [{ set: { 1️⃣cuont2️⃣: 1 } }] } } }\n"
        ),
        Broken(
            "read-only",
            top: "constants: { count: 1 }",
            states: "  idle: { on: { order: { do: [{ set: { 1️⃣count2️⃣: 1 } }] } } }\n"
        ),
        Broken(
            "unknown-mode",
            top: "modes: [shop, web]",
            states:
                "  idle: { on: { order: {} } }\nsteps: [{ id: a, instruct: step.web, at: idle, modes: 1️⃣wbe2️⃣ }]\n"
        ),
    ]

    static let states: [Broken] = [
        Broken(
            "unknown-state",
            states: "  idle:\n    on:\n      order: { to: 1️⃣idel2️⃣ }\n"
        ),
        Broken(
            "duplicate-state",
            states:
                "  idle:\n    on: { order: {} }\n    initial: a\n    states: { a: { on: { order: { to: 'b' } } }, b: { states: { 1️⃣a2️⃣: {} } } }\n"
        ),
        Broken(
            "missing-initial",
            states: "  1️⃣idle2️⃣:\n    on: { order: { to: b } }\n    states: { a: {}, b: {} }\n"
        ),
        Broken(
            "initial-outside",
            states:
                "  idle:\n    on: { order: {} }\n    initial: 1️⃣idle2️⃣\n    states: { a: {} }\n"
        ),
        Broken(
            "conflicting-targets",
            states:
                "  idle:\n    on: { order: { to: [a, 1️⃣b2️⃣] } }\n    initial: a\n    states: { a: {}, b: {} }\n"
        ),
        Broken(
            "step-without-state",
            states:
                "  idle: { on: { order: {} } }\nsteps: [{ id: 1️⃣web2️⃣, instruct: step.web }]\n"
        ),
        Broken(
            "definition-limit",
            states: "  idle:\n    on: { order: {} }\n" + nest(32)
        ),
    ]

    static let flow: [Broken] = [
        Broken(
            "unreachable-state",
            whole:
                "passo: 1\nworkflow: lamp\nversion: 1\ninitial: a\nstates: { a: {}, 1️⃣b2️⃣: {} }\n"
        ),
        Broken(
            "shadowed-transition",
            states: "  idle:\n    on:\n      order:\n        - {}\n        - 1️⃣{2️⃣ to: idle }\n"
        ),
        Broken(
            "eventless-cycle",
            whole: """
                passo: 1
                workflow: lamp
                version: 1
                initial: a
                states:
                  a: { eventless: 1️⃣{2️⃣ to: b } }
                  b: { eventless: { to: a } }
                """
        ),
        Broken(
            "state-left",
            top: "data: { was: bool }",
            states: """
                  idle:
                    on: { order: { to: idle, do: { set: { was: 1️⃣states.idle2️⃣ } } } }
                """
        ),
        Broken(
            "bad-duration",
            states: "  idle:\n    on: { order: {} }\n    after: { 1️⃣15sec2️⃣: { to: idle } }\n"
        ),
        Broken(
            "bad-duration",
            top: "constants: { wait: 15 }",
            states: "  idle:\n    on: { order: {} }\n    after: { 1️⃣wait2️⃣: { to: idle } }\n"
        ),
    ]

    static let expressions: [Broken] = [
        Broken(
            "expression-too-costly",
            top: "data: { names: list(string) }",
            states: """
                  idle:
                    on:
                      order:
                        if: "size(names) > 0 && 1️⃣names.all(a, names.all(b, a != b + 'x'))2️⃣"
                """
        ),
        Broken(
            "guard-syntax",
            states: "  idle:\n    on:\n      order: { if: \"1 +1️⃣2️⃣\" }\n"
        ),
        Broken(
            "guard-type",
            states: "  idle:\n    on:\n      order: { if: 1️⃣\"1 + 2\"2️⃣ }\n"
        ),
        Broken(
            "guard-type",
            states: "  idle:\n    on:\n      order: { if: \"1 1️⃣+2️⃣ 'a' == 2\" }\n"
        ),
        Broken(
            "guard-unknown-name",
            top: "data: { count: int }",
            states: "  idle:\n    on:\n      order: { if: \"1️⃣cuont2️⃣ > 1\" }\n"
        ),
        Broken(
            "guard-unknown-name",
            top: "data: { count: int }",
            states: """
                  idle:
                    on:
                      order:
                        if: >
                          count > 1 &&
                          1️⃣cuont2️⃣ < 3
                """
        ),
        Broken(
            "guard-unknown-function",
            top: "data: { name: string }",
            states: "  idle:\n    on:\n      order: { if: \"1️⃣charactes2️⃣(name) > 1\" }\n"
        ),
        Broken(
            "unknown-input",
            top: "inputs: { agent: { calls: int } }",
            states: "  idle:\n    on:\n      order: { if: \"agent.1️⃣cals2️⃣ > 1\" }\n"
        ),
        Broken(
            "guard-unknown-name",
            top: "events: { order: { data: { text: string } } }",
            states: "  idle:\n    on:\n      order: { if: \"event.1️⃣txt2️⃣ == ''\" }\n"
        ),
        Broken(
            "unknown-state",
            states: "  idle:\n    on:\n      order: { if: \"states.1️⃣idel2️⃣\" }\n"
        ),
    ]

    static let fields: [Broken] = [
        Broken(
            "limit-conflict",
            top: refusals + "data: { title: { type: string, limit: 1️⃣20000002️⃣ } }"
        ),
        Broken("limit-conflict", top: refusals + "data: { title: { type: string, limit: 1️⃣02️⃣ } }"),
        Broken(
            "limit-conflict",
            top: refusals
                + "data: { title: { type: string, limit: 3, initial: 1️⃣\"'lamp'\"2️⃣ } }"
        ),
        Broken(
            "limit-conflict",
            top: refusals
                + "data: { tags: { type: list(string), max: 1, initial: 1️⃣\"['a', 'b']\"2️⃣ } }"
        ),
        Broken("rule-type", top: refusals + "data: { count: { type: int, limit: 1️⃣32️⃣ } }"),
        Broken(
            "not-constant",
            top: refusals + "data: { a: int, title: { type: string, limit: 1️⃣a2️⃣ } }"
        ),
        Broken(
            "missing-refusal",
            top: "refuse: { tooLong: taken }\ndata: { 1️⃣title2️⃣: { type: string, limit: 3 } }"
        ),
        Broken(
            "unknown-field",
            top: refusals + "data: { title: { type: string, limit: 3 }, a: int }",
            states: "  idle:\n    on:\n      order: { check: 1️⃣a2️⃣ }\n"
        ),
        Broken(
            "assigned-before",
            top: refusals + "data: { title: { type: string, limit: 3 }, draft: string }",
            states:
                "  idle: { on: { order: { do: [{ set: { draft: \"'a'\", title: 1️⃣draft2️⃣ } }] } } }\n"
        ),
    ]

    static let texts: [Broken] = [
        Broken("missing-message", top: "title: 1️⃣titel2️⃣"),
        Broken("missing-message", top: "title: 1️⃣onlyEnglish2️⃣"),
        Broken(
            "message-arguments",
            states:
                "  idle: { on: { order: { require: { that: \"false\", else: 1️⃣busy2️⃣ } } } }\n"
        ),
        Broken(
            "message-arguments",
            states:
                "  idle: { on: { order: { tell: 1️⃣busy2️⃣, with: { max: \"'many'\" } } } }\n"
        ),
        Broken("message-arguments", top: "title: 1️⃣uneven2️⃣"),
        Broken(
            "unused-argument",
            states: "  idle: { on: { order: { tell: taken, with: { 1️⃣by2️⃣: \"'me'\" } } } }\n"
        ),
    ]

    /// A file whose expressions end with comments, which must not swallow what is built around them.
    static let commented = Lamp.text.replacing(
        "set: { draft.title: event.text }",
        with: "set: { draft.title: 'event.text // as typed' }"
    )
    .replacing(
        "set: { title: draft.title,",
        with: "set: { title: 'draft.title // as typed',"
    )
    .replacing("add: { tags: event.text }", with: "add: { tags: 'event.text // so' }")

    private static let refusals =
        "refuse: { tooLong: taken, tooHeavy: taken, empty: taken, tooMany: taken }\n"

    /// States in states, the last one too deep.
    private static func nest(_ depth: Int) -> String {
        var text = ""
        for level in 1...depth {
            let indent = String(repeating: " ", count: 4 * level)
            let isLast = level == depth
            let name = isLast ? "1️⃣s\(level)2️⃣" : "s\(level)"
            text += "\(indent)states:\n\(indent)  \(name):\(isLast ? " {}" : "")\n"
        }
        return text
    }
}
