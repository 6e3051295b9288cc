import PassoDefinition
import PassoDiagnostics
import PassoRuntime
import Testing

/// A product team's own definition, played without any Swift of its own.
@Suite struct ScenarioPlayerTests {
    private func play(_ steps: String, given: String = "front: { workflow: door }") throws
        -> Transcript
    {
        let text = """
            scenario: A door
            definitions: [door.yaml]
            given:
              people: { anna: Anna Nowak }
              instances: { \(given) }
            play:
            \(steps)
            """
        let (scenario, diagnostics) = ScenarioReader.read(SourceText(name: "s.yaml", text))
        #expect(diagnostics.map(\.id.rawValue) == [])
        var stage = ChartStage(
            definitions: [try Fixtures.definition(Fixtures.door)],
            beginsAt: 0
        )
        return ScenarioPlayer.play(try #require(scenario), on: &stage)
    }

    private func failures(_ steps: String, given: String = "front: { workflow: door }") throws
        -> [String]
    {
        try play(steps, given: given).failures.map {
            "\($0.id) \($0.source.position(at: $0.range.lowerBound).line)"
        }
    }

    @Test func `a scenario that holds`() throws {
        let transcript = try play(
            """
              - { at: 1s, by: anna, on: front, do: open, with: { key: "8" }, expect: { refused: { key: door.wrongKey, with: { key: "8" } } } }
              - { at: 2s, by: anna, on: front, do: open, with: { key: "7" }, inputs: { guests: 3 }, expect: { refused: door.full } }
              - { at: 3s, by: anna, on: front, do: open, with: { key: "7" }, inputs: { guests: 0 }, expect: { told: { key: door.opened, to: anna }, timers: { front: 15s } } }
              - { at: 4s, by: anna, on: front, do: write, with: { text: { repeat: x, times: 6 } }, expect: { refused: { key: door.tooLong, field: note, with: { over: 1 } } } }
              - { at: 5s, do: reload, expect: { timers: { front: 13s }, why: { front: { by: anna, close: accepted, open: unheard } } } }
              - { at: 18s, expect: { told: door.closed, state: { front: shut }, data: { front: { openings: 1 } }, timers: { front: none } } }
            """
        )
        #expect(transcript.failures.map(\.id.rawValue) == [])
        #expect(transcript.lines.contains { $0.name == "Anna Nowak" })
        let report = transcript.coverage.report(on: try Fixtures.definition(Fixtures.door))
        #expect(report.reached(.state) == 2)
        #expect(report.reached(.refusal) == report.total[.refusal, default: 0] - 1)
        #expect(report.gaps.map(\.name).contains("ajar close"))
    }

    @Test(
        arguments: [
            ("{ refused: door.full }", "scenario-expectation-failed 7"),
            ("{ refused: true }", "scenario-expectation-failed 7"),
            ("{ told: door.closed }", "scenario-expectation-failed 7"),
            ("{ told: [] }", "scenario-expectation-failed 7"),
            ("{ state: { front: shut } }", "scenario-expectation-failed 7"),
            ("{ data: { front: { openings: 2 } } }", "scenario-expectation-failed 7"),
            ("{ timers: { front: 14s } }", "scenario-expectation-failed 7"),
            ("{ why: { front: { close: door.full } } }", "scenario-expectation-failed 7"),
            ("{ state: { fron: shut } }", "scenario-unknown-name 7"),
            ("{ state: { front: shutt } }", "scenario-unknown-name 7"),
            ("{ data: { front: { opening: 2 } } }", "scenario-unknown-name 7"),
            ("{ sate: {} }", "scenario-unknown-key 7"),
            ("{ told: { key: door.opened, too: anna } }", "scenario-unknown-key 7"),
            ("{ told: { text: door.closed } }", "scenario-expectation-failed 7"),
            ("{ told: { key: door.opened, to: [anna] } }", "scenario-wrong-type 7"),
            ("{ told: { key: door.opened, with: anna } }", "scenario-wrong-type 7"),
            ("{ timers: { front: [] } }", "scenario-wrong-type 7"),
            ("{ data: { front: x } }", "scenario-wrong-type 7"),
            ("{ why: { front: { by: [], close: door.full } } }", "scenario-wrong-type 7"),
        ])
    func `an expectation that does not hold is named at its line`(
        expectation: String,
        failure: String
    ) throws {
        let step = #"  - { at: 1s, by: anna, on: front, do: open, with: { key: "7" }, expect: "#
        #expect(try failures(step + expectation + " }") == [failure])
    }

    @Test(
        arguments: [
            ("on: front, do: opn", "scenario-unknown-name 7"),
            ("on: back, do: open", "scenario-unknown-name 7"),
            ("on: front, do: open, with: { kee: x }", "scenario-unknown-name 7"),
            ("on: front, do: open, with: { key: [1] }", "scenario-step-failed 7"),
            ("on: front, do: open", "scenario-step-failed 7"),
            ("on: front, do: close", "scenario-unexpected-refusal 7"),
            ("on: front, do: open, with: { key: '8' }", "scenario-unexpected-refusal 7"),
            (
                "on: front, do: open, with: { key: '7' }, inputs: { gests: 1 }",
                "scenario-unknown-name 7"
            ),
        ])
    func `a step that cannot be played is named at its line`(
        step: String,
        failure: String
    ) throws {
        let found = try failures("  - { at: 1s, by: anna, \(step) }")
        #expect(found.count == 1)
        #expect(found.first?.hasSuffix(" 7") == true)
        if !step.contains("[1]") { #expect(found.first == failure) }
    }

    @Test func `instances are set up as given`() throws {
        let given = "front: { workflow: dor }"
        #expect(try failures("  - { at: 1s }", given: given) == ["scenario-unknown-name 5"])
        let data = "front: { workflow: door, data: { openings: 4 }, inputs: { guests: 9 } }"
        let step =
            #"  - { do: open, with: { key: "7" }, expect: { refused: door.full, data: { front: { openings: 4 } } } }"#
        #expect(try failures(step, given: data) == [])
    }

    @Test func `an invariant that breaks is a failure`() throws {
        let data = "front: { workflow: door, data: { openings: -9 } }"
        let step = #"  - { do: open, with: { key: "7" } }"#
        #expect(try failures(step, given: data).contains("scenario-invariant-failed 7"))
    }
}
