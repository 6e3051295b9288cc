import PassoCEL
import PassoCore
import PassoDefinition
import PassoDiagnostics
import Testing

/// What definitions with types say that SCXML says.
@Suite struct TypedStatechartTests {
    private func compile(_ text: String) throws -> Definition {
        let head = "passo: 1\nworkflow: lamp\nversion: 1\n"
        let source = SourceText(name: "lamp.yaml", head + text)
        let result = DefinitionCompiler.compile(source, strings: nil) { name in
            name == "start.cel" ? SourceText(name: name, "count = count + 1\n") : nil
        }
        for problem in result.diagnostics where problem.severity == .error {
            Issue.record("\(problem.id) \(problem.arguments)")
        }
        return try result.get()
    }

    @Test func `values go to members and elements, with their types`() throws {
        var run = try Run(
            compile(
                """
                events: { go: { data: { at: int, key: string } } }
                data:
                  lines: { type: list(int), initial: "[1, 2, 3]" }
                  table: { type: "map(string, list(int))", initial: "{'a': [0]}" }
                  count: int
                states:
                  s:
                    on:
                      go:
                        do:
                          - { assign: "lines[event.at]", value: 7 }
                          - { assign: "table[event.key]", value: "[1]" }
                          - { assign: "table.a[0]", value: "lines[0] + 1" }
                          - { assign: count, value: "count + 1" }
                          - { script: { src: start.cel } }
                          - script: |
                              count = count * 10; lines[2] = count
                """
            )
        )
        #expect(try run.send("go", ["at": 1, "key": "b"]) == nil)
        #expect(run.value("lines") == [1, 7, 20])
        #expect(run.value("table") == ["a": [2], "b": [1]])
        #expect(run.value("count") == 20)
    }

    @Test func `done events carry what final states give, typed`() throws {
        var run = try Run(
            compile(
                """
                events: { pay: { data: { sum: int } }, stop: {} }
                data: { paid: int, total: int }
                initial: order
                states:
                  order:
                    initial: open
                    states:
                      open:
                        on:
                          pay: { to: closed, do: { set: { paid: event.sum } } }
                          stop: { to: stopped }
                      closed: { final: true, donedata: { with: { sum: paid, by: "'card'" } } }
                      stopped: { final: true }
                    done:
                      - if: "event.sum > 10 && event.by == 'card'"
                        to: large
                        do: { set: { total: "event.sum * 2" } }
                      - { to: small }
                  large: { final: true, donedata: { with: { total: total } } }
                  small: {}
                """
            )
        )
        #expect(try run.send("pay", ["sum": 20]) == nil)
        #expect(run.isActive("large"))
        #expect(run.value("total") == 40)
        #expect(run.effects.contains { $0 == .done(["total": 40]) })
    }

    @Test func `a final state without data gives the zero values`() throws {
        var run = try Run(
            compile(
                """
                events: { stop: {} }
                initial: order
                states:
                  order:
                    initial: open
                    states:
                      open: { on: { stop: { to: stopped } }, eventless: { if: "false", to: closed } }
                      closed: { final: true, donedata: { with: { sum: 5 } } }
                      stopped: { final: true }
                    done: [ { if: "event.sum == 0", to: right }, { to: wrong } ]
                  right: {}
                  wrong: {}
                """
            )
        )
        #expect(try run.send("stop") == nil)
        #expect(run.isActive("right"))
    }

    @Test func `workflows are invoked with values, heard by name and sent to`() throws {
        var run = try Run(
            compile(
                """
                targets:
                  bell: { workflow: doorbell, events: { ring: { data: { times: int } } } }
                events:
                  go: {}
                  done.invoke.door: { data: { rings: int } }
                data: { id: string, times: { type: int, initial: 2 }, heard: int }
                initial: idle
                states:
                  idle: { on: { go: { to: busy } } }
                  busy:
                    invoke:
                      - workflow: bell
                        id: door
                        with: { times: times, greeting: "'hi'" }
                        autoforward: true
                        finalize: { set: { heard: heard + 1 } }
                      - { workflow: doorbell, names: [times], idlocation: id }
                    entry:
                      - { send: ring, to: "#_door", with: { times: 3 } }
                      - { send: started, to: "#_parent", with: { id: id }, after: 1s }
                      - { send: { value: "'a' + 'b'" }, to: { value: "'#_parent'" }, content: [x] }
                    on:
                      done.invoke.door: { if: "event.rings > 1", to: end }
                      done.invoke: { do: [] }
                  end: {}
                """
                .replacing("content: [x]", with: "content: \"[1]\"")
            )
        )
        #expect(try run.send("go") == nil)
        let invokes = run.effects.compactMap { effect -> InvokeEffect? in
            if case .invoke(let invoke) = effect { invoke } else { nil }
        }
        #expect(invokes.map(\.id) == ["door", "busy.2"])
        #expect(invokes.map(\.workflow) == ["doorbell", "doorbell"])
        #expect(invokes.first?.arguments.map(\.name) == ["times", "greeting"])
        #expect(run.value("id") == "busy.2")
        let sends = run.effects.compactMap { effect -> SendEffect? in
            if case .send(let send) = effect { send } else { nil }
        }
        #expect(sends.map(\.target) == ["#_door", "#_parent", "#_parent"])
        #expect(sends.map(\.name) == ["ring", "started", "ab"])
        #expect(sends.map(\.data) == [["times": 3], ["id": ""], [1]])
        #expect(try run.send("done.invoke.door", ["rings": 2]) == nil)
        #expect(run.isActive("end"))
    }

    @Test func `loops know the position, and ids can be computed`() throws {
        var run = try Run(
            compile(
                """
                events: { go: {}, late: {} }
                data: { sum: int, names: { type: list(string), initial: "['a', 'b']" } }
                states:
                  s:
                    on:
                      late: {}
                      go:
                        do:
                          - { send: late, after: 5s, id: ab }
                          - { cancel: { value: "names[0] + names[1]" } }
                          - for: { item: name, index: i, in: names }
                            do: { set: { sum: sum + i + size(name) } }
                """
            )
        )
        #expect(try run.send("go") == nil)
        #expect(run.value("sum") == 3)
        #expect(
            run.effects.contains { if case .cancel = $0 { true } else { $0 == .cancelNamed("ab") } }
        )
    }

    @Test func `initial states, histories and blocks have their actions`() throws {
        let run = try Run(
            compile(
                """
                initial: { to: [a2, b2], do: { set: { n: n + 1 } } }
                data: { n: int, m: { type: int, initial: 1 } }
                states:
                  p:
                    parallel:
                      a: { initial: a1, states: { a1: {}, a2: { eventless: { to: h } } } }
                      b: { initial: b1, states: { b1: {}, b2: {} } }
                  q:
                    initial: q1
                    states:
                      q1: {}
                      h: { history: deep, to: q2, do: { set: { n: n + 10 } } }
                      q2:
                        entry:
                          - block: [ { set: { n: 100 / (m - 1) } }, { set: { n: 0 } } ]
                          - block: { set: { n: n + 100 } }
                """
            )
        )
        #expect(run.value("n") == 111)
        #expect(run.isActive("q2"))
    }
}
