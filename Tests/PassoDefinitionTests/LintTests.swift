import PassoDefinition
import PassoDiagnostics
import Testing

/// What is as it should be, close to what the lint warns of.
struct Sound: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let text: String

    init(_ name: String, top: String = "", states: String) {
        testDescription = name
        let events = top.contains("events:") ? "" : "events: { order: {} }\n"
        text =
            "passo: 1\nworkflow: lamp\nversion: 1\nstrings: test\n" + top + "\n" + events
            + "states:\n" + states + "\n"
    }

    static let all: [Sound] = regions + ends + conditions + ways + choices + refusals

    private static let regions: [Sound] = [
        Sound(
            "a parallel state is left by its own transition",
            top: "initial: form",
            states: """
                  form: { on: { order: { to: idle } }, parallel: { content: {}, copy: {} } }
                  idle: {}
                """
        ),
        Sound(
            "a transition stays in its region",
            states: """
                  form:
                    parallel:
                      content: { initial: a, states: { a: { on: { order: { to: b } } }, b: {} } }
                      copy: {}
                """
        ),
        Sound(
            "a parallel state is entered from outside at one region",
            top: "initial: idle",
            states: """
                  idle: { on: { order: { to: b } } }
                  form:
                    parallel:
                      content:
                        initial: a
                        states: { a: {}, b: { on: { order: { to: a } } } }
                      copy: {}
                """
        ),
        Sound(
            "all regions are named",
            states: """
                  form:
                    on: { order: { to: [b, d] } }
                    parallel:
                      content: { initial: a, states: { a: {}, b: {} } }
                      copy: { initial: c, states: { c: {}, d: {} } }
                """
        ),
        Sound(
            "a surprise is accepted, on its line or before it",
            states: """
                  form:
                    parallel:
                      content:
                        initial: typing
                        states:
                          typing:
                            on:
                              # passo: allow exits-siblings: all begins anew
                              order: { to: form }
                          other:
                            on:
                              order: { to: form } # passo: allow exits-siblings
                      copy: { on: { order: { to: other } } } # passo: allow exits-siblings: so be it
                """
        ),
    ]

    private static let ends: [Sound] = [
        Sound(
            "the end of a region counts through its parallel state",
            top: "initial: idle",
            states: """
                  idle:
                    done: { to: end }
                    parallel:
                      left: { initial: a, states: { a: { on: { order: { to: b } } }, b: { final: true } } }
                      right: { initial: c, states: { c: { on: { order: { to: d } } }, d: { final: true } } }
                  end: { final: true }
                """
        ),
        Sound(
            "an end is asked for by a condition",
            top: "initial: idle",
            states: """
                  idle:
                    on: { order: [{ if: states.b, to: end }, {}] }
                    initial: a
                    states: { a: { on: { order: { to: b } } }, b: { final: true } }
                  end: { final: true }
                """
        ),
        Sound(
            "the end of the workflow needs no hearer",
            top: "initial: idle",
            states: "  idle: { on: { order: { to: end } } }\n  end: { final: true }"
        ),
        Sound(
            "an internal event is raised in an action within an action",
            top: "data: { count: int }\nevents: { order: {}, counted: { internal: true } }",
            states: """
                  idle:
                    on:
                      order: { do: { if: count > 1, then: [{ raise: counted }] } }
                      counted: {}
                """
        ),
    ]

    private static let conditions: [Sound] = [
        Sound(
            "a constant is a switch",
            top: "constants: { allowed: false, most: 3 }\ndata: { count: int }",
            states: """
                  idle:
                    on:
                      order:
                        - { if: "allowed && count > 5 && count < most", do: { log: count } }
                        - { require: { that: "!allowed || most == 0", else: taken } }
                """
        ),
        Sound(
            "what cannot be decided is left alone",
            top: "data: { name: string, count: int }",
            states: """
                  idle:
                    on:
                      order: { if: "folded(name) == 'a' && folded(name) != 'a' + name && 10 / count >= 0" }
                """
        ),
    ]

    private static let ways: [Sound] = [
        Sound(
            "an ancestor has another way out",
            top: "initial: around",
            states: """
                  around:
                    on: { order: { to: late } }
                    states: { idle: { after: { 5s: { to: late } } } }
                  late: { on: { order: {} } }
                """
        ),
        Sound(
            "eventless transitions exclude each other",
            top: "data: { count: int }\ninitial: a",
            states: """
                  a: { on: { order: { do: { set: { count: 3 } } } }, eventless: { if: count > 1, to: b } }
                  b: { eventless: { if: count <= 1, to: a } }
                """
        ),
        Sound(
            "a ring changes what it reads",
            top: "data: { count: int }",
            states: """
                  idle: { on: { order: {} }, eventless: { if: count < 9, do: { set: { count: count + 1 } } } }
                """
        ),
    ]

    private static let choices: [Sound] = [
        ("x", "!x"), ("a == 1", "a == 2"), ("n < 3", "n >= 3"), ("n > 2", "n < 3"),
        ("k in ['a', 'b']", "k in ['c', 'd']"), ("k == 'a'", "k != 'a'"), ("a < n", "n <= a"),
        ("x && a == 1", "!x && a == 1"), ("x ? a == 1 : a == 2", "a == 3"),
        ("a == n && n > 5", "a < 5"), ("!(x || a > 1)", "x || a > 4"),
        ("x == (a > 1)", "!x && a > 1"),
        ("folded(k) == 'a'", "folded(k) == 'b'"), ("size(l) > 0", "size(l) == 0"),
        ("d < 1.5", "d >= 1.5"), ("w > duration('5s')", "w <= duration('5s')"),
    ].map { first, second in
        Sound(
            "\(first) | \(second)",
            top: """
                data: { x: bool, a: int, n: int, k: string, l: list(string), d: double, w: duration }
                """,
            states: """
                  idle:
                    on:
                      order: [{ if: "\(first)", do: { log: a } }, { if: "\(second)", do: { log: n } }]
                """
        )
    }

    private static let refusals: [Sound] = [
        Sound(
            "if, else if, else",
            top: "data: { count: int }",
            states: """
                  idle:
                    on:
                      order:
                        - { if: count > 5, do: { log: "1" } }
                        - { if: count > 1, do: { log: "2" } }
                        - { do: { log: "3" } }
                """
        ),
        Sound(
            "a refusal that nothing passes over",
            top: "data: { count: int }",
            states: """
                  idle:
                    on:
                      order:
                        - { if: count > 5, refuse: taken }
                        - { if: count <= 5, do: { log: "2" } }
                """
        ),
        Sound(
            "a refusal at the end of a list",
            top: "data: { count: int }",
            states: """
                  idle: { on: { order: [{ if: count <= 5 }, { refuse: taken }] } }
                """
        ),
    ]
}

@Suite struct LintTests {
    @Test(arguments: Sound.all)
    func `is silent where nothing surprises`(sound: Sound) {
        let source = SourceText(name: "lamp.yaml", sound.text)
        let result = DefinitionCompiler.compile(source, strings: TestStrings.bundle)
        #expect(result.diagnostics.map(\.id.rawValue) == [], "\(sound.text)")
        #expect(result.definition != nil)
    }

    @Test func `says with which values both are possible, and which one wins`() throws {
        let broken = try #require(Broken.surprises.first { $0.id == "ambiguous-transitions" })
        let result = DefinitionCompiler.compile(broken.source, strings: TestStrings.bundle)
        let diagnostic = try #require(result.diagnostics.first)
        #expect(
            EngineWords().text(for: diagnostic.id, arguments: diagnostic.arguments)
                == "an earlier transition wins over this one for 'order' where both are possible, for instance when count == 2"
        )
        let note = try #require(diagnostic.notes.first)
        #expect(note.id == "wins-first")
        #expect(broken.source.position(at: note.range.lowerBound).line == 11)
    }

    @Test func `knows which transitions are never taken, and why`() throws {
        let text = """
            passo: 1
            workflow: lamp
            version: 1
            events: { order: {} }
            data: { count: int }
            initial: a
            states:
              a:
                on:
                  order:
                    - { if: count > 3 && count < 2, to: b }
                    - { if: count > 1, to: a }
                    - { if: count <= 1, do: { log: count } }
                    - { to: b }
              b: {}
              c: { on: { order: {} } }
            """
        let source = SourceText(name: "lamp.yaml", text)
        let definition = try DefinitionCompiler.compile(source, strings: nil).get()
        #expect(
            definition.outOfReach.transitions == [
                0: "always-false", 3: "covered-transition", 4: "unreachable-state",
            ]
        )
        #expect(definition.outOfReach.states == ["c": "unreachable-state"])
    }

    @Test func `an allowance is for its line and its warning only`() {
        let text = """
            passo: 1
            workflow: lamp
            version: 1
            events: { order: {} }
            data: { count: int }
            states:
              # passo: allow timer-only-exit, done-unheard: two that are not there
              idle:
                on:
                  # passo: allow always-true
                  order: { if: count > 3 && count < 2 }
            """
        let source = SourceText(name: "lamp.yaml", text)
        let result = DefinitionCompiler.compile(source, strings: nil)
        #expect(
            result.diagnostics.map { "\(source.position(at: $0.range.lowerBound).line) \($0.id)" }
                == [
                    "7 needless-allow", "7 needless-allow", "10 needless-allow", "11 always-false",
                ]
        )
    }
}
