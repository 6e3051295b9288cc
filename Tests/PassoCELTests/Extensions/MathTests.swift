import PassoCEL
import Testing

/// The extension "Math" as cel-go's documentation of extensions describes it.
@Suite struct MathTests {
    @Test(
        arguments: [
            ("math.greatest(1)", 1), ("math.greatest(1u, 2u)", .value(.uint(2))),
            ("math.greatest(-42.0, -21.5, -100.0)", .value(-21.5)),
            ("math.greatest([-42.0, -21.5, -100.0])", .value(-21.5)),
            ("math.least(1)", 1), ("math.least(1u, 2u)", .value(.uint(1))),
            ("math.least(-42.0, -21.5, -100.0)", .value(-100.0)),
            ("math.least([-42.0, -21.5, -100.0])", .value(-100.0)),
            ("math.greatest(5.4, 10, 3u, -5.0, 9223372036854775807)", .value(.int(.max))),
            ("math.least([5.4, 10, 3u, -5.0])", .value(-5.0)),
            ("math.greatest(1, 1.0)", 1), ("math.greatest(1.0, 1)", .value(1.0)),
            ("math.greatest(18446744073709551615u, 9223372036854775807)", .value(.uint(.max))),
            ("math.least(dyn([3, 2u, 2.5]))", .value(.uint(2))),
        ] as [(String, Evaluation)]
    )
    func `finds the greatest and the least number of any kinds`(
        text: String,
        expected: Evaluation
    ) {
        #expect(evaluate(text) == expected)
        #expect(evaluate(text, isChecked: false) == expected)
    }

    @Test(arguments: [
        "math.greatest()", "math.least()", "math.greatest('string')", "math.least(1, 'a')",
        "math.greatest(1, 2u, 'a')", "math.greatest([1, 2], 3)", "math.greatest({})",
    ])
    func `refuses what is known to be no number`(text: String) {
        #expect(evaluate(text) == .problems([.noMatchingOverload]))
        #expect(evaluate(text, isChecked: false) == .error(.noMatchingOverload))
    }

    @Test(
        arguments: [
            ("math.greatest(dyn('a'))", .noMatchingOverload),
            ("math.greatest(1, dyn('a'))", .noMatchingOverload),
            ("math.greatest(dyn([1, 'a']))", .noMatchingOverload),
            ("math.least(dyn([]))", .invalidArgument), ("math.greatest([])", .invalidArgument),
        ] as [(String, CELErrorCode)]
    )
    func `fails where it turns out that there is no number`(text: String, code: CELErrorCode) {
        #expect(evaluate(text) == .error(code))
    }

    @Test(
        arguments: [
            ("math.ceil(1.2)", 2.0), ("math.ceil(-1.2)", -1.0), ("math.floor(1.2)", 1.0),
            ("math.floor(-1.2)", -2.0), ("math.round(1.2)", 1.0), ("math.round(1.5)", 2.0),
            ("math.round(-1.5)", -2.0), ("math.round(2.5)", 3.0),
            ("math.round(0.49999999999999994)", 0.0), ("math.trunc(-1.3)", -1.0),
            ("math.trunc(1.3)", 1.0), ("math.ceil(1.0 / 0.0)", .infinity),
            ("math.trunc(0.0 / 0.0)", .nan), ("math.sqrt(81)", 9.0), ("math.sqrt(81u)", 9.0),
            ("math.sqrt(985.25)", 31.388692231439016), ("math.sqrt(-15)", .nan),
            ("math.abs(-1.5)", 1.5), ("math.abs(0.0 / 0.0)", .nan), ("math.sign(-32.0)", -1.0),
            ("math.sign(0.0 / 0.0)", .nan),
        ] as [(String, Double)]
    )
    func `rounds, measures and takes roots of doubles`(text: String, expected: Double) {
        #expect(evaluate(text) == .value(.double(expected)))
        #expect(evaluate(text, isChecked: false) == .value(.double(expected)))
    }

    @Test(
        arguments: [
            ("math.abs(-1)", 1), ("math.abs(1)", 1), ("math.abs(1u)", .value(.uint(1))),
            ("math.sign(-42)", -1), ("math.sign(0)", 0), ("math.sign(42)", 1),
            ("math.sign(0u)", .value(.uint(0))), ("math.sign(7u)", .value(.uint(1))),
            ("string(math.sign(-0.0))", "0"), ("math.abs(-9223372036854775808)", .error(.overflow)),
        ] as [(String, Evaluation)]
    )
    func `gives magnitude and sign in the number's own type`(text: String, expected: Evaluation) {
        #expect(evaluate(text) == expected)
    }

    @Test(arguments: [
        ("math.isInf(1.0 / 0.0)", true), ("math.isInf(-1.0 / 0.0)", true),
        ("math.isInf(1.2)", false), ("math.isNaN(0.0 / 0.0)", true), ("math.isNaN(1.2)", false),
        ("math.isFinite(0.0 / 0.0)", false), ("math.isFinite(-1.0 / 0.0)", false),
        ("math.isFinite(1.2)", true),
    ])
    func `tells infinite doubles and those that are no number`(text: String, expected: Bool) {
        #expect(evaluate(text) == .value(.bool(expected)))
    }

    @Test(
        arguments: [
            ("math.bitOr(1u, 2u)", .value(.uint(3))), ("math.bitOr(-2, -4)", -2),
            ("math.bitAnd(3u, 2u)", .value(.uint(2))), ("math.bitAnd(3, 5)", 1),
            ("math.bitAnd(-3, -5)", -7), ("math.bitXor(3u, 5u)", .value(.uint(6))),
            ("math.bitXor(1, 3)", 2), ("math.bitNot(1)", -2), ("math.bitNot(-1)", 0),
            ("math.bitNot(0u)", .value(.uint(.max))), ("math.bitShiftLeft(1, 2)", 4),
            ("math.bitShiftLeft(-1, 2)", -4), ("math.bitShiftLeft(1u, 2)", .value(.uint(4))),
            ("math.bitShiftLeft(1, 63)", .value(.int(.min))), ("math.bitShiftLeft(1, 64)", 0),
            ("math.bitShiftLeft(1u, 200)", .value(.uint(0))), ("math.bitShiftRight(1024, 2)", 256),
            ("math.bitShiftRight(1024u, 2)", .value(.uint(256))),
            ("math.bitShiftRight(-1, 1)", .value(.int(.max))), ("math.bitShiftRight(-1, 64)", 0),
            ("math.bitShiftRight(-1, 9223372036854775807)", 0),
            ("math.bitShiftLeft(1, -1)", .error(.invalidArgument)),
            ("math.bitShiftRight(1u, -9223372036854775808)", .error(.invalidArgument)),
        ] as [(String, Evaluation)]
    )
    func `combines and shifts bits, and shifting keeps no sign`(
        text: String,
        expected: Evaluation
    ) {
        #expect(evaluate(text) == expected)
        #expect(evaluate(text, isChecked: false) == expected)
    }

    @Test(arguments: [
        "math.ceil(1)", "math.isNaN(1)", "math.bitAnd(1, 2u)", "math.bitShiftLeft(1, 2u)",
        "math.bitNot(1.0)", "math.sqrt('a')", "math.abs(true)",
    ])
    func `converts no kind of number into another`(text: String) {
        #expect(evaluate(text) == .problems([.noMatchingOverload]))
        #expect(evaluate(text, isChecked: false) == .error(.noMatchingOverload))
    }
}
