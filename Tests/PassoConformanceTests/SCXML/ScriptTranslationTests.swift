import Testing

@testable import passo_conformance

@Suite struct ScriptTranslationTests {
    @Test(arguments: [
        ("x === 1", "x == 1"),
        ("x !== 51 && !In('a')", "(x != 51) && (!In('a'))"),
        ("x + 1", "x + 1"),
        ("(x + 1) * 2", "(x + 1) * 2"),
        ("x - 1 - 2", "(x - 1) - 2"),
        ("-1", "-1"),
        (".5", "0.5"),
        ("6 / 4", "double(6) / double(4)"),
        ("Math.pow(i,3)", "i * i * i"),
        ("Math.pow(i + 1, 2)", "(i + 1) * (i + 1)"),
        ("'b, x:' + x", "'b, x:' + '%s'.format([x])"),
        ("x + ' y ' + \"z\"", "('%s'.format([x]) + ' y ') + 'z'"),
        ("{p1: 'v1', 'p 2': [1, x]}", "{'p1': 'v1', 'p 2': [1, x]}"),
        ("_event.data.foo === 1", "_event.data.foo == 1"),
        ("_event.data['foo'][0]", "_event.data['foo'][0]"),
        ("typeof x === 'undefined'", "x == null"),
        ("x === undefined", "x == null"),
        ("a ? b : c", "a ? b : c"),
        ("'Unexpected ' + JSON.stringify(_event)", "'Unexpected ' + '%s'.format([_event])"),
    ])
    func `an expression is written in CEL`(script: String, written: String) throws {
        #expect(try ScriptTranslation.expression(script) == written)
    }

    @Test(arguments: [
        ("x = 100;", "x = 100"),
        ("var i = 0, j;\n i = i + 1 // more\n", "i = 0\nj = null\ni = i + 1"),
        ("x *= 2; x++;", "x = x * 2\nx = x + 1"),
        ("/* nothing */", ""),
    ])
    func `a script is written as assignments`(script: String, written: String) throws {
        #expect(try ScriptTranslation.script(script) == written)
    }

    @Test(arguments: ["{p1: 'v1'", "x +", "'open", "#", "", "x y"])
    func `what is no expression there is none here`(script: String) {
        #expect(throws: ScriptProblem.malformed) { try ScriptTranslation.expression(script) }
    }

    @Test(arguments: ["doError()", "new Date()", "Math.pow(2, x)", "function() {}"])
    func `what CEL does not have is said`(script: String) {
        #expect {
            try ScriptTranslation.expression(script)
        } throws: { error in
            if case .foreign? = error as? ScriptProblem { true } else { false }
        }
    }

    @Test(arguments: ["foo();", "function f() { return 1; }", "if (x) x = 1"])
    func `a script that is no list of assignments is said`(script: String) {
        #expect(throws: ScriptProblem.self) { try ScriptTranslation.script(script) }
    }

    @Test func `nesting is bounded`() {
        let text = String(repeating: "(", count: 10_000)
        #expect(throws: ScriptProblem.foreign("deep nesting")) {
            try ScriptTranslation.expression(text)
        }
    }
}
