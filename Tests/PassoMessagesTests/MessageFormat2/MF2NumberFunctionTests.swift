import PassoMessages
import PassoTesting
import Testing

/// The numeric functions: LDML 48.2, part 9, section *Numeric Value Selection and Formatting*.
@Suite struct MF2NumberFunctionTests {
    @Test(arguments: [
        MF2Sample("{1234.5678 :number}", "1,234.568"),
        MF2Sample("{1234.5 :number}", "1.234,5", in: "da"),
        MF2Sample("{2000 :number} {20000 :number}", "2000 20\u{A0}000", in: "pl"),
        MF2Sample("{2000 :number useGrouping=always}", "2\u{A0}000", in: "pl"),
        MF2Sample(
            "{2000 :number useGrouping=never} {20000 :number useGrouping=never}",
            "2000 20000"
        ),
        MF2Sample(
            "{2000 :number useGrouping=min2} {20000 :number useGrouping=min2}",
            "2000 20,000"
        ),
        MF2Sample("{5 :number signDisplay=always} {0 :number signDisplay=always}", "+5 +0"),
        MF2Sample("{5 :number signDisplay=exceptZero} {0 :number signDisplay=exceptZero}", "+5 0"),
        MF2Sample("{-5 :number signDisplay=never}", "5"),
        MF2Sample("{-0 :number} {-0 :number signDisplay=negative}", "-0 0"),
        MF2Sample("{7 :number minimumIntegerDigits=3}", "007"),
        MF2Sample("{0.5 :number minimumIntegerDigits=0}", ".5"),
        MF2Sample(
            "{1 :number minimumFractionDigits=2} {1.23456 :number maximumFractionDigits=4}",
            "1.00 1.2346"
        ),
        MF2Sample("{1.2345 :number minimumFractionDigits=4}", "1.2345"),
        MF2Sample("{1 :number minimumFractionDigits=12}", "1.000000000000"),
        MF2Sample(
            "{123456 :number maximumSignificantDigits=3} {0.001234 :number maximumSignificantDigits=2}",
            "123,000 0.0012"
        ),
        MF2Sample(
            "{1 :number minimumSignificantDigits=3} {0 :number minimumSignificantDigits=2}",
            "1.00 0.0"
        ),
        MF2Sample("{9.96 :number maximumSignificantDigits=2 minimumSignificantDigits=2}", "10"),
        MF2Sample("{1 :number minimumFractionDigits=2 trailingZeroDisplay=stripIfInteger}", "1"),
        MF2Sample(
            "{1.5 :number minimumFractionDigits=2 trailingZeroDisplay=stripIfInteger}",
            "1.50"
        ),
        MF2Sample(
            "{1.999 :number minimumFractionDigits=2 maximumFractionDigits=2 trailingZeroDisplay=stripIfInteger}",
            "2"
        ),
        MF2Sample(
            "{4.321 :number maximumFractionDigits=2 maximumSignificantDigits=2 roundingPriority=morePrecision}",
            "4.32"
        ),
        MF2Sample(
            "{4.321 :number maximumFractionDigits=2 maximumSignificantDigits=2 roundingPriority=lessPrecision}",
            "4.3"
        ),
        MF2Sample("{4.321 :number maximumFractionDigits=2 maximumSignificantDigits=2}", "4.3"),
        MF2Sample("{12 :number roundingIncrement=5} {12.5 :number roundingIncrement=5}", "10 15"),
        MF2Sample(
            "{1.23 :number maximumFractionDigits=2 minimumFractionDigits=2 roundingIncrement=5}",
            "1.25"
        ),
        MF2Sample(
            "{2.5 :number maximumFractionDigits=0} {-2.5 :number maximumFractionDigits=0}",
            "3 -3"
        ),
        MF2Sample("{2.5 :number maximumFractionDigits=0 roundingMode=halfEven}", "2"),
        MF2Sample("{-2.5 :number maximumFractionDigits=0 roundingMode=halfCeil}", "-2"),
        MF2Sample("{2.1 :number maximumFractionDigits=0 roundingMode=ceil}", "3"),
        MF2Sample("{-2.9 :number maximumFractionDigits=0 roundingMode=trunc}", "-2"),
        MF2Sample("{$n :number}", ["n": .double(.infinity)], "∞"),
        MF2Sample(
            "{$n :number} {$n :number minimumFractionDigits=$d}",
            ["n": "-1.5e1", "d": 1],
            "-15 -15.0"
        ),
        MF2Sample("{12345678901234567890.123 :number}", "12,345,678,901,234,567,890.123"),
        MF2Sample("{1e3 :number} {1E-2 :number}", "1,000 0.01"),
    ])
    func `writes a number by its options`(sample: MF2Sample) throws { try sample.check() }

    @Test(arguments: [
        MF2Sample("{4.7 :integer} {-4.7 :integer} {4.5 :integer} {-0.4 :integer}", "5 -5 4 -0"),
        MF2Sample("{1234567 :integer maximumSignificantDigits=2}", "1,200,000"),
        MF2Sample(
            ".input {$n :number minimumFractionDigits=2 signDisplay=always} {{{$n} {$n :integer}}}",
            ["n": 3],
            "+3.00 +3"
        ),
        MF2Sample(
            ".input {$n :number minimumFractionDigits=2 signDisplay=always} {{{$n :number minimumFractionDigits=1}}}",
            ["n": 3],
            "+3.0"
        ),
        MF2Sample(
            ".input {$n :number minimumFractionDigits=3} {{{$n :number maximumFractionDigits=1}}}",
            ["n": 3],
            "3.0"
        ),
        MF2Sample(
            ".input {$n :number maximumFractionDigits=1} {{{$n :number minimumFractionDigits=2}}}",
            ["n": 3],
            "3.00"
        ),
        MF2Sample(
            ".local $x = {9 :number minimumIntegerDigits=2} {{{$x :offset add=1} {$x :offset subtract=8}}}",
            "10 01"
        ),
        MF2Sample(
            "{9223372036854775807 :offset add=1} {-1 :offset add=1}",
            "9,223,372,036,854,775,808 0"
        ),
        MF2Sample("{$n :offset subtract=1}", ["n": .integer(.min)], "-9,223,372,036,854,775,809"),
        MF2Sample("{1.5 :offset subtract=$by}", ["by": 2], "-0.5"),
    ])
    func `takes over what comes with the operand`(sample: MF2Sample) throws { try sample.check() }

    @Test(arguments: [
        MF2Sample("{0.1234 :percent} {0.1234 :percent maximumFractionDigits=1}", "12% 12.3%"),
        MF2Sample("{0.12 :percent minimumFractionDigits=1}", "12,0\u{A0}%", in: "da"),
        MF2Sample("{12 :percent} {-0.5 :percent signDisplay=never}", "1,200% 50%"),
        MF2Sample(
            ".local $n = {0.07 :number minimumIntegerDigits=3 roundingIncrement=5} {{{$n :percent}}}",
            "7%"
        ),
        MF2Sample("{42 :currency currency=EUR}", "€42.00"),
        MF2Sample("{42 :currency currency=eur}", "42,00\u{A0}€", in: "da"),
        MF2Sample(
            "{42 :currency currency=JPY} {42 :currency currency=KWD currencyDisplay=code}",
            "¥42 KWD\u{A0}42.000"
        ),
        MF2Sample(
            "{1 :currency currency=USD currencyDisplay=name} {1 :currency currency=USD currencyDisplay=name fractionDigits=0}",
            "1.00 US dollars 1 US dollar"
        ),
        MF2Sample(
            "{42 :currency currency=CAD} {42 :currency currency=CAD currencyDisplay=narrowSymbol}",
            "CA$42.00 $42.00"
        ),
        MF2Sample("{42 :currency currency=EUR currencyDisplay=never}", "42.00"),
        MF2Sample("{-42 :currency currency=EUR currencySign=accounting}", "(€42.00)"),
        MF2Sample(
            "{5 :currency currency=USD trailingZeroDisplay=stripIfInteger} {5.01 :currency currency=USD trailingZeroDisplay=stripIfInteger}",
            "$5 $5.01"
        ),
        MF2Sample(
            "{1.005 :currency currency=USD fractionDigits=3} {1.5 :currency currency=USD fractionDigits=0}",
            "$1.005 $2"
        ),
        MF2Sample("{1.023 :currency currency=CHF roundingIncrement=5}", "CHF\u{A0}1.00"),
        MF2Sample("{1234 :currency currency=USD maximumSignificantDigits=2}", "$1,200"),
        MF2Sample("{$a :currency} {$a}", ["a": .amount("9.5", currency: "eur")], "€9.50 €9.50"),
        MF2Sample(
            ".input {$n :currency currency=USD trailingZeroDisplay=stripIfInteger} {{{$n :currency currencySign=accounting}}}",
            ["n": -5],
            "($5)"
        ),
        MF2Sample(
            "{12 :unit unit=kilometer-per-hour} {1 :unit unit=meter unitDisplay=long}",
            "12 km/h 1 meter"
        ),
        MF2Sample(
            ".input {$n :unit unit=meter minimumFractionDigits=2} {{{$n :unit minimumIntegerDigits=2}}}",
            ["n": 3],
            "03.00 m"
        ),
    ])
    func `writes percentages, amounts and measures`(sample: MF2Sample) throws { try sample.check() }

    @Test(arguments: [
        MF2Sample("{1 :number minimumFractionDigits=-1}", "1", errors: "bad-option"),
        MF2Sample("{1 :number minimumFractionDigits=01}", "1", errors: "bad-option"),
        MF2Sample("{1 :number minimumFractionDigits=100}", "1", errors: "bad-option"),
        MF2Sample(
            "{1 :number minimumFractionDigits=$d}",
            ["d": .double(1.5)],
            "1",
            errors: "bad-option"
        ),
        MF2Sample(
            "{1 :number minimumFractionDigits=$d}",
            "1",
            errors: "unresolved-variable bad-option"
        ),
        MF2Sample("{1 :number minimumSignificantDigits=0}", "1", errors: "bad-option"),
        MF2Sample(
            "{1 :number signDisplay=loud useGrouping=no}",
            "1",
            errors: "bad-option bad-option"
        ),
        MF2Sample("{12 :number roundingIncrement=3}", "12", errors: "bad-option"),
        MF2Sample("{12 :number roundingIncrement=05}", "12", errors: "bad-option"),
        MF2Sample(
            "{12 :number roundingIncrement=5 maximumSignificantDigits=2}",
            "12",
            errors: "bad-option"
        ),
        MF2Sample(
            "{1 :number minimumFractionDigits=3 maximumFractionDigits=1}",
            "1.000",
            errors: "bad-option"
        ),
        MF2Sample(
            "{1 :number minimumSignificantDigits=3 maximumSignificantDigits=1}",
            "1.00",
            errors: "bad-option"
        ),
        MF2Sample("{1 :number ours=1 minimum=2 u:else=3}", "1"),
        MF2Sample("{1 :integer minimumFractionDigits=2}", "1"),
        MF2Sample("{1e401 :number}", "{|1e401|}", errors: "unsupported-operation"),
        MF2Sample(
            "{1e99999999999999999999 :number}",
            "{|1e99999999999999999999|}",
            errors: "unsupported-operation"
        ),
        MF2Sample("{0e99999999999999999999 :number}", "0"),
        MF2Sample(
            "{$n :number}",
            ["n": .instant(millisecondsSince1970: 0)],
            "{$n}",
            errors: "bad-operand"
        ),
        MF2Sample("{$n :number}", ["n": .list([1])], "{$n}", errors: "bad-operand"),
        MF2Sample("{$n :number}", ["n": "1,5"], "{$n}", errors: "bad-operand"),
        MF2Sample("{$n}", ["n": .decimal("1,5")], "{$n}", errors: "bad-operand"),
        MF2Sample("{1 :offset add=1 subtract=1}", "{|1|}", errors: "bad-option"),
        MF2Sample("{1 :offset add=-1}", "{|1|}", errors: "bad-option"),
        MF2Sample("{1 :currency currency=EURO}", "{|1|}", errors: "bad-option"),
        MF2Sample("{1 :currency currency=$c}", ["c": 978], "{|1|}", errors: "bad-option"),
        MF2Sample(
            ".local $a = {1 :currency currency=EUR} {{{$a :currency currency=USD} {$a :currency currency=eur}}}",
            "€1.00 €1.00",
            errors: "bad-option"
        ),
        MF2Sample("{1 :unit}", "{|1|}", errors: "bad-operand"),
        MF2Sample("{1 :unit unit=smoot}", "{|1|}", errors: "bad-option"),
        MF2Sample("{1 :unit unit=|meter/|}", "{|1|}", errors: "bad-option"),
        MF2Sample("{1 :unit unit=meter usage=road}", "1 m", errors: "unsupported-operation"),
    ])
    func `tells what it cannot use`(sample: MF2Sample) throws { try sample.check() }

    @Test func `a digit size is at most 99`() throws {
        let zeros = String(repeating: "0", count: 99)
        try MF2Sample("{1 :number minimumFractionDigits=99}", "1.\(zeros)").check()
        try MF2Sample("{1 :number minimumSignificantDigits=99}", "1.\(zeros.dropLast())").check()
        try MF2Sample("{1e-99 :number maximumFractionDigits=99}", "0.\(zeros.dropLast())1").check()
        let whole = String(repeating: "0", count: 98) + "1"
        try MF2Sample("{1 :number minimumIntegerDigits=99 useGrouping=never}", whole).check()
    }

    @Test func `a number has at most 400 digits on each side of the point`() throws {
        let limit = MessageLimits.standard.maximumNumberDigits
        let digits = String(repeating: "9", count: limit)
        try MF2Sample("{\(digits) :number useGrouping=never}", digits).check()
        try MF2Sample("{0.\(digits) :number}", "1").check()
        for text in [digits + "9", "0.\(digits)9"] {
            try MF2Sample("{\(text) :number}", "{|\(text)|}", errors: "unsupported-operation")
                .check()
        }
    }

    @Test func `the fields are named as in ECMA-402`() throws {
        let message = try MF2Sample.parse(
            "{-1234.5 :number} {7 :number signDisplay=always} {0.5 :percent} {3 :currency currency=EUR} {2 :unit unit=meter}"
        )
        let parts = MF2Formatter(locale: "en").parts(message).parts
        let fields = parts.compactMap { part in
            if case .value(let value) = part {
                value.type + " " + value.fields.map { "\($0.type)(\($0.text))" }.joined()
            } else {
                nil
            }
        }
        #expect(
            fields == [
                "number minusSign(-)integer(1)group(,)integer(234)decimal(.)fraction(5)",
                "number plusSign(+)integer(7)",
                "percent integer(50)percentSign(%)",
                "currency currency(€)integer(3)decimal(.)fraction(00)",
                "unit integer(2)literal( )unit(m)",
            ]
        )
    }
}
