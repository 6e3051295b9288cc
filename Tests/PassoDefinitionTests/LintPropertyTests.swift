import PassoCEL
import PassoCore
import PassoDefinition
import PassoDiagnostics
import PassoTesting
import Testing

/// What the lint says never happens does not happen.
@Suite struct LintPropertyTests {
    private static let groups: Range<UInt64> = 0..<(TestEnvironment.isFull ? 400 : 25)

    @Test(arguments: groups)
    func `what is never taken is not taken in random play`(group: UInt64) throws {
        let seed = TestEnvironment.seed &+ group &* 7_919
        var random = SeededRandom(seed: seed)
        let text = Self.definition(&random)
        let result = DefinitionCompiler.compile(
            SourceText(name: "random.yaml", text),
            strings: nil
        )
        let definition = try #require(
            result.definition,
            "\(result.diagnostics.map(\.id)) \(text)"
        )
        let never = definition.outOfReach
        var effects = Effects()
        effects.isTracing = true
        for _ in 0..<20 {
            var inputs = try Self.inputs(of: definition, &random)
            var snapshot = try definition.chart.start(inputs: inputs, effects: &effects)
            for _ in 0..<20 {
                inputs = try Self.inputs(of: definition, &random)
                let event = try definition.chart.event(
                    "e\(Int.random(in: 0..<3, using: &random))",
                    ["n": .int(Int64.random(in: 0...6, using: &random))]
                )
                _ = definition.chart.apply(
                    event,
                    to: &snapshot,
                    inputs: inputs,
                    effects: &effects
                )
                for case .took(let transition) in effects.trace {
                    let reason = never.transitions[transition.index]
                    #expect(reason == nil, "\(transition.index) of seed \(seed)\n\(text)")
                }
            }
        }
    }

    @Test func `random definitions have transitions that are never taken, and others that are`()
        throws
    {
        var never = 0
        var all = 0
        for group in Self.groups {
            var random = SeededRandom(seed: TestEnvironment.seed &+ group &* 7_919)
            let text = Self.definition(&random)
            let source = SourceText(name: "random.yaml", text)
            let definition = try DefinitionCompiler.compile(source, strings: nil).get()
            never += definition.outOfReach.transitions.count
            all += text.split(separator: "{ if:").count - 1
        }
        #expect(never * 20 > all && never * 2 < all, "\(never) of \(all)")
    }

    private static func inputs(
        of definition: Definition,
        _ random: inout SeededRandom
    ) throws -> Inputs {
        try definition.chart.inputs([
            "a": .int(Int64.random(in: 0...6, using: &random)),
            "x": .bool(Bool.random(using: &random)),
        ])
    }

    /// Three states with lists of guarded transitions, over inputs, data and the payload.
    private static func definition(_ random: inout SeededRandom) -> String {
        var text = """
            passo: 1
            workflow: random
            version: 1
            inputs: { a: int, x: bool }
            data: { b: int }
            events: { e0: { data: { n: int } }, e1: { data: { n: int } }, e2: { data: { n: int } } }
            initial: s0
            states:

            """
        for state in 0..<3 {
            text += "  s\(state):\n    on:\n"
            for event in 0..<3 {
                text += "      e\(event):\n"
                for _ in 0..<Int.random(in: 1...4, using: &random) {
                    let target = Int.random(in: 0..<3, using: &random)
                    text +=
                        "        - { if: \"\(condition(2, &random))\", to: s\(target), do: { set: { b: event.n } } }\n"
                }
            }
        }
        return text
    }

    private static func condition(_ depth: Int, _ random: inout SeededRandom) -> String {
        let operation = ["==", "!=", "<", "<=", ">", ">="].randomElement(using: &random) ?? "=="
        let number = Int.random(in: 0...5, using: &random)
        let name = ["a", "b", "event.n"].randomElement(using: &random) ?? "a"
        guard depth > 0 else { return "\(name) \(operation) \(number)" }
        switch Int.random(in: 0..<7, using: &random) {
        case 0: return "!(\(condition(depth - 1, &random)))"
        case 1, 2: return "(\(condition(depth - 1, &random)) && \(condition(depth - 1, &random)))"
        case 3: return "(\(condition(depth - 1, &random)) || \(condition(depth - 1, &random)))"
        case 4: return "x"
        case 5: return "states.s\(Int.random(in: 0..<3, using: &random))"
        default: return "\(name) \(operation) \(number)"
        }
    }
}
