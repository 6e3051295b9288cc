import Foundation
import PassoCEL
import PassoTesting
import Testing

@Suite struct FormatTests {
    @Test(arguments: [
        ("'%s %s'.format(['a', b'b'])", "a b"), ("'%s'.format([true])", "true"),
        ("'%s'.format([null])", "null"), ("'%s'.format([-5])", "-5"),
        ("'%s'.format([18446744073709551615u])", "18446744073709551615"),
        ("'%s'.format([1.0])", "1"), ("'%s'.format([0.1])", "0.1"),
        ("'%s'.format([1e21])", "1000000000000000000000"), ("'%s'.format([1e-7])", "0.0000001"),
        ("'%s'.format([123456.75])", "123456.75"), ("'%s'.format([-0.0])", "-0"),
        ("'%s'.format([double('NaN')])", "NaN"), ("'%s'.format([type(1)])", "int"),
        ("'%s'.format([type([1])])", "list"), ("'%s'.format([duration('1h1.5s')])", "3601.5s"),
        ("'%s'.format([duration('-1.000000001s')])", "-1.000000001s"),
        ("'%s'.format([timestamp('2023-02-03T23:31:20.120+01:00')])", "2023-02-03T22:31:20.12Z"),
        ("'%s'.format([['a', 1, [2.5, null], {}]])", "[a, 1, [2.5, null], {}]"),
        ("'%s'.format([{'b': 1, 'a': [true], 2: 'x'}])", "{2: x, a: [true], b: 1}"),
        ("'%s'.format([b'\\xff\\xfeab\\xe2\\x82c\\xff'])", "\u{FFFD}ab\u{FFFD}c\u{FFFD}"),
        ("'%s'.format([b'\\xef\\xbf\\xbd\\xef\\xbf\\xbd'])", "\u{FFFD}\u{FFFD}"),
    ])
    func `a value is written as its text`(text: String, expected: String) {
        #expect(evaluate(text) == .value(CELValue(expected)))
    }

    @Test(arguments: [
        ("'%d %d %d'.format([-1, 2u, 3.5])", "-1 2 3.5"),
        ("'%d'.format([double('-Infinity')])", "-Infinity"),
        ("'%d'.format([-9223372036854775807 - 1])", "-9223372036854775808"),
        ("'%b %b %b %b'.format([5, -5, 6u, true])", "101 -101 110 1"),
        ("'%o %o'.format([8, -8])", "10 -10"),
        ("'%x %X %x'.format([30, 30, -255])", "1e 1E -ff"),
        ("'%x %X'.format(['Hi©', b'\\xab'])", "4869c2a9 AB"),
        ("'%f %f %f'.format([1, 2u, 3.14])", "1.000000 2.000000 3.140000"),
        ("'%.3f %.0f %.0f %.0f'.format([1.2345, 0.5, 1.5, 2.5])", "1.234 0 2 2"),
        ("'%.1f %.2f %.0f'.format([0.05, 9.999, 9.5])", "0.1 10.00 10"),
        ("'%f'.format([-0.0])", "-0.000000"), ("'%f'.format([double('NaN')])", "NaN"),
        ("'%e %e %e'.format([1, 3u, 1052.032911275])", "1.000000e+00 3.000000e+00 1.052033e+03"),
        ("'%.1e %.0e %.0e'.format([-3.14, 2.5, 9.9])", "-3.1e+00 2e+00 1e+01"),
        ("'%e %e %e'.format([0.0, 1e100, 5e-324])", "0.000000e+00 1.000000e+100 4.940656e-324"),
        ("'%.3d %.2s'.format([7, 'abc'])", "7 abc"),
    ])
    func `a number is written as its clause says`(text: String, expected: String) {
        #expect(evaluate(text) == .value(CELValue(expected)))
    }

    @Test(arguments: [
        ("'100%%'.format([])", "100%"), ("'%%%s%%'.format(['a'])", "%a%"),
        ("'none'.format([1, 2])", "none"), ("''.format([])", ""), ("'©%sø'.format(['æ'])", "©æø"),
    ])
    func `everything else stays`(text: String, expected: String) {
        #expect(evaluate(text) == .value(CELValue(expected)))
    }

    @Test(arguments: [
        ("'%a'.format([1])", CELErrorCode.invalidArgument), ("'%'.format([1])", .invalidArgument),
        ("'%5d'.format([1])", .invalidArgument), ("'%.f'.format([1])", .invalidArgument),
        ("'%.2'.format([1])", .invalidArgument), ("'%é'.format([1])", .invalidArgument),
        ("'%s %s'.format([1])", .indexOutOfRange), ("'%s'.format([])", .indexOutOfRange),
        ("'%d'.format(['1'])", .noMatchingOverload), ("'%d'.format([null])", .noMatchingOverload),
        ("'%d'.format([true])", .noMatchingOverload), ("'%f'.format(['NaN'])", .noMatchingOverload),
        ("'%e'.format([null])", .noMatchingOverload), ("'%b'.format(['1'])", .noMatchingOverload),
        ("'%b'.format([1.0])", .noMatchingOverload), ("'%o'.format([true])", .noMatchingOverload),
        ("'%x'.format([1.0])", .noMatchingOverload), ("'%X'.format([null])", .noMatchingOverload),
        ("'%s'.format([regex.extract('a', 'a')])", .noMatchingOverload),
        ("'%s'.format([[regex.extract('a', 'b')]])", .noMatchingOverload),
        ("'%.1001f'.format([1])", .limit), ("'%.99999999999999999999f'.format([1])", .limit),
    ])
    func `what a clause cannot write is an error`(text: String, expected: CELErrorCode) {
        #expect(evaluate(text) == .error(expected))
        #expect(evaluate(text, isChecked: false) == .error(expected))
    }

    @Test func `a text may be a constant or a value`() {
        #expect(evaluate("f.format([1, 2])", ["f": "%d-%d"]) == "1-2")
        #expect(evaluate("f.format(l)", ["f": "%d-%d", "l": [1, 2]]) == "1-2")
        #expect(evaluate("'%d-%d'.format(l)", ["l": [1, 2]]) == "1-2")
    }

    @Test func `digits agree with those of the C library`() {
        var random = SeededRandom()
        for _ in 0..<(TestEnvironment.isFull ? 20_000 : 300) {
            let number = Double(bitPattern: random.next())
            guard number.isFinite else { continue }
            let precision = Int.random(in: 0...25, using: &random)
            for (clause, format) in [("f", "%.\(precision)f"), ("e", "%.\(precision)e")] {
                let result = evaluate(
                    "'%.\(precision)\(clause)'.format([x])",
                    ["x": .double(number)]
                )
                let expected = String(format: format, number)
                #expect(result == .value(CELValue(expected)), "\(random): \(number) by \(format)")
            }
            let text = evaluate("double('%s'.format([x])) == x", ["x": .double(number)])
            #expect(text == true, "\(random): \(number)")
        }
    }
}
