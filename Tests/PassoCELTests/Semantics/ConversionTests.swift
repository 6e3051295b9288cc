import PassoCEL
import PassoTesting
import Testing

/// Conversions between numbers and texts (language definition, "Types and Conversions").
@Suite struct ConversionTests {
    @Test(
        arguments: [
            ("0", 0), ("-0", 0), ("+5", 5), ("007", 7), ("9223372036854775807", .max),
            ("-9223372036854775808", .min),
        ] as [(String, Int64)]
    )
    func `reads ints with a sign or without`(text: String, expected: Int64) {
        #expect(evaluate("int('\(text)')") == .value(.int(expected)))
    }

    @Test(arguments: [
        "", "-", "+", " 5", "5 ", "1_000", "0x10", "1.0", "1e3", "9223372036854775808",
        "-9223372036854775809", "\u{663}", "--5",
    ])
    func `reads nothing else as an int`(text: String) {
        #expect(evaluate("int('\(text)')") == .error(.invalidArgument))
    }

    @Test(arguments: [
        "", "+5", "-0", "-5", " 5", "1_0", "0x1", "5u", "18446744073709551616", "\u{663}",
    ])
    func `reads uints of digits only`(text: String) {
        #expect(evaluate("uint('\(text)')") == .error(.invalidArgument))
        #expect(evaluate("uint('18446744073709551615')") == .value(.uint(.max)))
    }

    @Test(
        arguments: [
            ("5", 5), ("5.", 5), (".5", 0.5), ("+1.5", 1.5), ("-1.5e3", -1500), ("1E-2", 0.01),
            ("0x1p3", 8), ("-0X1.8P1", -3), ("1e-400", 0),
            ("1.7976931348623157e308", .greatestFiniteMagnitude),
            ("inf", .infinity), ("+Inf", .infinity), ("-INFINITY", -.infinity), ("NaN", .nan),
            ("nan", .nan),
        ] as [(String, Double)]
    )
    func `reads doubles as implementations agree on`(text: String, expected: Double) {
        #expect(evaluate("double('\(text)')") == .value(.double(expected)))
    }

    @Test(arguments: [
        "", ".", "e5", "1e", "1e+", "1_000", " 1", "1 ", "1d", "0x", "0x10", "0x1p", "nan(1)",
        "+nan", "-nan", "infinit", "1.2.3", "--1", "1,5", "\u{663}",
    ])
    func `reads nothing else as a double`(text: String) {
        #expect(evaluate("double('\(text)')") == .error(.invalidArgument))
    }

    @Test(arguments: ["1e400", "-1e400", "1e309", "0x1p1024"])
    func `a double beyond the largest is an overflow`(text: String) {
        #expect(evaluate("double('\(text)')") == .error(.overflow))
    }

    @Test(
        arguments: [
            (0.0, "0"), (-0.0, "-0"), (1, "1"), (-1.5, "-1.5"), (123.456, "123.456"),
            (-0.0045, "-0.0045"), (100_000, "100000"), (123_456.7, "123456.7"), (1e6, "1e+06"),
            (123_456_789, "1.23456789e+08"), (1e15, "1e+15"), (1e16, "1e+16"), (1.5e17, "1.5e+17"),
            (1e21, "1e+21"), (1e100, "1e+100"), (0.0001, "0.0001"), (0.00012345, "0.00012345"),
            (0.00001, "1e-05"), (1.25e-7, "1.25e-07"), (.leastNonzeroMagnitude, "5e-324"),
            (1.0 / 3, "0.3333333333333333"),
            (.greatestFiniteMagnitude, "1.7976931348623157e+308"), (.nan, "NaN"),
            (.infinity, "Infinity"), (-.infinity, "-Infinity"), (10, "10"), (1e5, "100000"),
            (1_234_560, "1.23456e+06"),
        ] as [(Double, String)]
    )
    func `writes doubles with the fewest digits`(value: Double, expected: String) {
        let result = evaluate("string(x)", ["x": .double(value)])
        #expect(result == .value(CELValue(expected)))
    }

    @Test func `reads back what it writes`() {
        var random = SeededRandom()
        print("doubles: \(random)")
        for _ in 0..<(TestEnvironment.isFull ? 200_000 : 2_000) {
            let value = Double(bitPattern: random.next())
            let result = evaluate("double(string(x))", ["x": .double(value)])
            #expect(result == .value(.double(value)))
        }
    }

    @Test(
        arguments: [
            ("uint(-0.5)", .error(.overflow)), ("uint(-0.0)", .value(.uint(0))), ("int(-0.9)", 0),
            ("int(0.0 / 0.0)", .error(.overflow)),
            ("int(9223372036854774784.0)", 9223372036854774784),
            ("int(9223372036854775807.0)", .error(.overflow)),
            ("int(-9223372036854775808.0)", .error(.overflow)),
            ("uint(18446744073709549568.0)", .value(.uint(18446744073709549568))),
            ("uint(18446744073709551615.0)", .error(.overflow)),
            ("int(18446744073709551615u)", .error(.overflow)), ("uint(-1)", .error(.overflow)),
            ("bool('T')", .error(.invalidArgument)), ("bool('t')", true),
            ("bool('F')", .error(.invalidArgument)),
            ("bool('f')", false), ("bool('tRUE')", .error(.invalidArgument)),
            ("string(b'\\xff')", .error(.invalidArgument)),
            ("timestamp(253402300799) < timestamp(0)", false),
            ("timestamp(253402300800)", .error(.overflow)),
            ("timestamp(-62135596801)", .error(.overflow)),
            ("int(timestamp('1969-12-31T23:59:59.999Z'))", -1),
        ] as [(String, Evaluation)]
    )
    func `keeps to the range of the new type`(text: String, expected: Evaluation) {
        #expect(evaluate(text) == expected)
    }
}
