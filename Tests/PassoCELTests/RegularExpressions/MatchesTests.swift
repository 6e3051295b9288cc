import PassoCEL
import PassoTesting
import Testing

@Suite struct MatchesTests {
    @Test(arguments: [
        ("'hubba'.matches('ubb')", true),
        ("matches('hubba', 'ubb')", true),
        ("'hubba'.matches('^ubb')", false),
        ("'hubba'.matches('^h.*a$')", true),
        ("''.matches('')", true),
        ("'abc'.matches('')", true),
        ("'mañana'.matches('^a?m.{2}ana$')", true),
        ("'\u{1F431}x'.matches('^.x$')", true),
        ("'Ærø'.matches(r'^\\p{Lu}\\p{L}+$')", true),
        ("'ABC'.matches('(?i)^abc$')", true),
        ("'a\\nb'.matches('a.b')", false),
        ("'a\\nb'.matches('(?s)a.b')", true),
        ("'a\\nb'.matches('(?m)^b$')", true),
    ])
    func `a part of the text has to match`(text: String, expected: Bool) {
        #expect(evaluate(text) == .value(.bool(expected)))
    }

    @Test func `a pattern may be a constant or a value`() {
        for pattern in ["^[A-Z]{2}-[0-9]+$", "-", "x"] {
            for text in ["AB-12", "ab-12", "x"] {
                let constant = evaluate("t.matches('\(pattern)')", ["t": CELValue(text)])
                let value = evaluate("t.matches(p)", ["t": CELValue(text), "p": CELValue(pattern)])
                #expect(constant == value, "\(pattern) \(text)")
            }
        }
    }

    @Test(arguments: ["(", "[a-", "a**b(", "\\\\", "(?<!a)b", "\\\\1", "a{1001}"])
    func `what is no regular expression is an error of the call`(pattern: String) throws {
        let call = "t.matches('\(pattern)')"
        #expect(evaluate(call, ["t": "x"]) == .error(.invalidPattern))
        #expect(evaluate("t.matches(p)", ["t": "x", "p": "("]) == .error(.invalidPattern))
        #expect(evaluate("\(call) || true", ["t": "x"]) == true)
    }

    @Test func `the error of a pattern says what is wrong and where`() throws {
        let text = "true && title.matches('a[b-')"
        let error = try failure(text, ["title": "x"])
        #expect(error.code == .invalidPattern)
        #expect(error.range == 8..<29)
        #expect(error.arguments.map(\.name) == ["reason", "begin", "end"])
        #expect(error.arguments.map(\.value) == ["missing ]", "1", "4"])
    }

    @Test func `a pattern takes texts and nothing else`() {
        #expect(
            evaluate("t.matches('a')", ["t": 1], isChecked: false) == .error(.noMatchingOverload)
        )
        #expect(
            evaluate("'a'.matches(p)", ["p": 1], isChecked: false) == .error(.noMatchingOverload)
        )
        #expect(evaluate("1.matches('a')", isChecked: true) == .problems([.noMatchingOverload]))
    }

    /// The error that the evaluation of an expression over variables ends with.
    private func failure(
        _ text: String,
        _ variables: KeyValuePairs<String, CELValue>
    ) throws -> CELError {
        var environment = CELEnvironment()
        for (place, variable) in variables.enumerated() {
            environment.declare(variable.key, variable.value.type, at: CELSlot(.data, place))
        }
        let tree = try #require(CELParser.parse(text).0)
        let checked = try #require(CELChecker.check(tree, in: environment).0)
        let result = CELProgram(checked, environment).evaluate(data: variables.map(\.value))
        guard case .failure(let error) = result else { throw NoFailure() }
        return error
    }

    private struct NoFailure: Error {}
}
