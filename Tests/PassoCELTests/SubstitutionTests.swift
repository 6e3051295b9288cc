import Testing

@testable import PassoCEL

@Suite struct SubstitutionTests {
    private func environment() -> CELEnvironment {
        var environment = CELEnvironment()
        environment.declare("@a", .bool, at: CELSlot(.data, 0))
        environment.declare("@b", .bool, at: CELSlot(.data, 1))
        environment.declare("name", .dyn, at: CELSlot(.data, 2))
        return environment
    }

    private func value(_ text: String, _ data: [CELValue]) throws -> CELValue {
        let (parsed, _) = CELParser.parse(text)
        let replaced = try #require(parsed).replacingCalls(of: "In") { text in
            switch text {
            case "a": .name("@a")
            case "b": .name("@b")
            case nil: .choice([("a", "@a"), ("b", "@b")])
            default: .value(false)
            }
        }
        let checked = try #require(CELChecker.check(replaced, in: environment()).0)
        return try CELProgram(checked, environment()).evaluate(data: data).get()
    }

    @Test(arguments: [
        ("In('a')", true), ("In('b')", false), ("In('c')", false), ("!In('a') || In('b')", false),
        ("In(name)", true), ("In(name + 'x')", false), ("['a', 'b'].exists(s, In(s))", true),
        ("['a', 'b'].all(s, In(s))", false), ("In('a') ? In(name) : In('b')", true),
    ])
    func `a name or a choice stands in the place of a call`(text: String, answer: Bool) throws {
        #expect(try value(text, [true, false, "a"]) == .bool(answer))
    }

    @Test func `calls with another number of arguments stay`() throws {
        let parsed = try #require(CELParser.parse("In('a', 'b') || In()").0)
        #expect(parsed.replacingCalls(of: "In") { _ in .value(true) } == parsed)
    }

    @Test func `places stay those of the text`() throws {
        let parsed = try #require(CELParser.parse("In('a') && In(name) && missing").0)
        let replaced = parsed.replacingCalls(of: "In") { text in
            text == nil ? .choice([("a", "@a")]) : .name("@a")
        }
        let (_, problems) = CELChecker.check(replaced, in: environment())
        #expect(problems.map(\.range) == [23..<30])
    }

    @Test func `a failing program ends in its error, in whatever way it is run`() {
        let error = CELError(.unknownName, range: 3..<5, [CELArgument("name", "x")])
        let program = CELProgram.failing(error)
        #expect(program.constantValue == nil)
        #expect(program.evaluate() == .failure(error))
        #expect(program.test() == .error(error))
    }

    @Test(arguments: ["`a-b` + 1", "`größe` + 1", "1 + `for`", "`a.b` + 1"])
    func `names of other languages are read in backticks where that is allowed`(
        text: String
    ) throws {
        #expect(!CELParser.parse(text).1.isEmpty)
        let (parsed, problems) = CELParser.parse(text, allowsQuotedNames: true)
        #expect(problems.isEmpty)
        var environment = CELEnvironment()
        for (slot, name) in ["a-b", "größe", "for", "a.b"].enumerated() {
            environment.declare(name, .int, at: CELSlot(.data, slot))
        }
        let tree = try #require(parsed)
        let checked = try #require(CELChecker.check(tree, in: environment).0)
        let values: [CELValue] = [1, 1, 1, 1]
        #expect(CELProgram(checked, environment).evaluate(data: values) == .success(2))
    }
}
