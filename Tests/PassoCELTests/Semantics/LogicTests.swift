import PassoCEL
import Testing

@Suite struct LogicSemanticsTests {
    @Test(arguments: [
        ("false && 1 / 0 == 1", false), ("1 / 0 == 1 && false", false),
        ("true || 1 / 0 == 1", true), ("1 / 0 == 1 || true", true),
        ("1 / 0 == 1 && true && false", false), ("(1 / 0 == 1 && 2 / 0 == 1) || true", true),
        ("[1, 0].exists(x, 1 / x == 1)", true), ("[0, 1].exists(x, 1 / x == 1)", true),
        ("[0, 2].all(x, 1 / x == 1)", false),
    ])
    func `a side that decides absorbs the error of the other`(text: String, expected: Bool) {
        #expect(evaluate(text) == .value(.bool(expected)))
    }

    @Test(arguments: [
        "true && 1 / 0 == 1", "1 / 0 == 1 && true", "false || 1 / 0 == 1",
        "1 / 0 == 1 || 2 / 0 == 1", "[1, 0].all(x, 1 / x == 1)", "[0].exists(x, 1 / x == 1)",
        "[1, 0].exists_one(x, 1 / x == 1)", "[0].filter(x, 1 / x == 1)", "[0].map(x, 1 / x)",
        "1 / 0 == 1 ? 1 : 2", "true ? 1 / 0 : 2",
    ])
    func `an error that nothing absorbs is the result`(text: String) {
        #expect(evaluate(text) == .error(.divideByZero))
    }

    @Test func `the first of two errors is reported`() {
        #expect(evaluate("1 / 0 == 1 || 1 % 0 == 1") == .error(.divideByZero))
        #expect(evaluate("1 % 0 == 1 && 1 / 0 == 1") == .error(.modulusByZero))
    }

    @Test func `the branch that is not chosen does not run`() {
        #expect(evaluate("true ? 1 : 1 / 0") == 1)
        #expect(evaluate("false ? 1 / 0 : 2") == 2)
    }

    @Test func `what is no bool is an error only where it decides`() {
        #expect(evaluate("x && false", ["x": 1], isChecked: false) == false)
        #expect(evaluate("x && true", ["x": 1], isChecked: false) == .error(.noMatchingOverload))
        #expect(evaluate("!x", ["x": 1], isChecked: false) == .error(.noMatchingOverload))
    }

    @Test func `nested errors and answers keep apart`() {
        let text = "[1, 2, 3].all(x, [0, x].exists(y, 6 / y == 6 / x) || x / 0 == 1)"
        #expect(evaluate(text) == true)
        #expect(evaluate("[[0], [1]].exists(l, l.all(x, 1 / x > 0))") == true)
        #expect(evaluate("[[0], [1]].all(l, l.all(x, 1 / x > 0))") == .error(.divideByZero))
        #expect(evaluate("([0].all(x, 1 / x > 0) && true) || [1].exists(x, x == 1)") == true)
    }
}
