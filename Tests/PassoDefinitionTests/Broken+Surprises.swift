extension Broken {
    /// One definition for each warning of the lint.
    static let surprises: [Broken] = regions + ends + raised + conditions + ways + choices

    private static let regions: [Broken] = [
        Broken(
            "exits-siblings",
            top: "initial: form",
            states: """
                  form:
                    parallel:
                      content:
                        initial: typing
                        states: { typing: { on: { order: 1️⃣{2️⃣ to: idle } } } }
                      copy: {}
                  idle: {}
                """
        ),
        Broken(
            "exits-siblings",
            states: """
                  form:
                    parallel:
                      content:
                        initial: typing
                        states: { typing: { on: { order: 1️⃣{2️⃣ to: stale } } } }
                      copy: { initial: fresh, states: { fresh: {}, stale: {} } }
                """
        ),
        Broken(
            "exits-siblings",
            states: """
                  form:
                    on: { order: 1️⃣{2️⃣ to: stale } }
                    parallel:
                      content: {}
                      copy: { initial: fresh, states: { fresh: {}, stale: {} } }
                """
        ),
        Broken(
            "needless-allow",
            states: "  idle:\n    on:\n      order: {} # passo: allow 1️⃣exits-siblings2️⃣: so be it\n"
        ),
    ]

    private static let ends: [Broken] = [
        Broken(
            "done-unheard",
            states: """
                  1️⃣idle2️⃣:
                    initial: a
                    states: { a: { on: { order: { to: b } } }, b: { final: true } }
                """
        ),
        Broken(
            "done-unheard",
            states: """
                  1️⃣idle2️⃣:
                    parallel:
                      left: { initial: a, states: { a: { on: { order: { to: b } } }, b: { final: true } } }
                      right: { initial: c, states: { c: { on: { order: { to: d } } }, d: { final: true } } }
                """
        ),
        Broken(
            "never-done",
            top: "initial: idle",
            states: """
                  idle:
                    on: { order: {} }
                    done: 1️⃣{2️⃣ to: end }
                    parallel:
                      left: { initial: a, states: { a: { on: { order: { to: b } } }, b: { final: true } } }
                      right: {}
                  end: { final: true }
                """
        ),
        Broken(
            "never-done",
            top: "initial: idle",
            states: """
                  idle: { on: { order: {}, done.state.end: 1️⃣{2️⃣ to: end } } }
                  end: { final: true }
                """
        ),
    ]

    private static let raised: [Broken] = [
        Broken(
            "never-raised",
            top: "events: { 1️⃣order2️⃣: { internal: true } }"
        )
    ]

    private static let conditions: [Broken] = [
        Broken(
            "always-false",
            top: "data: { count: int }",
            states: "  idle: { on: { order: { if: 1️⃣\"count > 3 && count < 2\"2️⃣ } } }\n"
        ),
        Broken(
            "always-false",
            top: "initial: a",
            states: """
                  a: { on: { order: [{ if: 1️⃣states.b2️⃣ }, { to: b }] } }
                  b: { on: { order: { to: a } } }
                """
        ),
        Broken(
            "always-false",
            top: "data: { count: int }",
            states: """
                  idle:
                    on:
                      order:
                        do: { if: 1️⃣"count > 3 && count < 4"2️⃣, then: [{ set: { count: 1 } }] }
                """
        ),
        Broken(
            "always-true",
            top: "data: { names: list(string) }",
            states: "  idle: { on: { order: { if: 1️⃣size(names) >= 02️⃣ } } }\n"
        ),
        Broken(
            "always-true",
            states:
                "  idle: { on: { order: { require: { that: 1️⃣states.idle2️⃣, else: taken } } } }\n"
        ),
        Broken(
            "contradictory-conditions",
            top: "data: { count: int }",
            states: """
                  idle:
                    on:
                      order: 1️⃣{2️⃣ if: count > 3, require: { that: count < 3, else: taken } }
                """
        ),
    ]

    private static let ways: [Broken] = [
        Broken(
            "timer-only-exit",
            top: "initial: idle",
            states: """
                  1️⃣idle2️⃣: { on: { order: {} }, after: { 5s: { to: late } } }
                  late: { on: { order: { to: idle } } }
                """
        ),
        Broken(
            "eventless-ring",
            top: "data: { count: int }\ninitial: a",
            states: """
                  a: { on: { order: { do: { set: { count: 3 } } } }, eventless: 1️⃣{2️⃣ if: count > 1, to: b } }
                  b: { eventless: { if: count < 9, to: a } }
                """
        ),
        Broken(
            "eventless-ring",
            top: "data: { count: int }",
            states: """
                  idle: { on: { order: {} }, eventless: 1️⃣{2️⃣ if: count > 1, do: { log: count } } }
                """
        ),
    ]

    private static let choices: [Broken] = [
        Broken(
            "ambiguous-transitions",
            top: "data: { count: int }",
            states: """
                  idle:
                    on:
                      order:
                        - { if: count > 1, do: { log: "1" } }
                        - 1️⃣{2️⃣ if: count < 5, do: { log: "2" } }
                """
        ),
        Broken(
            "ambiguous-transitions",
            top: "data: { count: int }\nevents: { order.lamp: {} }",
            states: """
                  idle:
                    on:
                      order.lamp: { if: count > 1, do: { log: "1" } }
                      order.*: 1️⃣{2️⃣ if: count < 5, do: { log: "2" } }
                """
        ),
        Broken(
            "covered-transition",
            top: "data: { count: int }",
            states: """
                  idle:
                    on:
                      order:
                        - { if: count > 1, do: { log: "1" } }
                        - { if: count <= 1, do: { log: "2" } }
                        - 1️⃣{2️⃣ do: { log: "3" } }
                """
        ),
        Broken(
            "covered-transition",
            top: "data: { count: int }",
            states: """
                  idle:
                    on:
                      order:
                        - { if: count > 1, do: { log: "1" } }
                        - 1️⃣{2️⃣ if: count > 5, do: { log: "2" } }
                """
        ),
        Broken(
            "refusal-passed",
            top: "inputs: { open: bool }",
            states: """
                  idle:
                    on:
                      order:
                        - 1️⃣{2️⃣ if: "!open", refuse: taken }
                        - { do: { log: "1" } }
                """
        ),
        Broken(
            "refusal-passed",
            states: """
                  idle:
                    on: { order: { do: { log: "1" } } }
                    initial: busy
                    states: { busy: { on: { order: 1️⃣{2️⃣ refuse: taken } } } }
                """
        ),
    ]
}
