import PassoCEL
import PassoTesting
import Testing

/// The promise of an explanation, checked by trying everything else.
@Suite struct ExplanationPropertyTests {
    static let count = TestEnvironment.isFull ? 20_000 : 200

    /// The variables of random conditions, each used at most once so that they are independent.
    static let names = ["a", "b", "c", "d", "e"]
    /// A variable is true, false, or no bool, which is an error.
    static let values: [CELValue] = [true, false, 1]
    /// Every assignment of the variables.
    static let assignments: [[CELValue]] = names.reduce([[]]) { assignments, _ in
        assignments.flatMap { assignment in values.map { assignment + [$0] } }
    }

    @Test func `the reported variables decide, and no smaller set does`() throws {
        var random = SeededRandom()
        for _ in 0..<Self.count {
            var unused = Self.names
            let text = Self.condition(&random, &unused, depth: 4)
            let program = try #require(Self.program(text))
            let used = Self.names.indices.filter { !unused.contains(Self.names[$0]) }
            let data = used.reduce(into: [CELValue](repeating: true, count: Self.names.count)) {
                $0[$1] = random.pick(Self.values) ?? true
            }
            let outcomes = Self.outcomes(of: program)
            let explanation = program.explain(data: data)
            let reported = explanation.deciding.compactMap { Self.names.firstIndex(of: $0.text) }
            let decides = Self.decides(Set(reported), data, outcomes)
            let smaller = Self.subsets(of: used).contains {
                $0.count < reported.count && Self.decides($0, data, outcomes)
            }
            guard decides, !smaller, reported.count == explanation.deciding.count else {
                Issue.record(
                    "\(random): \(text) with \(data): \(decides) \(smaller) \(explanation.outline)"
                )
                return
            }
        }
    }

    @Test func `other data changes nothing as long as the reported parts come out the same`() throws
    {
        var writer = RandomExpression(random: SeededRandom())
        var values = RandomData(random: SeededRandom())
        let environment = PropertyTests.environment
        var keptCount = 0
        for _ in 0..<Self.count {
            let text = writer.text(.bool, 4)
            guard let program = Self.program(text, environment) else { continue }
            let explanation = program.explain(data: values.values())
            // What macros report depends on an element, which other data may not have.
            let parts = explanation.deciding.map {
                ($0.outcome, Self.program($0.text, environment))
            }
            guard !explanation.hasElements, parts.allSatisfy({ $0.1 != nil }) else { continue }
            for _ in 0..<20 {
                let data = values.values()
                let isKept = parts.allSatisfy { Self.comesOut($0.0, $0.1, data) }
                guard isKept else { continue }
                keptCount += 1
                let outcome = program.test(data: data)
                // Nothing absorbs the end of a budget.
                if case .error(let error) = outcome, error.code == .limit { continue }
                guard outcome.kind == explanation.outcome.kind else {
                    Issue.record("\(writer.random): \(text), \(data): \(explanation.outline)")
                    return
                }
            }
        }
        #expect(keptCount > Self.count)
    }

    @Test func `any condition is explained with the outcome that it has`() throws {
        var writer = RandomExpression(random: SeededRandom())
        var values = RandomData(random: SeededRandom())
        let environment = PropertyTests.environment
        for _ in 0..<Self.count {
            let text = writer.text(.bool, 5)
            guard let tree = CELParser.parse(text).0 else { continue }
            let program = CELProgram(CELChecker.resolve(tree, in: environment), environment)
            let data = values.values()
            let (outcome, explained) = (program.test(data: data), program.explain(data: data))
            guard outcome.kind == explained.outcome.kind else {
                Issue.record("\(writer.random): \(text), \(data): \(explained.outline)")
                return
            }
        }
    }

    /// The program of a text, unless it is a long one that was shortened.
    private static func program(_ text: String, _ environment: CELEnvironment) -> CELProgram? {
        let (tree, mistakes) = CELParser.parse(text)
        guard let tree, mistakes.isEmpty,
            let checked = CELChecker.check(tree, in: environment).0
        else { return nil }
        return CELProgram(checked, environment)
    }

    /// Whether the outcome is the same wherever these variables have the same values.
    private static func decides(
        _ places: Set<Int>,
        _ data: [CELValue],
        _ outcomes: [String]
    ) -> Bool {
        var seen: Set<String> = []
        for (place, assignment) in assignments.enumerated()
        where places.allSatisfy({ assignment[$0].isSame(as: data[$0]) }) {
            seen.insert(outcomes[place])
        }
        return seen.count == 1
    }

    private static func outcomes(of program: CELProgram) -> [String] {
        assignments.map { program.test(data: $0).kind }
    }

    private static func subsets(of places: [Int]) -> [Set<Int>] {
        places.reduce([[]]) { sets, place in sets + sets.map { $0.union([place]) } }
    }

    private static func program(_ text: String) -> CELProgram? {
        var environment = CELEnvironment()
        for (place, name) in names.enumerated() {
            environment.declare(name, .dyn, at: CELSlot(.data, place))
        }
        guard let tree = CELParser.parse(text).0 else { return nil }
        return CELProgram(CELChecker.resolve(tree, in: environment), environment)
    }

    /// Whether a part gives the outcome that was reported; one that is no condition can only fail.
    private static func comesOut(
        _ outcome: CELOutcome,
        _ part: CELProgram?,
        _ data: [CELValue]
    ) -> Bool {
        guard case .error = outcome else { return part?.test(data: data).kind == outcome.kind }
        if case .failure? = part?.evaluate(data: data) { return true }
        return false
    }

    private static func condition(
        _ random: inout SeededRandom,
        _ unused: inout [String],
        depth: Int
    ) -> String {
        guard depth > 0, !unused.isEmpty, !random.oneIn(5) else {
            if unused.isEmpty || random.oneIn(8) { return random.oneIn(2) ? "true" : "false" }
            return unused.remove(at: Int.random(in: unused.indices, using: &random))
        }
        func below() -> String { condition(&random, &unused, depth: depth - 1) }
        switch Int.random(in: 0..<6, using: &random) {
        case 0: return "!(\(below()))"
        case 1: return "(\(below()) && \(below()))"
        case 2: return "(\(below()) && \(below()) && \(below()))"
        case 3: return "(\(below()) || \(below()))"
        case 4: return "(\(below()) || \(below()) || \(below()))"
        default: return "(\(below()) ? \(below()) : \(below()))"
        }
    }
}

extension CELExplanation {
    fileprivate var hasElements: Bool {
        !elements.isEmpty || children.contains { $0.hasElements }
    }
}

extension CELOutcome {
    /// The outcome without what went wrong.
    fileprivate var kind: String {
        if case .error = self { "error" } else { word }
    }
}
