import PassoCEL
import PassoCore
import PassoDefinition
import PassoDiagnostics
import Testing

/// Charts that follow the Recommendation to the letter.
@Suite struct OpenChartTests {
    @Test func `an expression that does not parse is a warning, and an error when reached`() throws
    {
        var run = try OpenRun(
            """
            data: { x: { initial: 1 } }
            states:
              a:
                entry: [ { assign: x, value: "return" }, { assign: x, value: "2" } ]
                on:
                  error.execution: { to: pass }
                  "*": { to: fail }
              pass: { final: true }
              fail: { final: true }
            """
        )
        try run.settle()
        #expect(run.isActive("pass"))
        #expect(run.value("x") == 1)
        #expect(run.found.contains("guard-syntax"))
    }

    @Test(arguments: ["'a' +", "1 + ", "", "7", "'text'", "missing", "x.bar.baz", "In("])
    func `a condition that gives no truth value is false and an error`(condition: String) throws {
        let run = try OpenRun(
            """
            data: { x: {} }
            states:
              a:
                eventless:
                  - { if: "\(condition)", to: fail }
                  - { to: b }
              b:
                on: { error.execution: { to: pass }, "*": { to: fail } }
                entry: [ { raise: later } ]
              pass: { final: true }
              fail: { final: true }
            """
        )
        #expect(run.isActive("pass"))
    }

    @Test func `data of states are global, and bound at the start`() throws {
        let run = try OpenRun(
            """
            data: { x: { initial: "2" } }
            states:
              a: { eventless: [ { if: "y == 3", to: pass }, { to: fail } ] }
              b: { data: { y: { initial: x + 1 } } }
              pass: { final: true }
              fail: { final: true }
            """
        )
        #expect(run.isActive("pass"))
    }

    @Test func `late data get their values when their state is entered first`() throws {
        var run = try OpenRun(
            """
            data: { n: { initial: 0 } }
            states:
              a: { eventless: [ { if: "y == null", to: b }, { to: fail } ] }
              b:
                data: { y: { initial: "10 + n" }, z: { initial: "missing" }, w: { initial: 5 } }
                entry: [ { assign: n, value: y + w } ]
                on: { again: { to: c } }
              c: { entry: [ { assign: y, value: "1" } ], eventless: { to: b } }
              fail: { final: true }
            """,
            top: "semantics: scxml\nbinding: late"
        )
        #expect(run.value("n") == 15)
        try run.send("again")
        #expect(run.isActive("b"))
        #expect(run.value("y") == 1)
        #expect(run.value("n") == 6)
    }

    @Test func `content is JSON or a text with its spaces collapsed`() throws {
        let run = try OpenRun(
            """
            data:
              a: { content: "{ \\"b\\": [1, 2.5, null, true] }" }
              c: { content: "  two\\n  words " }
              d: { src: d.json }
              e: { src: none.json }
            states: { s: { on: { error.execution: { do: { assign: a, value: "'error'" } } } } }
            """,
            documents: ["d.json": "[1, 2, 3]"]
        )
        #expect(run.value("c") == "two words")
        #expect(run.value("d") == [1, 2, 3])
        #expect(run.value("e") == .null)
        #expect(run.value("a") == "error")
        #expect(run.found.contains("missing-document"))
    }

    @Test func `a script whose document is missing makes the definition wrong`() {
        let text = """
            passo: 1
            workflow: chart
            version: 1
            semantics: scxml
            script: { src: "D:\\\\foo" }
            states: { s: {} }
            """
        let result = DefinitionCompiler.compile(
            SourceText(name: "chart.yaml", text),
            strings: nil
        )
        #expect(result.diagnostics.map(\.id) == ["missing-document"])
        #expect(result.definition == nil)
    }

    @Test func `scripts are assignments and make what nothing declares`() throws {
        let run = try OpenRun(
            """
            script: |
              x = 1; y = { 'a': [1,
                2] }  // a comment; with = and '
              z = 'a;b' + "=";
              y.a[1] = x + 6
              y['b'] = x == 1
            states: { s: {} }
            """
        )
        #expect(run.value("x") == 1)
        #expect(run.value("z") == "a;b=")
        #expect(run.value("y") == ["a": [1, 7], "b": true])
        #expect(run.found == [])
    }

    @Test func `a script that is no assignment is an error when it is run`() throws {
        let run = try OpenRun(
            """
            states:
              a:
                entry: [ { script: "var x = 1" } ]
                on: { error.execution: { to: pass }, "*": { to: fail } }
              pass: { final: true }
              fail: { final: true }
            """
        )
        #expect(run.isActive("pass"))
    }

    @Test(arguments: [
        "missing", "missing.bar", "x.y.z", "x[0]", "_event", "_sessionid", "_name", "_x",
        "_ioprocessors", "x + 1", "'x'", "", "_event.data",
    ])
    func `what is no place for a value is an error when it is reached`(
        location: String
    ) throws {
        let run = try OpenRun(
            """
            data: { x: {} }
            states:
              a:
                entry: [ { assign: "\(location)", value: 1 }, { raise: foo } ]
                on: { error.execution: { to: pass }, "*": { to: fail } }
              pass: { final: true }
              fail: { final: true }
            """
        )
        #expect(run.isActive("pass"))
        #expect(run.value("x") == .null)
    }

    @Test func `a loop makes its item and index, over a copy of its list`() throws {
        let run = try OpenRun(
            """
            data: { list: { initial: "[1, 2, 3]" }, sum: { initial: 0 } }
            states:
              a:
                entry:
                  - for: { item: x, index: i, in: list }
                    do:
                      - { assign: list, value: "list + [9]" }
                      - { assign: sum, value: sum + x * 10 + i }
            """
        )
        #expect(run.value("sum") == 63)
        #expect(run.value("x") == 3)
        #expect(run.value("i") == 2)
    }

    @Test(arguments: [("'continue'", "i"), ("x", "'i'"), ("_event", "i"), ("x", "_name")])
    func `a loop whose item can be no variable is not run`(item: String, index: String) throws {
        let run = try OpenRun(
            """
            data: { sum: { initial: 0 } }
            states:
              a:
                entry:
                  - for: { item: "\(item)", index: "\(index)", in: "[1, 2]" }
                    do: [ { assign: sum, value: "1" } ]
                on: { error.execution: { to: pass } }
              pass: { final: true }
            """
        )
        #expect(run.isActive("pass"))
        #expect(run.value("sum") == 0)
    }

    @Test func `In reads whether a state is active, whatever names it`() throws {
        let run = try OpenRun(
            """
            data: { name: { initial: "'b-1'" } }
            initial: p
            states:
              p:
                parallel:
                  a:
                    initial: a1
                    states:
                      a1: { eventless: [ { if: "In('b-1') && !In('b2') && In(name)", to: a2 } ] }
                      a2: { eventless: [ { if: "!In('nothing') && !In(name + 'x')", to: a3 } ] }
                      a3: {}
                  b:
                    states: { b-1: {}, b2: {} }
            """
        )
        #expect(run.isActive("a3"))
        #expect(run.found.contains("unknown-state"))
    }

    @Test func `without a data model a condition can only ask for a state`() throws {
        let run = try OpenRun(
            """
            states:
              p:
                parallel:
                  a:
                    states:
                      a1: { eventless: [ { if: "1 == 1", to: fail }, { if: "In('b1')", to: a2 } ] }
                      a2: { eventless: [ { if: "In(b1)", to: a3 } ] }
                      a3: {}
                      fail: {}
                  b: { states: { b1: {} } }
            """,
            top: "semantics: scxml\ndatamodel: null"
        )
        #expect(run.isActive("a3"))
        #expect(run.found.contains("only-in"))
    }

    @Test func `each block of entry actions ends by its own errors only`() throws {
        let run = try OpenRun(
            """
            data: { x: { initial: 0 }, y: { initial: 0 } }
            states:
              a:
                entry:
                  - block: [ { assign: nowhere, value: 1 }, { assign: x, value: "1" } ]
                  - block: [ { assign: y, value: "1" } ]
            """
        )
        #expect(run.value("x") == 0)
        #expect(run.value("y") == 1)
    }

    @Test func `the data of a final state are those of the done event`() throws {
        let run = try OpenRun(
            """
            data: { x: { initial: 1 } }
            states:
              a:
                initial: a1
                states:
                  a1: { final: true, donedata: { with: [ { v: x }, { w: nothing } ] } }
                on:
                  done.state.a: { if: "_event.data.v == 1 && !('w' in _event.data)", to: b }
              b:
                initial: b1
                states: { b1: { final: true, donedata: { content: foo } } }
                on: { done.state.b: { if: "_event.data == 'foo'", to: end } }
              end: { final: true, donedata: { content: { value: "x + 41" } } }
            """
        )
        #expect(run.isActive("end"))
        #expect(run.result == 42)
    }

    @Test func `sends carry names, values and content, and ids that are made`() throws {
        var run = try OpenRun(
            """
            data: { n: { initial: 1 }, id: {}, box: { initial: "{}" }, seen: { initial: "[]" } }
            states:
              a:
                entry:
                  - { send: { value: "'one' + '.two'" }, names: [n], with: { m: n + 1 }, idlocation: id }
                  - { send: c, content: "[1, 2]", idlocation: box.id, after: "1.5s" }
                  - { send: d, after: { value: "'.5s'" } }
                  - { send: e, id: gone, after: 5s }
                  - { cancel: { value: "'go' + 'ne'" } }
                on:
                  "*":
                    do:
                      - assign: seen
                        value: "seen + [_event.name, _event.data, _event.sendid]"
            """.replacing("after: { value: \"'.5s'\" }", with: "after: \"'.5s'\"")
        )
        try run.settle()
        let id = run.value("id") ?? .null
        #expect(id.stringValue?.isEmpty == false)
        let box = run.value("box")?.mapValue
        #expect(box?["id"]?.stringValue?.isEmpty == false)
        #expect(
            run.value("seen")
                == [
                    "one.two", ["n": 1, "m": 2], id, "d", .null, .null, "c", [1, 2],
                    box?["id"] ?? .null,
                ]
        )
    }

    @Test func `system variables can be read`() throws {
        let run = try OpenRun(
            """
            data:
              a: { initial: _sessionid }
              b: { initial: _name }
              c: { initial: "_ioprocessors['scxml'].location" }
              d: { initial: "_event == null && _x == {}" }
            states: { s: {} }
            """
        )
        #expect(run.value("a") == "s1")
        #expect(run.value("b") == "chart")
        #expect(run.value("c") == "#_scxml_s1")
        #expect(run.value("d") == true)
        #expect(run.found == [])
    }

    @Test func `names that CEL cannot spell are read in backticks`() throws {
        let run = try OpenRun(
            """
            data: { a-b: { initial: 1 }, c.d: { initial: 2 }, for: { initial: 3 } }
            states:
              s:
                entry:
                  - { assign: "`a-b`", value: "`a-b` + c.d + `for`" }
                  - { set: { for: "`a-b`" } }
            """
        )
        #expect(run.value("a-b") == 6)
        #expect(run.value("for") == 6)
        #expect(run.found == [])
    }

    @Test func `initial states can be several, with actions, and histories have theirs`() throws {
        var run = try OpenRun(
            """
            data: { x: { initial: 0 }, y: { initial: 0 } }
            initial: { to: [b2, c2], do: [ { assign: x, value: "1" } ] }
            states:
              p:
                parallel:
                  b: { states: { b1: {}, b2: {} } }
                  c: { states: { c1: {}, c2: {} } }
                on: { go: { to: h } }
              q:
                states:
                  q1: {}
                  h: { history: shallow, to: q2, do: [ { assign: y, value: "1" } ] }
                  q2: {}
            """
        )
        #expect(run.isActive("b2") && run.isActive("c2"))
        #expect(run.value("x") == 1)
        try run.send("go")
        #expect(run.isActive("q2"))
        #expect(run.value("y") == 1)
    }

    @Test func `a long chain of choices is no deep nesting`() throws {
        let branches = (0..<40).map {
            "{ if: \"x == \($0)\", then: { assign: y, value: \($0) }, else: "
        }
        let chain =
            branches.joined() + "{ assign: y, value: 99 }" + String(repeating: "}", count: 40)
        let run = try OpenRun(
            """
            data: { x: { initial: 37 }, y: {} }
            states: { s: { entry: [ \(chain) ] } }
            """
        )
        #expect(run.value("y") == 37)
    }
}
