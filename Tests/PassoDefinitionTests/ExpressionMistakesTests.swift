import PassoCEL
import PassoDefinition
import PassoDiagnostics
import PassoTesting
import Testing

/// Wrong expressions as their authors read about them: place, line with caret, and words.
@Suite struct ExpressionMistakesTests {
    private static let topics: [(name: String, expressions: [String])] = [
        ("characters", ExpressionMistakes.characters), ("syntax", ExpressionMistakes.syntax),
        ("macros", ExpressionMistakes.macros), ("names", ExpressionMistakes.names),
        ("types", ExpressionMistakes.types),
    ]

    private static let renderer = DiagnosticRenderer(words: EngineWords())

    @Test(arguments: topics.indices)
    func `mistakes are shown at their places`(topic: Int) {
        let (name, expressions) = Self.topics[topic]
        let texts = expressions.map { expression in
            let problems = Self.problems(expression)
            #expect(!problems.isEmpty, "\(expression)")
            return Self.shown(expression, problems.map { ($0.range, $0) }) { problem, range, text in
                Diagnostic.expression(problem, at: range, in: text)
            }
        }
        let difference = goldenDifference(
            texts.joined(separator: "\n"),
            "expressions/\(name).txt"
        )
        #expect(difference == nil)
    }

    @Test func `failures are shown at their places`() {
        let texts = ExpressionMistakes.failures.map { expression in
            var errors: [(Range<Int>, CELError)] = []
            if let error = Self.failure(expression) { errors = [(error.range, error)] }
            #expect(!errors.isEmpty, "\(expression)")
            return Self.shown(expression, errors) { error, range, text in
                Diagnostic.expression(error, at: range, in: text)
            }
        }
        let difference = goldenDifference(
            texts.joined(separator: "\n"),
            "expressions/failures.txt"
        )
        #expect(difference == nil)
    }

    @Test func `limits are shown at their places`() {
        var limits = CELLimits()
        limits.expressionBytes = 24
        limits.nesting = 3
        limits.nodes = 8
        let texts = [
            "'a text that is too long'", "[[[1]]]", "[[[[1]]]]", "1 + (2 + (3 + (4)))",
            "[1, 2, 3, 4, 5, 6, 7, 8]", "ready ? -1 :\n  -(-(-1))",
        ].map { expression in
            let problems = CELParser.parse(expression, limits: limits).1
            return Self.shown(expression, problems.map { ($0.range, $0) }) { problem, range, text in
                Diagnostic.expression(problem, at: range, in: text)
            }
        }
        let difference = goldenDifference(
            texts.joined(separator: "\n"),
            "expressions/limits.txt"
        )
        #expect(difference == nil)
    }

    @Test func `every mistake that the checker and the parser know is there several times`() {
        let found = Self.topics.flatMap(\.expressions).flatMap { Self.problems($0) }
        #expect(Self.topics.map(\.expressions.count).reduce(0, +) >= 120)
        let limits: Set<CELProblem.Code> = [.tooLong, .tooDeep, .tooLarge]
        // A text of Swift is always UTF-8.
        for code in CELProblem.Code.allCases
        where !limits.contains(code) && code != .invalidEncoding {
            let count = found.count { $0.code == code }
            #expect(count >= 2, "\(code) occurs \(count) times")
        }
    }
}

extension ExpressionMistakesTests {
    /// What expressions may name, and the values of it.
    private static let environment: CELEnvironment = {
        var environment = CELEnvironment()
        for (place, variable) in variables.enumerated() {
            environment.declare(variable.0, variable.1, at: CELSlot(.data, place))
        }
        environment.declare(constant: "limit", 50)
        return environment
    }()

    private static let variables: [(String, CELType, CELValue)] = [
        ("title", .string, "Lamp"), ("tags", .list(.string), ["new", "urgent"]),
        ("count", .int, 3), ("price", .double, 9.5), ("ready", .bool, true),
        ("at", .timestamp, CELTimestamp("9999-12-31T00:00:00Z").map(CELValue.timestamp) ?? .null),
        ("wait", .duration, CELDuration("1h").map(CELValue.duration) ?? .null),
        ("agent.calls", .int, 1), ("agent.open", .int, 2), ("agent.last.id", .string, "c1"),
        ("prices", .map(key: .string, value: .double), ["lamp": 9.5]), ("any", .dyn, "text"),
        ("maybe", .opaque("optional_type", [.string]), .optional(CELOptional("a"))),
    ]

    private static func problems(_ text: String) -> [CELProblem] {
        let (tree, mistakes) = CELParser.parse(text)
        guard mistakes.isEmpty, let tree else { return mistakes }
        return CELChecker.check(tree, in: environment).1
    }

    private static func failure(_ text: String) -> CELError? {
        guard let tree = CELParser.parse(text).0,
            let checked = CELChecker.check(tree, in: environment).0
        else { return nil }
        let program = CELProgram(checked, environment)
        if case .failure(let error) = program.evaluate(data: variables.map(\.2)) { return error }
        return nil
    }

    /// An expression with all that is said of it.
    private static func shown<Mistake>(
        _ expression: String,
        _ mistakes: [(Range<Int>, Mistake)],
        _ diagnostic: (Mistake, SourceRange, SourceText) -> Diagnostic
    ) -> String {
        let source = SourceText(name: "expression", expression)
        let diagnostics = mistakes.map { range, mistake in
            diagnostic(mistake, SourceRange(range.lowerBound, range.upperBound), source)
        }
        return renderer.render(diagnostics)
    }
}
