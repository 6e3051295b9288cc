import PassoDefinition
import PassoDiagnostics
import Testing

/// A limit with a definition that counts up to it.
struct LimitCase: CustomTestStringConvertible, Sendable {
    let name: String
    /// Makes the limit as small as this.
    let lower: @Sendable (inout DefinitionLimits, Int) -> Void
    /// Makes a definition with so many of what is limited.
    let make: @Sendable (Int) -> String
    var limit = 3

    var testDescription: String { name }

    static func definition(_ rest: String) -> String {
        "passo: 1\nworkflow: lamp\nversion: 1\n" + rest
    }

    static func list(_ count: Int, _ item: (Int) -> String) -> String {
        (0..<count).map(item).joined(separator: ", ")
    }

    static let all: [LimitCase] = [
        LimitCase(
            name: "states",
            lower: { $0.states = $1 },
            make: {
                definition(
                    "initial: s0\nstates: { s: { parallel: { \(list($0 - 1) { "s\($0): {}" }) } } }\n"
                )
                .replacing("initial: s0", with: "initial: s")
            }
        ),
        LimitCase(
            name: "stateChoices",
            lower: { $0.stateChoices = $1 },
            make: {
                definition(
                    "semantics: scxml\ndata: { x: {} }\nstates: { s: { entry: { if: \"In(x)\", then: [] }, parallel: { \(list($0 - 1) { "s\($0): {}" }) } } }\n"
                )
            }
        ),
        LimitCase(
            name: "stateDepth",
            lower: { $0.stateDepth = $1 },
            make: { count in
                let open = (0..<count).map { "states: { s\($0): { " }.joined()
                return definition(open + String(repeating: " } }", count: count))
            }
        ),
        LimitCase(
            name: "transitions",
            lower: { $0.transitions = $1 },
            make: {
                definition(
                    "events: { e: {} }\ndata: { a: int }\nstates: { s: { on: { e: [\(list($0) { "{ if: \"a == \($0)\" }" })] } } }\n"
                )
            }
        ),
        LimitCase(
            name: "actionDepth",
            lower: { $0.actionDepth = $1 },
            make: { count in
                let open = String(repeating: "[{ if: a, then: ", count: count)
                let close = String(repeating: " }]", count: count)
                return definition(
                    "data: { a: bool }\nstates: { s: { entry: \(open)[]\(close) } }\n"
                )
            }
        ),
        LimitCase(
            name: "data",
            lower: { $0.slots = $1 },
            make: { definition("data: { \(list($0) { "a\($0): int" }) }\nstates: { s: {} }\n") }
        ),
        LimitCase(
            name: "inputs",
            lower: { $0.slots = $1 },
            make: { definition("inputs: { \(list($0) { "a\($0): int" }) }\nstates: { s: {} }\n") }
        ),
        LimitCase(
            name: "events",
            lower: { $0.events = $1 },
            make: {
                definition(
                    "events: { \(list($0) { "e\($0): {}" }) }\nstates: { s: { on: { \"*\": {} } } }\n"
                )
            }
        ),
        LimitCase(
            name: "parameters",
            lower: { $0.parameters = $1 },
            make: {
                definition(
                    "events: { e: { data: { \(list($0) { "a\($0): int" }) } } }\nstates: { s: { on: { e: {} } } }\n"
                )
            }
        ),
        LimitCase(
            name: "steps",
            lower: { $0.steps = $1 },
            make: {
                definition(
                    "states: { s: {} }\nsteps: [\(list($0) { "{ id: s\($0), instruct: a, at: s }" })]\n"
                )
            }
        ),
        LimitCase(
            name: "messageDepth",
            lower: { $0.messageDepth = $1 },
            make: { count in
                let open = (1..<count).map { _ in "with: { a: { message: b, " }.joined()
                    .replacing(", }", with: " }")
                let close = String(repeating: " } }", count: count - 1)
                return definition(
                    "states: { s: { entry: { tell: b, \(open)\(close) } } }\n"
                        .replacing(",  }", with: " }")
                )
            }
        ),
        LimitCase(
            name: "fieldCharacters",
            lower: { $0.fieldCharacters = $1 },
            make: {
                definition(
                    "refuse: { tooLong: a, tooHeavy: a }\ndata: { t: { type: string, limit: \($0) } }\nstates: { s: {} }\n"
                )
            }
        ),
        LimitCase(
            name: "listElements",
            lower: { $0.listElements = $1 },
            make: {
                definition(
                    "refuse: { tooMany: a, empty: a }\ndata: { t: { type: list(string), max: \($0) } }\nstates: { s: {} }\n"
                )
            }
        ),
        LimitCase(
            name: "durationSeconds",
            lower: { $0.durationSeconds = Int64($1) },
            make: { definition("states: { s: { after: { \($0)s: { to: s } } } }\n") }
        ),
        LimitCase(
            name: "nameBytes",
            lower: { $0.nameBytes = $1 },
            make: {
                definition("states: { \(String(repeating: "s", count: $0)): {} }\n")
                    .replacing("lamp", with: "l")
            }
        ),
        LimitCase(
            name: "fileBytes",
            lower: { $0.fileBytes = $1 },
            make: {
                let text = definition("states: { s: {} }\n")
                return text + String(repeating: " ", count: $0 - text.utf8.count)
            },
            limit: 100
        ),
    ]
}

@Suite struct DefinitionLimitsTests {
    private func diagnostics(_ limited: LimitCase, _ count: Int) -> [String] {
        var limits = DefinitionLimits.standard
        limited.lower(&limits, limited.limit)
        let result = DefinitionCompiler.compile(
            SourceText(name: "lamp.yaml", limited.make(count)),
            strings: nil,
            limits: limits
        )
        return result.diagnostics.map(\.id.rawValue)
    }

    @Test(arguments: LimitCase.all)
    func `is met by a definition that just reaches it`(limited: LimitCase) {
        #expect(diagnostics(limited, limited.limit).isEmpty)
    }

    @Test(arguments: LimitCase.all)
    func `is refused one past it`(limited: LimitCase) {
        let found = diagnostics(limited, limited.limit + 1)
        let known: Set<String> = [
            "definition-limit", "limit-conflict", "bad-duration", "bad-name", "size-limit",
        ]
        #expect(found.count == 1 && known.isSuperset(of: found), "\(found)")
    }

    @Test func `more mistakes than are shown are counted`() throws {
        var limits = DefinitionLimits.standard
        limits.diagnostics = 5
        let names = (0..<9).map { "b\($0): int" }.joined(separator: ", ")
        let text = LimitCase.definition(
            "data: { \(names) }\nstates: { s: { entry: [\((0..<9).map { "x\($0)" }.joined(separator: ", "))] } }\n"
        )
        let result = DefinitionCompiler.compile(
            SourceText(name: "lamp.yaml", text),
            strings: nil,
            limits: limits
        )
        #expect(result.diagnostics.count == 6)
        let last = try #require(result.diagnostics.last)
        #expect(last.id == "more-mistakes")
        #expect(EngineWords().text(for: last.id, arguments: last.arguments)?.contains("4") == true)
        #expect(result.definition == nil)
    }
}
