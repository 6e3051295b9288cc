import PassoCEL
import PassoTesting
import Testing

/// Conditions over a few small variables, of which every assignment can be tried.
private struct SmallConditions {
    static let ints: [CELValue] = (-1...6).map { .int($0) }
    static let texts: [CELValue] = ["", "a", "b", "bb", "c", "d"]
    static let bools: [CELValue] = [.bool(false), .bool(true)]
    static let doubles: [CELValue] = [.double(-1), .double(0.5), .double(2), .double(.nan)]

    static let environment: CELEnvironment = {
        var environment = CELEnvironment()
        environment.declare("a", .int, at: CELSlot(.data, 0))
        environment.declare("b", .int, at: CELSlot(.data, 1))
        environment.declare("x", .bool, at: CELSlot(.data, 2))
        environment.declare("k", .string, at: CELSlot(.data, 3))
        environment.declare("d", .double, at: CELSlot(.data, 4))
        environment.declare(constant: "most", .int(3))
        return environment
    }()

    static let all: [[CELValue]] = ints.flatMap { a in
        ints.flatMap { b in
            bools.flatMap { x in
                texts.flatMap { k in doubles.map { d in [a, b, x, k, d] } }
            }
        }
    }

    var random: SeededRandom
    /// Whether the assignments that can be tried show all that there is: no sizes, no division.
    var isSimple = false

    static func program(_ text: String) throws -> CELProgram {
        let (parsed, _) = CELParser.parse(text)
        let (checked, problems) = CELChecker.check(try #require(parsed), in: environment)
        return CELProgram(try #require(checked, "\(text): \(problems)"), environment)
    }

    mutating func condition(_ depth: Int) -> String {
        guard depth > 0 else { return comparison() }
        switch Int.random(in: 0..<8, using: &random) {
        case 0: return "!(\(condition(depth - 1)))"
        case 1, 2: return "(\(condition(depth - 1)) && \(condition(depth - 1)))"
        case 3, 4: return "(\(condition(depth - 1)) || \(condition(depth - 1)))"
        case 5:
            return
                "(\(condition(depth - 1)) ? \(condition(depth - 1)) : \(condition(depth - 1)))"
        case 6: return "(\(condition(depth - 1))) == (\(condition(depth - 1)))"
        default: return comparison()
        }
    }

    private mutating func comparison() -> String {
        let operation = ["==", "!=", "<", "<=", ">", ">="].randomElement(using: &random) ?? "=="
        switch Int.random(in: 0..<(isSimple ? 5 : 9), using: &random) {
        case 0: return "a \(operation) b"
        case 1: return "k \(operation) '\(["a", "b", "c"].randomElement(using: &random) ?? "")'"
        case 2: return "x"
        case 3: return "a in [\(number()), \(number())]"
        case 5: return "d \(operation) \(number()).0"
        case 4: return "\(number()) \(operation) b"
        case 6: return "size(k) \(operation) \(number())"
        case 7: return "6 / a \(operation) most"
        default: return "a \(operation) \(number())"
        }
    }

    private mutating func number() -> Int { Int.random(in: 0...5, using: &random) }
}

@Suite struct CELDeciderTests {
    private static let runs = TestEnvironment.isFull ? 2_000 : 60

    @Test func `says never only where no assignment meets the demands`() throws {
        var conditions = SmallConditions(random: SeededRandom())
        for _ in 0..<Self.runs {
            let texts = [conditions.condition(2), conditions.condition(2)]
            let programs = try texts.map { try SmallConditions.program($0) }
            let demands: [CELDemand] = [.holds(programs[0]), .fails(programs[1])]
            let met = SmallConditions.all.contains { values in
                Self.isTrue(programs[0], values) == true
                    && Self.isTrue(programs[1], values) == false
            }
            for isOpen in [false, true] {
                var decider = CELDecider(maximumCases: 4_000, namedConstantsAreOpen: isOpen)
                let may = decider.canMeet(demands)
                #expect(may || !met, "\(texts) of seed \(TestEnvironment.seed)")
            }
        }
    }

    @Test func `finds most demands that no assignment meets`() throws {
        var conditions = SmallConditions(random: SeededRandom(), isSimple: true)
        var decider = CELDecider(maximumCases: 4_000, namedConstantsAreOpen: false)
        var found = 0
        var impossible = 0
        for _ in 0..<Self.runs * 2 {
            let texts = [conditions.condition(2), conditions.condition(2)]
            let programs = try texts.map { try SmallConditions.program($0) }
            let met = SmallConditions.all.contains { values in
                programs.allSatisfy { Self.isTrue($0, values) == true }
            }
            guard !met else { continue }
            impossible += 1
            if !decider.canMeet(programs.map { .holds($0) }) { found += 1 }
        }
        #expect(found * 10 >= impossible * 7, "\(found) of \(impossible)")
    }

    @Test func `a witness meets the demands, and is found where there is one`() throws {
        var conditions = SmallConditions(random: SeededRandom())
        var decider = CELDecider(maximumCases: 4_000, namedConstantsAreOpen: false)
        var found = 0
        var possible = 0
        let base = CELSample(data: [.int(0), .int(0), .bool(false), "", .double(0)], inputs: [])
        for _ in 0..<Self.runs {
            let texts = [conditions.condition(2), conditions.condition(1)]
            let programs = try texts.map { try SmallConditions.program($0) }
            let met = SmallConditions.all.contains { values in
                programs.allSatisfy { Self.isTrue($0, values) == true }
            }
            if met { possible += 1 }
            guard let sample = decider.witness(of: programs.map { .holds($0) }, over: base) else {
                continue
            }
            if met { found += 1 }
            let holds = programs.allSatisfy { Self.isTrue($0, sample.data) == true }
            #expect(holds, "\(texts) with \(sample.data)")
        }
        #expect(found * 10 >= possible * 6, "\(found) of \(possible)")
    }

    @Test func `a total condition has an answer for every assignment`() throws {
        var conditions = SmallConditions(random: SeededRandom())
        var decider = CELDecider(maximumCases: 100, namedConstantsAreOpen: false)
        for _ in 0..<Self.runs {
            let text = conditions.condition(2)
            let program = try SmallConditions.program(text)
            guard decider.isTotal(program) else { continue }
            let hasAnswers = SmallConditions.all.allSatisfy { Self.isTrue(program, $0) != nil }
            #expect(hasAnswers, "\(text)")
        }
    }

    @Test func `too many cases are too hard to tell`() throws {
        let text = (0..<12).map { "(a == \($0) || b == \($0))" }.joined(separator: " && ")
        var decider = CELDecider(maximumCases: 10, namedConstantsAreOpen: false)
        let may = decider.canMeet([.holds(try SmallConditions.program(text))])
        #expect(may)
    }

    @Test func `a named constant may be any value when it is open`() throws {
        let program = try SmallConditions.program("a > most && a < 3")
        var closed = CELDecider(maximumCases: 10, namedConstantsAreOpen: false)
        var open = CELDecider(maximumCases: 10, namedConstantsAreOpen: true)
        let answers = (closed.canMeet([.holds(program)]), open.canMeet([.holds(program)]))
        #expect(answers == (false, true))
    }

    private static func isTrue(_ program: CELProgram, _ values: [CELValue]) -> Bool? {
        switch program.test(data: values) {
        case .true: true
        case .false: false
        case .error: nil
        }
    }
}
