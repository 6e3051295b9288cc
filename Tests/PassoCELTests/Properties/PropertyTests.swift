import PassoCEL
import PassoTesting
import Testing

/// Properties over random expressions; a failure names the seed that repeats it and the smallest
/// expression that was found to fail.
@Suite struct PropertyTests {
    static let count = TestEnvironment.isFull ? 100_000 : 600
    static let depth = 5

    static let environment: CELEnvironment = {
        var limits = CELLimits()
        limits.cost = 100_000
        limits.resultElements = 1_000
        limits.resultBytes = 10_000
        return RandomData.environment(limits)
    }()

    /// Tries a property on many expressions; the first that fails is reported.
    ///
    /// - Returns: on how many of them there was something to say.
    @discardableResult
    private static func hold(
        _ name: String,
        _ fault: (_ text: String, _ data: [CELValue]) -> Fault
    ) -> Int {
        var writer = RandomExpression(random: SeededRandom())
        var random = RandomData(random: SeededRandom())
        var applied = 0
        for _ in 0..<count {
            let (text, _) = writer.text(depth: depth)
            let data = random.values()
            switch fault(text, data) {
            case .none: applied += 1
            case .notApplicable: continue
            case .found(_, let isSmallest):
                let smallest =
                    isSmallest
                    ? text
                    : Shrinking.smallest(text) {
                        if case .found(_, false) = fault($0, data) { true } else { false }
                    }
                guard case .found(let fault, _) = fault(smallest, data) else { continue }
                Issue.record("\(writer.random) \(name): \(smallest) with \(data): \(fault)")
                return applied
            }
        }
        return applied
    }

    private enum Fault {
        case none, notApplicable
        /// What is wrong; shrinking is of no use where the text does not even parse.
        case found(String, isSmallest: Bool = false)
    }

    @Test func `a tree is printed as a text that gives it again`() {
        let applied = Self.hold("printing") { text, _ in
            let (tree, problems) = CELParser.parse(text)
            guard let tree, problems.isEmpty else { return .found("\(problems)", isSmallest: true) }
            for printed in [tree.description, tree.formatted(width: 20), tree.formatted()] {
                let (again, _) = CELParser.parse(printed)
                if again != tree || again?.description != tree.description {
                    return .found("is printed as \(printed)")
                }
            }
            return .none
        }
        #expect(applied == Self.count)
    }

    @Test func `checked and unchecked programs and their tests agree`() {
        let applied = Self.hold("agreement") { text, data in
            guard let tree = CELParser.parse(text).0,
                let checked = CELChecker.check(tree, in: Self.environment).0
            else { return .notApplicable }
            let program = CELProgram(checked, Self.environment)
            let resolved = CELChecker.resolve(tree, in: Self.environment)
            let unchecked = CELProgram(resolved, Self.environment)
            let result = program.evaluate(data: data)
            let other = unchecked.evaluate(data: data)
            if !Self.agree(result, other) { return .found("\(result), unchecked \(other)") }
            let tests = [program, unchecked].map { $0.test(data: data) }
            let isSame = tests.allSatisfy { Self.agree(result, $0) }
            return isSame ? .none : .found("\(result), tested \(tests)")
        }
        print("agreement: \(applied) of \(Self.count) expressions check")
        #expect(applied > Self.count / 10)
    }

    @Test func `variables and the constants that they hold give the same`() {
        let applied = Self.hold("folding") { text, data in
            guard let tree = CELParser.parse(text).0,
                let checked = CELChecker.check(tree, in: Self.environment).0
            else { return .notApplicable }
            var environment = CELEnvironment(limits: Self.environment.limits)
            for (variable, value) in zip(RandomData.variables, data) {
                environment.declare(constant: variable.name, value)
            }
            let resolved = CELChecker.resolve(tree, in: environment)
            let constant = CELProgram(resolved, environment).evaluate()
            let result = CELProgram(checked, Self.environment).evaluate(data: data)
            if Self.agree(result, constant) { return .none }
            return .found("\(result), of constants \(constant)")
        }
        #expect(applied > Self.count / 10)
    }

    @Test func `no evaluation costs more than was reckoned`() {
        let applied = Self.hold("cost") { text, data in
            var environment = CELEnvironment(limits: Self.environment.limits)
            for (place, (variable, value)) in zip(RandomData.variables, data).enumerated() {
                environment.declare(
                    variable.name,
                    variable.kind.type,
                    at: CELSlot(.data, place),
                    bounds: CELBounds(value)
                )
            }
            guard let tree = CELParser.parse(text).0,
                let checked = CELChecker.check(tree, in: environment).0
            else { return .notApplicable }
            let estimate = checked.cost(in: environment).units
            var spent: UInt64 = 0
            _ = CELProgram(checked, environment).evaluate(data: data, spent: &spent)
            return spent <= estimate ? .none : .found("spends \(spent) of \(estimate)")
        }
        #expect(applied > Self.count / 10)
    }

    @Test func `programs over records give what programs over slots give`() {
        let applied = Self.hold("records") { text, data in
            guard let tree = CELParser.parse(text).0,
                let checked = CELChecker.check(tree, in: Self.environment).0,
                checked.type == .bool, let record = RandomRecord(data)
            else { return .notApplicable }
            let limits = Self.environment.limits
            let environment = CELEnvironment(limits: limits)
            let program: CELRecordProgram<RandomRecord, Bool>
            do {
                program = try CELRecordProgram(text, in: environment)
            } catch {
                return .found("\(error)")
            }
            let result = CELProgram(checked, Self.environment).evaluate(data: data)
            let other: Result<CELValue, CELError>
            do throws(CELError) {
                other = .success(.bool(try program(record)))
            } catch {
                other = .failure(error)
            }
            if Self.agree(result, other) { return .none }
            return .found("\(result), over a record \(other)")
        }
        #expect(applied > Self.count / 20)
    }

    @Test func `an explanation has the outcome that it explains`() {
        let applied = Self.hold("explanation") { text, data in
            guard let tree = CELParser.parse(text).0,
                let checked = CELChecker.check(tree, in: Self.environment).0,
                checked.type == .bool
            else { return .notApplicable }
            let program = CELProgram(checked, Self.environment)
            let outcome = program.test(data: data)
            let explained = program.explain(data: data).outcome
            switch (outcome, explained) {
            case (.true, .true), (.false, .false), (.error, .error): return .none
            default: return .found("\(outcome), explained \(explained)")
            }
        }
        #expect(applied > Self.count / 20)
    }

    private static func agree(
        _ left: Result<CELValue, CELError>,
        _ right: Result<CELValue, CELError>
    ) -> Bool {
        switch (left, right) {
        case (.success(let left), .success(let right)): left.isSame(as: right)
        case (.failure(let left), .failure(let right)): left.code == right.code
        default: false
        }
    }

    private static func agree(_ result: Result<CELValue, CELError>, _ outcome: CELOutcome) -> Bool {
        switch (result, outcome) {
        case (.success(.bool(let value)), .true): value
        case (.success(.bool(let value)), .false): !value
        case (.success(.bool), .error), (.failure, .true), (.failure, .false): false
        case (.failure(let left), .error(let right)): left.code == right.code
        case (.success, .error(let error)): error.code == .noMatchingOverload
        case (.success, _): false
        }
    }

    @Test func `no bytes crash the parser, the checker or a program`() {
        var random = SeededRandom()
        let words = [
            "a", "b.c", "1", "2u", "0x", "1.5", "'x'", "b'", "\"\"\"", "r'\\", "\\", "(", ")", "[",
            "]",
            "{", "}", ".", ",", ":", "?", "+", "-", "*", "/", "%", "!", "&&", "||", "==", "<=",
            " in ",
            ".all(x,", ".map(", "has(", "true", "null", "if", "`q`", "`", "//", "\n", "é", "\u{0}",
            "1e9",
        ]
        let environment = CELEnvironment()
        for _ in 0..<Self.count {
            var text = ""
            for _ in 0..<Int.random(in: 0..<20, using: &random) {
                text += random.pick(words) ?? ""
                if random.oneIn(10) {
                    let bytes = (0..<3).map { _ in UInt8.random(in: 0...255, using: &random) }
                    text += String(decoding: bytes, as: UTF8.self)
                }
            }
            let (tree, problems) = CELParser.parse(text)
            let end = text.utf8.count
            guard problems.allSatisfy({ $0.range.upperBound <= end }) else {
                Issue.record("\(random): \(text) has a problem outside: \(problems)")
                return
            }
            guard let tree else { continue }
            _ = tree.description
            _ = CELChecker.check(tree, in: environment)
            _ = CELProgram(CELChecker.resolve(tree, in: environment), environment).evaluate()
        }
    }
}
