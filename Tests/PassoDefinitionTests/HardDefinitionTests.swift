import PassoCore
import PassoDefinition
import PassoDiagnostics
import PassoTesting
import Testing

/// Definitions that nobody writes: refused with the limit they exceed and its place, or run.
@Suite struct HardDefinitionTests {
    private static let head = "passo: 1\nworkflow: hard\nversion: 1\nevents: { go: {} }\n"

    private func result(_ text: String) throws -> DefinitionResult {
        try onSmallStack {
            DefinitionCompiler.compile(SourceText(name: "hard.yaml", text), strings: nil)
        }
    }

    /// States within states, in flow style.
    private static func nested(_ depth: Int) -> String {
        let open = (1...depth).map { "states: { s\($0): { " }.joined()
        return head.replacing("events: { go: {} }\n", with: "") + open
            + String(repeating: " } }", count: depth) + "\n"
    }

    @Test func `nesting is taken to the limit`() throws {
        #expect(try result(Self.nested(DefinitionLimits.standard.stateDepth)).definition != nil)
    }

    @Test func `nesting one level beyond is refused there`() throws {
        let depth = DefinitionLimits.standard.stateDepth + 1
        let text = Self.nested(depth)
        let result = try result(text)
        #expect(result.diagnostics.map(\.id) == ["definition-limit"])
        let start = try #require(result.diagnostics.first).range.lowerBound
        #expect(
            String(Array(text.utf8)[start...].prefix(3).map { Character(Unicode.Scalar($0)) })
                == "s\(depth)"
        )
    }

    @Test func `10,000 levels are refused by the reader`() throws {
        let result = try result(Self.nested(10_000))
        #expect(result.definition == nil)
        #expect(result.diagnostics.contains { $0.id == "nesting-limit" })
    }

    @Test func `more states than the limit are refused with the limit`() throws {
        let count = DefinitionLimits.standard.states + 1
        let states = (0..<count).map { "  s\($0): {}\n" }.joined()
        let result = try result(Self.head + "initial: s0\nstates:\n" + states)
        #expect(result.definition == nil)
        #expect(result.diagnostics.contains { $0.id == "definition-limit" })
    }

    @Test func `100,000 states are refused by a limit that is named`() throws {
        let states = (0..<100_000).map { "  s\($0): {}\n" }.joined()
        let result = try result(Self.head + "initial: s0\nstates:\n" + states)
        #expect(result.definition == nil)
        let limits: Set<DiagnosticID> = ["size-limit", "node-limit", "definition-limit"]
        #expect(result.diagnostics.contains { limits.contains($0.id) })
    }

    @Test func `what never ends is refused, or an error when it runs`() throws {
        let ring = try result(
            Self.head + "initial: a\nstates:\n  a: { eventless: { to: b } }\n"
                + "  b: { eventless: { to: a }, on: { go: {} } }\n"
        )
        #expect(ring.diagnostics.contains { $0.id == "eventless-cycle" })
        let raising = try result(
            Self.head + "states: { a: { on: { go: { do: { raise: go } } } } }\n"
        )
        let definition = try #require(raising.definition)
        var run = try Run(definition)
        #expect(try run.send("go") == "\(StepFailure.tooManyMicrosteps)")
    }

    @Test func `3,000 regions are checked one after the other`() throws {
        let regions = (0..<3_000).map { number in
            "      r\(number): { initial: a\(number), states: { a\(number): "
                + "{ on: { go: { to: b\(number) } } }, b\(number): {} } }\n"
        }
        let text = Self.head + "states:\n  all:\n    parallel:\n" + regions.joined()
        let clock = ContinuousClock()
        var found: DefinitionResult?
        let time = try clock.measure { found = try result(text) }
        #expect(found?.diagnostics.isEmpty == true)
        #expect(time < .seconds(60))
    }

    // MARK: - SCXML

    private static func nestedSCXML(_ depth: Int) -> String {
        "<scxml xmlns=\"http://www.w3.org/2005/07/scxml\" version=\"1.0\">"
            + (1...depth).map { "<state id=\"s\($0)\">" }.joined()
            + String(repeating: "</state>", count: depth) + "</scxml>"
    }

    private func diagnostics(scxml text: String) throws -> [String] {
        try onSmallStack {
            let source = SourceText(name: "hard.scxml", text)
            return DefinitionCompiler.compile(source, strings: nil).diagnostics
                .map(\.id.rawValue)
        }
    }

    @Test func `SCXML nests to the same limit, and is refused beyond, however deep`() throws {
        let limit = DefinitionLimits.standard.stateDepth
        #expect(try diagnostics(scxml: Self.nestedSCXML(limit)) == [])
        #expect(try diagnostics(scxml: Self.nestedSCXML(limit + 1)).contains("definition-limit"))
        #expect(try diagnostics(scxml: Self.nestedSCXML(90)).contains("definition-limit"))
        let deep = try diagnostics(scxml: Self.nestedSCXML(10_000))
        #expect(deep.contains { $0.hasSuffix("-limit") }, "\(deep)")
    }

    @Test func `100,000 states of SCXML are refused by a limit that is named`() throws {
        let states = (0..<100_000).map { "<state id=\"s\($0)\"/>" }.joined()
        let found = try diagnostics(
            scxml:
                "<scxml xmlns=\"http://www.w3.org/2005/07/scxml\" version=\"1.0\">\(states)</scxml>"
        )
        #expect(found.contains { $0.hasSuffix("-limit") }, "\(found.prefix(5))")
    }
}
