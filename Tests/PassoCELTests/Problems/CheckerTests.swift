import PassoCEL
import PassoTesting
import Testing

@Suite struct CheckerTests {
    private func declared(_ environment: inout CELEnvironment) {
        environment.declare("title", .string, at: CELSlot(.data, 0))
        environment.declare("tags", .list(.string), at: CELSlot(.data, 1))
        environment.declare("agent.calls", .int, at: CELSlot(.inputs, 0))
        environment.declare("agent.open", .int, at: CELSlot(.inputs, 1))
        environment.declare("agent.last.id", .string, at: CELSlot(.inputs, 2))
        environment.declare("any", .dyn, at: CELSlot(.data, 2))
        environment.declare(constant: "limit", 50)
    }

    @Test(
        arguments: [
            ("1️⃣titel2️⃣ == ''", CELProblem.Code.unknownName, "title"),
            ("agent.1️⃣cals2️⃣ > 0", .unknownMember, "calls"),
            ("agent.last.1️⃣ident2️⃣ == ''", .unknownMember, nil),
            ("1️⃣sise2️⃣(title)", .unknownFunction, "size"),
            ("title.1️⃣startWith2️⃣('a')", .unknownFunction, "startsWith"),
            ("title 1️⃣+2️⃣ 1", .noMatchingOverload, nil), ("1️⃣size2️⃣(1)", .noMatchingOverload, nil),
            ("1️⃣title2️⃣ && true", .unexpectedType, nil), ("title.1️⃣length2️⃣", .noMembers, nil),
            ("1️⃣title2️⃣.all(c, true)", .notIterable, nil),
            ("tags.all(t, 1️⃣t2️⃣)", .unexpectedType, nil), ("1️⃣Person2️⃣{name: 'a'}", .unknownType, nil),
            ("tags.exists(t, 1️⃣tag2️⃣ == '')", .unknownName, "tags"),
            ("1️⃣agent2️⃣ == 1", .unknownName, nil),
            ("1️⃣!2️⃣1", .noMatchingOverload, nil), ("title1️⃣[0]2️⃣", .noMatchingOverload, nil),
        ] as [(String, CELProblem.Code, String?)]
    )
    func `points at the mistake and suggests what was meant`(
        marked: String,
        code: CELProblem.Code,
        suggestion: String?
    ) {
        let marked = MarkedText(marked)
        let problems = Evaluation.problems(marked.text, declared)
        #expect(problems.map(\.code) == [code])
        #expect(problems.first?.range == marked.range(1, 2))
        #expect(problems.first?.suggestion == suggestion)
    }

    @Test func `finds all mistakes at once`() {
        let problems = Evaluation.problems("titel == 1 && agent.cals < 'a' + 1", declared)
        #expect(problems.map(\.code) == [.unknownName, .unknownMember, .noMatchingOverload])
    }

    @Test(arguments: [
        ("title + 'x'", CELType.string), ("tags", .list(.string)), ("tags[0]", .string),
        ("tags.map(t, size(t))", .list(.int)), ("any.x.y", .dyn), ("any + 1", .int),
        ("any + any", .dyn),
        ("agent.calls + limit", .int), ("[1, 'a']", .list(.dyn)), ("[]", .list(.dyn)),
        ("{'a': 1}", .map(key: .string, value: .int)), ("type(title)", .type(.string)),
        ("true ? 1 : any", .dyn), ("any ? 1 : 2", .int), ("size(any)", .int),
        ("timestamp(0) - timestamp(1)", .duration), ("any == 1", .bool), ("has(any.x)", .bool),
        ("has(agent.calls)", .bool), ("[[], ['a']]", .list(.list(.string))),
    ])
    func `deduces types`(text: String, type: CELType) throws {
        var environment = CELEnvironment()
        declared(&environment)
        let tree = try #require(CELParser.parse(text).0)
        #expect(CELChecker.check(tree, in: environment).0?.type == type)
    }

    @Test func `the longest declared name wins`() {
        let variables: KeyValuePairs<String, CELValue> = [
            "a": ["b": "selected"], "a.b": "declared", "c.d": ["e": 1],
        ]
        #expect(evaluate("a.b", variables) == "declared")
        #expect(evaluate("c.d.e", variables) == 1)
        #expect(evaluate("[{'b': 1}].all(a, a.b == 1)", variables) == true)
    }

    @Test func `knows the variables that an expression reads`() throws {
        var environment = CELEnvironment()
        declared(&environment)
        let tree = try #require(CELParser.parse("agent.calls < limit && title != ''").0)
        let checked = try #require(CELChecker.check(tree, in: environment).0)
        #expect(checked.slots == [CELSlot(.inputs, 0), CELSlot(.data, 0)])
    }

    @Test func `functions of the host have types and run`() {
        let twice = CELFunction(
            "text.twice",
            CELOverload("twice_string", .string, .string) { (value: CELValue) in
                CELValue((value.stringValue ?? "") + (value.stringValue ?? ""))
            }
        )
        #expect(evaluate("text.twice('ab')", functions: [twice]) == "abab")
        #expect(evaluate("text.twice(1)", functions: [twice]) == .problems([.noMatchingOverload]))
        #expect(
            evaluate("text.twice(dyn(1))", functions: [twice]) == .error(.noMatchingOverload)
        )
    }
}
