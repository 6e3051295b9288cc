import PassoCEL
import PassoCore
import PassoDefinition
import PassoDiagnostics
import PassoRuntime
import Testing

/// Why an instance refuses an event, down to the parts of the conditions.
@Suite struct ConditionTests {
    private let host = ScriptedHost(["guests": 5])

    @Test func `a requirement that does not hold is explained with its values and its place`()
        throws
    {
        let definition = try Fixtures.definition(Fixtures.door)
        let conditions = try Self.conditions(refusing: "open", in: definition, host)
        let condition = try #require(conditions.first)
        #expect(conditions.count == 1)
        #expect(condition.clause == .requirement(0))
        #expect(condition.explanation.outcome == .false)
        #expect(condition.explanation.operands.map(\.text) == ["event.key", "key"])
        #expect(condition.explanation.operands.map(\.value.text) == ["''", "'7'"])
        let range = definition.range(of: condition.explanation.operands[1].range, in: condition)
        #expect(definition.source.text(in: range) == "key")
        #expect(definition.position(of: 13..<16, in: condition).line == 16)
    }

    @Test func `guards that are false are explained for each transition`() throws {
        let conditions = try Self.conditions(
            refusing: "go",
            in: Fixtures.definition(Self.crossing),
            ScriptedHost([:])
        )
        #expect(conditions.map(\.clause) == [.guarding, .guarding, .guarding])
        #expect(
            conditions.map { $0.explanation.deciding.map(\.text) } == [
                ["light == 'green'"], ["cars < 3"], ["blocked"],
            ],
            "the last only refuses, so that its guard, which holds, says why"
        )
        #expect(conditions.last?.explanation.outcome == .true)
    }

    @Test func `an error in a guard has its place in the file`() throws {
        let definition = try Fixtures.definition(Self.crossing)
        let conditions = try Self.conditions(refusing: "count", in: definition, ScriptedHost([:]))
        let condition = try #require(conditions.first)
        guard case .error(let error) = condition.explanation.outcome else {
            Issue.record("\(condition)")
            return
        }
        #expect(error.code == .divideByZero)
        let range = definition.range(of: error.range, in: condition)
        #expect(definition.source.text(in: range) == "10 / (cars - 3)")
    }

    @Test func `what a definition calls sensitive is masked, in data, inputs and events`() throws {
        let definition = try Fixtures.definition(Self.safe)
        let host = ScriptedHost(["guard.pin": "4711", "guard.type": 7])
        let conditions = try Self.conditions(refusing: "open", in: definition, host)
        let shown = conditions.flatMap { $0.explanation.deciding }.flatMap {
            $0.operands + $0.reads
        }
        #expect(
            shown.map { "\($0.text) = \($0.value.text)" } == [
                "size(guard.pin) = ***", "guard.pin = ***",
                "event.code = ***", "code = ***",
                "guard.type = 7",
            ]
        )
    }

    private static func conditions(
        refusing event: String,
        in definition: Definition,
        _ host: ScriptedHost
    ) throws -> [ConditionExplanation] {
        var world = World(definitions: [definition])
        var host = host
        try world.start("one", workflow: definition.name, host: &host)
        return world.conditions(refusing: event, at: "one", by: "anna", host: host)
    }

    private static let crossing = """
        passo: 1
        workflow: crossing
        version: 1
        data: { light: { type: string, initial: "'red'" }, cars: { type: int, initial: 3 }, blocked: { type: bool, initial: true } }
        events: { go: {}, count: {} }
        initial: waiting
        states:
          waiting:
            on:
              go:
                - { if: light == 'green', to: over }
                - { if: cars < 3 && light != 'off', to: over }
                - { if: blocked, refuse: crossing.blocked }
              count:
                if: cars > 2 && 10 / (cars - 3) > 1
                to: over
          over: { final: true }
        """

    private static let safe = """
        passo: 1
        workflow: safe
        version: 1
        inputs: { guard: { pin: { type: string, sensitive: true }, type: int } }
        data: { code: { type: string, sensitive: true, initial: "'12'" } }
        events: { open: { data: { code: { type: string, sensitive: true } } } }
        initial: shut
        states:
          shut:
            on:
              open:
                - { if: size(guard.pin) > 4, to: open }
                - { if: event.code == code, to: open }
                - { if: guard.type < 3, to: open }
          open: { final: true }
        """
}

/// A host that supplies fixed inputs.
private struct ScriptedHost: WorldHost {
    let values: [String: CELValue]

    init(_ values: [String: CELValue]) { self.values = values }

    mutating func inputs(for delivery: Delivery, in world: World) -> [String: CELValue] { values }
}
