import PassoMessages
import Testing

/// LDML 48.2, part 9, section *Pattern Selection*.
@Suite struct MF2SelectionTests {
    private static let plural =
        ".match $n 0 {{none}} 1 {{exactly one}} one {{one}} few {{few}} many {{many}} * {{other}}"

    @Test(arguments: [
        MF2Sample(".input {$n :number} " + plural, ["n": 1], "exactly one", in: "pl"),
        MF2Sample(".input {$n :number} " + plural, ["n": 22], "few", in: "pl"),
        MF2Sample(".input {$n :number} " + plural, ["n": 25], "many", in: "pl"),
        MF2Sample(".input {$n :number} " + plural, ["n": 1.5], "other", in: "pl"),
        MF2Sample(".input {$n :number} " + plural, ["n": .double(1.0)], "exactly one"),
        MF2Sample(".input {$n :number} " + plural, ["n": .double(-0.0)], "none"),
        MF2Sample(".input {$n :number} " + plural, ["n": "1.0"], "exactly one"),
        MF2Sample(".input {$n :number} " + plural, ["n": 1_000_000], "many", in: "it"),
        MF2Sample(".input {$n :number} " + plural, ["n": .double(.nan)], "other", in: "it"),
        MF2Sample(
            ".input {$n :number minimumFractionDigits=1} .match $n one {{one}} * {{other}}",
            ["n": 1],
            "other"
        ),
        MF2Sample(
            ".input {$n :number maximumFractionDigits=0} .match $n one {{one}} * {{other}}",
            ["n": 1.2],
            "one"
        ),
        MF2Sample(".input {$n :integer} .match $n one {{one}} * {{other}}", ["n": 1.4], "one"),
        MF2Sample(
            ".input {$n :number select=ordinal} .match $n one {{{$n}st}} two {{{$n}nd}} few {{{$n}rd}} * {{{$n}th}}",
            ["n": 22],
            "22nd"
        ),
        MF2Sample(
            ".input {$n :number select=ordinal minimumFractionDigits=0} .match $n few {{{$n}rd}} * {{{$n}th}}",
            ["n": 103],
            "103rd"
        ),
        MF2Sample(
            ".input {$n :number select=exact} .match $n one {{one}} other {{word}} * {{*}}",
            ["n": 1],
            "*"
        ),
        MF2Sample(
            ".input {$n :percent} .match $n 1 {{1}} 100 {{100}} one {{one}} * {{*}}",
            ["n": 1],
            "100"
        ),
        MF2Sample(
            ".input {$n :percent} .match $n 100 {{100}} one {{one}} * {{*}}",
            ["n": 0.01],
            "one"
        ),
        MF2Sample(".input {$n :percent} .match $n 12.5 {{exact}} * {{*}}", ["n": 0.125], "exact"),
        MF2Sample(
            ".local $n = {0.01 :number select=exact} .local $p = {$n :percent} .match $p one {{one}} * {{*}}",
            "one"
        ),
    ])
    func `chooses by number and category`(sample: MF2Sample) throws { try sample.check() }

    @Test func `an offset is chosen by what is left`() throws {
        let source = """
            .input {$likes :integer}
            .local $others = {$likes :offset subtract=1}
            .match $likes $others
            0 *   {{nobody}}
            1 *   {{{$name}}}
            * one {{{$name} and {$others} other}}
            * *   {{{$name} and {$others} others}}
            """
        for (likes, text) in [
            (0, "nobody"), (1, "Anna"), (2, "Anna and 1 other"), (5, "Anna and 4 others"),
        ] {
            try MF2Sample(source, ["likes": .integer(Int64(likes)), "name": "Anna"], text).check()
        }
    }

    @Test func `the earlier selector decides, and of its keys the better one`() throws {
        let source = """
            .input {$a :number} .input {$b :number} .match $a $b
            *   1   {{* 1}}
            one *   {{one *}}
            one one {{one one}}
            1   *   {{1 *}}
            one 1   {{one 1}}
            *   *   {{* *}}
            """
        for (left, right, text) in [(1, 1, "1 *"), (2, 1, "* 1"), (2, 2, "* *"), (1, 2, "1 *")] {
            let arguments: [String: MF2Value] = [
                "a": .integer(Int64(left)), "b": .integer(Int64(right)),
            ]
            try MF2Sample(source, arguments, text).check()
        }
        let rest = source.replacing("1   *   {{1 *}}\n", with: "")
        try MF2Sample(rest, ["a": 1, "b": 1], "one 1").check()
        try MF2Sample(rest, ["a": 1, "b": 2], "one *").check()
    }

    @Test(arguments: [
        MF2Sample(
            ".input {$n :number} .match $n horse {{horse}} 1 {{1}} * {{*}}",
            ["n": 1],
            "1",
            errors: "bad-variant-key"
        ),
        MF2Sample(
            ".input {$n :number} .input {$m :number} .match $n $m horse 1 {{a}} horse 2 {{b}} * * {{*}}",
            ["n": 1, "m": 2],
            "*",
            errors: "bad-variant-key"
        ),
        MF2Sample(
            ".local $d = {|2024-05-01| :date} .match $d * {{{$d}}}",
            "May 1, 2024",
            errors: "bad-selector"
        ),
        MF2Sample(
            ".local $c = {1 :currency currency=EUR} .match $c one {{one}} * {{*}}",
            "*",
            errors: "bad-selector"
        ),
        MF2Sample(
            ".local $s = {horse :number} .match $s one {{one}} * {{*}}",
            "*",
            errors: "bad-operand bad-selector"
        ),
        MF2Sample(
            ".input {$s :string} .match $s one {{one}} * {{*}}",
            "*",
            errors: "unresolved-variable bad-operand bad-selector"
        ),
        MF2Sample(
            ".local $a = {1 :number select=exact} .local $b = {$a :number select=plural} .match $b one {{one}} * {{*}}",
            "one"
        ),
        MF2Sample(
            ".local $a = {1 :number select=exact} .local $b = {$a :offset add=1} .match $b 2 {{two}} * {{{$b}}}",
            "2",
            errors: "bad-option bad-selector"
        ),
        MF2Sample(
            ".local $a = {1 :number select=few} .match $a one {{one}} * {{*}}",
            "one",
            errors: "bad-option"
        ),
    ])
    func `tells what it cannot choose by`(sample: MF2Sample) throws { try sample.check() }

    @Test func `texts are compared in their normal form, code point by code point`() throws {
        let source =
            ".input {$s :string} .match $s |\u{E9}| {{composed}} | a b | {{spaces}} * {{other}}"
        for (value, text) in [
            ("e\u{301}", "composed"), ("\u{E9}", "composed"), (" a b ", "spaces"), ("a b", "other"),
            ("E\u{301}", "other"),
        ] {
            try MF2Sample(source, ["s": .text(value)], text).check()
        }
        try MF2Sample(
            ".input {$s :string} .match $s 1 {{1}} 1.5 {{1.5}} * {{*}}",
            ["s": 1.5],
            "1.5"
        ).check()
        try MF2Sample(".input {$s :string} .match $s 1 {{1}} 1.5 {{1.5}} * {{*}}", ["s": 1], "1")
            .check()
    }

    @Test func `a message made in memory may lack a variant`() {
        let one = MF2Variable(name: "n")
        let expression = MF2Expression(
            operand: .variable("n"),
            function: MF2Function(name: "number")
        )
        let variants = [
            MF2Variant(
                keys: [.literal("1", range: 0..<0)],
                pattern: MF2Pattern(elements: [.text("one")])
            ),
            MF2Variant(keys: [], pattern: MF2Pattern(elements: [.text("no key")])),
        ]
        let message = MF2Message(
            declarations: [.input(one, expression)],
            body: .matcher(MF2Matcher(selectors: [one], variants: variants))
        )
        let formatter = MF2Formatter(locale: "en", bidi: .none)
        #expect(formatter.format(message, arguments: ["n": 1]).text == "one")
        let formatted = formatter.format(message, arguments: ["n": 2])
        #expect(formatted.text == "{\u{FFFD}}")
        #expect(formatted.errors.map(\.id) == [.invalidMessage])
    }
}
