import PassoCEL
import Testing

@Suite struct NumberTests {
    @Test(arguments: [
        "9223372036854775807 + 1", "-9223372036854775808 - 1", "-(-9223372036854775808)",
        "4611686018427387904 * 2", "-9223372036854775808 / -1", "-9223372036854775808 % -1",
        "0u - 1u", "18446744073709551615u + 1u", "int(1e30)", "uint(-1)", "uint(-1.0)",
        "int(18446744073709551615u)",
    ])
    func `overflow is an error and never a trap`(text: String) {
        #expect(evaluate(text) == .error(.overflow))
    }

    @Test func `division by zero is an error for integers and infinite for doubles`() {
        #expect(evaluate("1 / 0") == .error(.divideByZero))
        #expect(evaluate("1u % 0u") == .error(.modulusByZero))
        #expect(evaluate("1.0 / 0.0") == .value(.double(.infinity)))
        #expect(evaluate("0.0 / 0.0 == 0.0 / 0.0") == false)
    }

    @Test func `numbers compare across their types`() {
        #expect(evaluate("dyn(1) == 1u && dyn(1u) == 1.0 && dyn(1.5) > 1") == true)
        #expect(evaluate("1 < 1.5 && 2u > 1.5 && -1 < 0u") == true)
        #expect(evaluate("dyn(-1) == 18446744073709551615u") == false)
    }

    @Test func `values of different kinds are unequal, and in no order`() {
        #expect(evaluate("dyn(1) == '1'") == false)
        #expect(evaluate("dyn(null) != 0") == true)
        #expect(evaluate("dyn(1) < '1'") == .error(.noMatchingOverload))
        #expect(evaluate("1 == '1'") == .problems([.noMatchingOverload]))
    }

    @Test func `conversions round toward zero and refuse what is no number`() {
        #expect(evaluate("int(-1.9)") == -1)
        #expect(evaluate("uint(1.9)") == .value(.uint(1)))
        #expect(evaluate("int('12x')") == .error(.invalidArgument))
        #expect(evaluate("double('1e3')") == .value(.double(1000)))
        #expect(evaluate("string(1.0) + string(0.1) + string(1e21)") == "10.11e+21")
    }

    @Test func `the smallest int is a literal`() {
        #expect(evaluate("-9223372036854775808") == .value(.int(.min)))
        #expect(evaluate("9223372036854775808") == .problems([.invalidNumber]))
        #expect(evaluate("0x7fffffffffffffff") == .value(.int(.max)))
        #expect(evaluate("1e999") == .problems([.invalidNumber]))
    }

    @Test func `a zero keeps its sign beside another`() {
        #expect(evaluate("x / 0.0 == -(x / -0.0)", ["x": 1.0]) == true)
        #expect(evaluate("x / [0.0][0] == -(x / [-0.0][0])", ["x": 1.0]) == true)
    }
}
