import PassoCEL
import Testing

@Suite struct OptionalTests {
    @Test(arguments: [
        "optional.of(1).value() == 1", "optional.of(1).hasValue()", "!optional.none().hasValue()",
        "optional.of(null).hasValue()", "!optional.ofNonZeroValue('').hasValue()",
        "!optional.ofNonZeroValue(duration('0s')).hasValue()",
        "optional.ofNonZeroValue(optional.none()).hasValue()",
        "optional.ofNonZeroValue([0]).hasValue()",
        "optional.none().or(optional.of(1)) == optional.of(1)",
        "optional.of(2).or(optional.of(1)).value() == 2",
        "optional.none().orValue(3) == 3", "optional.of(2).orValue(3) == 2",
        "optional.unwrap([optional.of(1), optional.none(), optional.of(2)]) == [1, 2]",
        "[optional.none(), optional.of('a')].unwrapOpt() == ['a']",
        "type(optional.none()) == optional_type", "optional.of(1) != optional.of(2)",
        "optional.of(1) == optional.of(dyn(1.0))", "optional.of(optional.none()).hasValue()",
    ])
    func `an optional has a value or none`(text: String) {
        #expect(evaluate(text) == true)
        #expect(evaluate(text, isChecked: false) == true)
    }

    @Test(arguments: [
        "{'a': {'b': 1}}.?a.b == optional.of(1)", "{'a': {'b': 1}}.?a.?c == optional.none()",
        "{'a': {'b': {'c': 1}}}.?b.c.d == optional.none()", "[[1]][?0][?0] == optional.of(1)",
        "[1][?5] == optional.none()", "[1][?-1] == optional.none()",
        "{1: 'a'}[?dyn(1u)].value() == 'a'", "optional.of({'a': [7]}).a[0].value() == 7",
        "has({'a': {'b': 1}}.?a.b)", "!has(optional.none().a)", "!has({}.?a.b)",
        "{'a-b': 1}.?`a-b`.value() == 1",
    ])
    func `what is selected of an optional is an optional`(text: String) {
        #expect(evaluate(text) == true)
        #expect(evaluate(text, isChecked: false) == true)
    }

    @Test(arguments: [
        "[?optional.none(), 1, ?optional.of(2)] == [1, 2]",
        "{?'a': optional.none(), 'b': 1, ?'c': optional.of(2)} == {'b': 1, 'c': 2}",
        "[?{'a': 1}.?a, ?{}.?a] == [1]",
    ])
    func `lists and maps leave out what has no value`(text: String) {
        #expect(evaluate(text) == true)
        #expect(evaluate(text, isChecked: false) == true)
    }

    @Test(arguments: [
        "optional.of(2).optMap(x, x * x) == optional.of(4)",
        "optional.none().optMap(x, 1 / 0) == optional.none()",
        "{'a': [1, 2]}.?a.optMap(x, x.map(y, y + 1)).value() == [2, 3]",
        "{'a': {'b': 1}}.?a.optFlatMap(x, x.?b) == optional.of(1)",
        "optional.of(1).optFlatMap(x, optional.none()) == optional.none()",
    ])
    func `macros go on with the value of an optional`(text: String) {
        #expect(evaluate(text) == true)
        #expect(evaluate(text, isChecked: false) == true)
    }

    @Test func `the alternative is computed only where it is needed`() {
        #expect(evaluate("optional.of(1).orValue(1 / 0)") == 1)
        #expect(evaluate("optional.of(1).or(optional.of(1 / 0)).value()") == 1)
        #expect(evaluate("optional.none().orValue(1 / 0)") == .error(.divideByZero))
    }

    @Test(arguments: [
        ("optional.none().value()", CELErrorCode.invalidArgument),
        ("dyn({'a': 0}).?a.b", .noSuchMember), ("dyn(1).?a", .noSuchMember),
        ("dyn(1)[?0]", .noMatchingOverload), ("dyn(1).orValue(2)", .noMatchingOverload),
        ("optional.none().or(dyn(2))", .noMatchingOverload), ("[?dyn(1)]", .noMatchingOverload),
        ("{?'a': dyn(1)}", .noMatchingOverload), ("dyn(1).optMap(x, x)", .noMatchingOverload),
    ])
    func `other values are errors`(text: String, code: CELErrorCode) {
        #expect(evaluate(text) == .error(code))
    }

    @Test(arguments: [
        ("optional.of(1)", "optional_type(int)"), ("optional.none()", "optional_type(dyn)"),
        ("{'a': 1}.?a", "optional_type(int)"), ("{'a': {'b': ''}}.?a.b", "optional_type(string)"),
        ("[1][?0]", "optional_type(int)"), ("optional.of([1])[0]", "optional_type(int)"),
        ("[?optional.of(1)]", "list(int)"), ("{?'a': optional.of(1)}", "map(string, int)"),
        ("optional.of(1).optMap(x, string(x))", "optional_type(string)"),
        ("optional.of(1).optFlatMap(x, optional.of(''))", "optional_type(string)"),
        ("optional.of(1).orValue(2)", "int"), ("optional.of(1).value()", "int"),
        ("true ? optional.of(1) : optional.none()", "optional_type(int)"),
    ])
    func `deduces the type of the value`(text: String, type: String) throws {
        let tree = try #require(CELParser.parse(text).0)
        #expect(CELChecker.check(tree, in: CELEnvironment()).0?.type.description == type)
    }

    @Test(arguments: [
        "[?1]", "{?'a': 1}", "(1).?a", "optional.of(1) + 1", "optional.of(1).optFlatMap(x, x)",
        "(1).optMap(x, x)", "optional.of(1).orValue('')", "optional.of(1).a",
    ])
    func `refuses what is no optional`(text: String) {
        #expect(!Evaluation.problems(text).isEmpty)
    }

    @Test func `optionals nest no deeper than values may`() {
        let text = (0..<150).reduce("a") { text, _ in "optional.of(\(text))" }
        var value: CELValue = 1
        for _ in 0..<150 { value = [value] }
        #expect(evaluate(text, ["a": value]) == .error(.limit))
    }
}
