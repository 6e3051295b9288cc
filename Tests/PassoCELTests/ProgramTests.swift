import PassoCEL
import Testing

@Suite struct ProgramTests {
    private func program(_ text: String, _ type: CELType = .int) throws -> CELProgram {
        var environment = CELEnvironment()
        environment.declare("a", type, at: CELSlot(.data, 0))
        environment.declare("event.b", type, at: CELSlot(.event, 0))
        environment.declare("c", type, at: CELSlot(.inputs, 0))
        environment.declare("flag", .bool, at: CELSlot(.data, 1))
        let tree = try #require(CELParser.parse(text).0)
        let checked = try #require(CELChecker.check(tree, in: environment).0)
        return CELProgram(checked, environment)
    }

    @Test func `a function that nothing declares is not taken for a size`() throws {
        var environment = CELEnvironment()
        environment.declare("l", .list(.int), at: CELSlot(.data, 0))
        let tree = try #require(CELParser.parse("length(l) < 10").0)
        let program = CELProgram(CELChecker.resolve(tree, in: environment), environment)
        guard case .error(let error) = program.test(data: [[1]]) else {
            Issue.record("an unknown function has an answer")
            return
        }
        #expect(error.code == .unknownFunction)
    }

    @Test(arguments: [
        "a > 2 && a <= 5", "a >= 3 && 5 >= a", "a == 4", "a != 4", "!(a < 3)", "a > 5 && a < 3",
        "a < 3 || a > 5", "event.b > 3", "c < 4", "a < event.b", "a <= c", "event.b >= c", "a > c",
        "a == c && flag", "flag", "!flag || a == 3", "flag ? a > 3 : c > 3", "a != event.b",
        "a + 1 > c", "[3, 5].exists(x, x == a)", "a in [2, 4]", "true", "a > 1 && true && c > 2",
        "flag && (a > 3 || (c == 4 && event.b != 2))", "(flag ? false : a == c) || a == 2",
        "a > 9223372036854775806", "a < -9223372036854775807", "1 / (a - 4) == 1 || flag",
        "a > 2 && (a < 5 && c > 3)", "!(a > 2 && a <= 5) && flag", "!(flag || a == c)",
    ])
    func `a condition tests as it evaluates`(text: String) throws {
        let program = try program(text)
        for a in Int64(1)...6 {
            for c in Int64(3)...5 {
                for flag in [true, false] {
                    let data: [CELValue] = [.int(a), .bool(flag)]
                    let value = program.evaluate(data: data, event: [.int(4)], inputs: [.int(c)])
                    let outcome = program.test(data: data, event: [.int(4)], inputs: [.int(c)])
                    switch value {
                    case .success(let value): #expect(outcome == (value == true ? .true : .false))
                    case .failure(let error): #expect(outcome == .error(error))
                    }
                }
            }
        }
    }

    @Test func `texts are tested as they are compared`() throws {
        let program = try program("a == 'call' || c != ''", .string)
        #expect(program.test(data: ["call"], inputs: [""]) == .true)
        #expect(program.test(data: ["mail"], inputs: [""]) == .false)
        #expect(program.test(data: ["mail"], inputs: ["x"]) == .true)
    }

    @Test func `sizes are tested as they are counted`() throws {
        let program = try program("size(a) > 0 && a.size() <= 2", .string)
        #expect(program.test(data: [""]) == .false)
        #expect(program.test(data: ["🐱é"]) == .true)
        #expect(program.test(data: ["🐱é!"]) == .false)
    }

    @Test func `a value of another type than declared is an error, and so is a missing one`() throws
    {
        let program = try program("a > 2 && a < 5")
        #expect(program.test(data: [3.0]) == .true)
        guard case .error(let error) = program.test(data: ["3"]) else {
            Issue.record("no error")
            return
        }
        #expect(error.code == .noMatchingOverload)
        #expect(error.range == 0..<5)
        guard case .error(let missing) = program.test(data: []) else {
            Issue.record("no error")
            return
        }
        #expect(missing.code == .unknownName)
    }

    @Test func `what depends on nothing is computed once`() throws {
        #expect(try program("1 + 2 * 3").constantValue == 7)
        #expect(try program("[1, 2].map(x, x + 1) == [2, 3]").constantValue == true)
        #expect(try program("1 / 0").constantValue == nil)
        #expect(try program("a").constantValue == nil)
    }

    @Test func `an error points at the part that failed`() throws {
        guard
            case .failure(let error) = try program("a + (c / (a - 4))").evaluate(
                data: [4],
                inputs: [1]
            )
        else {
            Issue.record("no error")
            return
        }
        #expect(error.code == .divideByZero)
        #expect(error.range == 5..<16)
    }
}
