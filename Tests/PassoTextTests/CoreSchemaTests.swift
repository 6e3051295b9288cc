import PassoDiagnostics
import PassoText
import Testing

@Suite struct CoreSchemaTests {
    static let values: [(String, TextScalar.Value)] = [
        ("", .null), ("~", .null), ("null", .null), ("Null", .null), ("NULL", .null),
        ("nULL", .string("nULL")),
        ("true", .bool(true)), ("True", .bool(true)), ("TRUE", .bool(true)),
        ("tRUE", .string("tRUE")),
        ("false", .bool(false)), ("False", .bool(false)), ("FALSE", .bool(false)),
        ("yes", .string("yes")), ("on", .string("on")),
        ("0", .int(0)), ("-0", .int(0)), ("+12", .int(12)), ("-19", .int(-19)), ("007", .int(7)),
        ("0o7", .int(7)), ("0o17", .int(15)),
        ("0o8", .string("0o8")), ("0x3A", .int(58)), ("0xg", .string("0xg")), ("0x", .string("0x")),
        ("0x-1", .string("0x-1")),
        ("-0x1", .string("-0x1")), ("1_000", .string("1_000")), ("9223372036854775807", .int(.max)),
        ("9223372036854775808", .double(9_223_372_036_854_775_808)),
        ("0xFFFFFFFFFFFFFFFFF", .double(295_147_905_179_352_825_856)),
        ("0.", .double(0)), ("-0.0", .double(-0.0)), (".5", .double(0.5)), ("+.5", .double(0.5)),
        ("12e03", .double(12_000)),
        ("-2E+05", .double(-200_000)), ("1.5e-1", .double(0.15)), ("1e", .string("1e")),
        (".", .string(".")), ("-", .string("-")),
        ("+", .string("+")), ("..5", .string("..5")), ("1.2.3", .string("1.2.3")),
        ("12:30", .string("12:30")),
        (".inf", .double(.infinity)), ("-.INF", .double(-.infinity)), ("+.Inf", .double(.infinity)),
        (".iNF", .string(".iNF")),
        ("15s", .string("15s")), ("1 2", .string("1 2")), ("٣", .string("٣")), ("０", .string("０")),
        ("2026-11-21", .string("2026-11-21")),
    ]

    @Test(arguments: values)
    func `resolves plain scalars by the core schema`(text: String, value: TextScalar.Value) {
        #expect(TextScalar(text: text, at: 0).value == value)
        #expect(TextScalar(text: text, style: .literal, at: 0).value == .string(text))
    }

    @Test func `knows what is not a number`() {
        for text in [".nan", ".NaN", ".NAN"] {
            guard case .double(let value) = TextScalar(text: text, at: 0).value else {
                Issue.record("\(text) is no number")
                continue
            }
            #expect(value.isNaN)
        }
    }
}
