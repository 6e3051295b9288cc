import PassoMessages
import Synchronization
import Testing

/// Resolution, fallbacks, markup and direction: LDML 48.2, part 9, section *Formatting*.
@Suite struct MF2FormatterTests {
    @Test func `bare values are written as MessageFormat 1 writes them`() throws {
        let arguments: [String: MF2Value] = [
            "i": 2000, "d": 1234.0005, "t": .instant(millisecondsSince1970: 0), "l": ["a", 2, "c"],
            "x": .decimal("2000.12345"),
            "z": .zoned(millisecondsSince1970: 0, timeZone: "Asia/Tokyo"),
        ]
        try MF2Sample("{$i} {$d} {$x}", arguments, "2\u{A0}000 1\u{A0}234 2\u{A0}000,123", in: "pl")
            .check()
        try MF2Sample(
            "{$t} {$z} {$l}",
            arguments,
            "01/01/70, 00:00 01/01/70, 00:00 a, 2 e c",
            in: "it"
        ).check()
    }

    @Test(arguments: [
        MF2Sample("{$x}", "{$x}", errors: "unresolved-variable"),
        MF2Sample("{$x} {$x}", "{$x} {$x}", errors: "unresolved-variable unresolved-variable"),
        MF2Sample(".input {$x} {{{$x} {$x}}}", "{$x} {$x}", errors: "unresolved-variable"),
        MF2Sample(
            ".local $y = {$x} {{{$y} {$y :string}}}",
            "{$y} {$y}",
            errors: "unresolved-variable bad-operand"
        ),
        MF2Sample("{|a\\|b\\\\| :nothing}", "{|a\\|b\\\\|}", errors: "unknown-function"),
        MF2Sample("{:nothing @a=b}", "{:nothing}", errors: "unknown-function"),
        MF2Sample(".local $unused = {1 :nothing} {{said}}", "said"),
        MF2Sample("{#b a=$x}{/b}", "", errors: "unresolved-variable bad-option"),
        MF2Sample("{x :string u:dir=up}", "x", errors: "bad-option"),
        MF2Sample("{x :string u:dir=inherit u:locale=fr}", "x"),
        MF2Sample(
            "{x :string u:id=$i}",
            ["i": .instant(millisecondsSince1970: 0)],
            "x",
            errors: "bad-option"
        ),
        MF2Sample(
            "{$t :string}",
            ["t": .instant(millisecondsSince1970: 0)],
            "{$t}",
            errors: "bad-operand"
        ),
        MF2Sample("{$l :string}", ["l": ["a"]], "{$l}", errors: "bad-operand"),
        MF2Sample("{:string}", "{:string}", errors: "bad-operand"),
    ])
    func `shows the source of what it cannot write`(sample: MF2Sample) throws { try sample.check() }

    @Test func `an error says what and where`() throws {
        let source = "Hi {$n :number minimumFractionDigits=x}, {$who}"
        let formatted = MF2Formatter(locale: "en").format(
            try MF2Sample.parse(source),
            arguments: ["n": 1]
        )
        let texts = formatted.errors.map { error in
            let bytes = Array(source.utf8)[error.range]
            return
                "\(error.id) \(error.source) \(error.detail) \(String(decoding: bytes, as: UTF8.self))"
        }
        #expect(
            texts == [
                "badOption $n minimumFractionDigits {$n :number minimumFractionDigits=x}",
                "unresolvedVariable $who  {$who}",
            ]
        )
    }

    @Test func `each expression is evaluated at most once, and only when it is needed`() throws {
        let calls = Calls()
        var functions = MF2FunctionRegistry.default
        functions["test:count"] = { call throws(MF2FunctionError) in
            calls.add(call.option("as")?.value.string ?? "")
            return Words(words: "\(calls.names.count)")
        }
        let source = """
            .local $a = {:test:count as=a}
            .local $b = {:test:count as=b}
            .local $c = {x :test:count as=c by=$b and=$a}
            .local $d = {x :test:count as=d}
            .local $e = {$c :string}
            .match $e * {{{$c} {$b} {$c} {$a}}}
            """
        let formatted = MF2Formatter(locale: "en", functions: functions, bidi: .none)
            .format(try MF2Sample.parse(source))
        #expect(formatted.text == "3 2 3 1")
        #expect(formatted.errors == [])
        #expect(calls.names == ["a", "b", "c"])
    }

    @Test func `ten thousand declarations in a row are no recursion`() {
        func name(_ number: Int) -> String { "v\(number)" }
        let first = MF2Expression(operand: .literal("1"), function: MF2Function(name: "number"))
        var declarations: [MF2Declaration] = [.local(MF2Variable(name: name(0)), first)]
        for number in 1..<10_000 {
            let next = MF2Expression(
                operand: .variable(name(number - 1)),
                function: MF2Function(
                    name: "offset",
                    options: [MF2Option(name: "add", value: .literal("1"))]
                )
            )
            declarations.append(.local(MF2Variable(name: name(number)), next))
        }
        let last = MF2Expression(operand: .variable(name(9_999)))
        let message = MF2Message(
            declarations: declarations,
            body: .pattern(MF2Pattern(elements: [.expression(last)]))
        )
        #expect(MF2Formatter(locale: "en").format(message).text == "10,000")
    }

    @Test func `a message made in memory that refers to itself ends`() {
        let (a, b) = (MF2Variable(name: "a"), MF2Variable(name: "b"))
        let message = MF2Message(
            declarations: [
                .local(a, MF2Expression(operand: .variable("b"))),
                .local(b, MF2Expression(operand: .variable("a"))),
            ],
            body: .pattern(
                MF2Pattern(elements: [.expression(MF2Expression(operand: .variable("b")))])
            )
        )
        let formatter = MF2Formatter(locale: "en", bidi: .none)
        #expect(formatter.format(message).text == "{$b}")
        #expect(formatter.format(message, arguments: ["b": "x"]).text == "x")
    }

    @Test(arguments: [
        MF2Sample("a {$w} b", ["w": "x"], "a \u{2068}x\u{2069} b"),
        MF2Sample("a {$w} b", "a \u{2068}{$w}\u{2069} b", errors: "unresolved-variable"),
        MF2Sample(
            "{1 :number} {1 :number u:dir=ltr} {1 :number u:dir=auto}",
            "1 \u{2066}1\u{2069} \u{2068}1\u{2069}"
        ),
        MF2Sample("{1 :number u:dir=inherit}", "1"),
        MF2Sample(
            "{1 :number} {|2006-01-02| :date fields=weekday}",
            "\u{2067}1\u{2069} \u{2067}יום ב׳\u{2069}",
            in: "he"
        ),
        MF2Sample(
            ".local $w = {x :string u:dir=rtl} {{{$w} {$w :string} {$w :string u:dir=ltr}}}",
            "\u{2067}x\u{2069} \u{2067}x\u{2069} \u{2066}x\u{2069}"
        ),
        MF2Sample(
            ".local $w = {1 :number u:dir=ltr} {{{$w} {$w :integer}}}",
            "\u{2066}1\u{2069} 1"
        ),
        MF2Sample("{#b}x{/b}", "x"),
    ])
    func `isolates what may disturb the direction`(sample: MF2Sample) throws {
        try sample.check(bidi: .default)
    }

    @Test func `parts tell of markup, identifiers and directions`() throws {
        let source = "{#a href=$url u:id=link}{$who :string u:id=who u:dir=rtl}{/a}{#br /}{$none}"
        let parts = MF2Formatter(locale: "en")
            .parts(try MF2Sample.parse(source), arguments: ["url": "x:y", "who": "z"])
        let texts = parts.parts.map { part in
            switch part {
            case .text(let text): "text \(text)"
            case .isolation(let mark):
                "isolation \(mark.unicodeScalars.map { String($0.value, radix: 16) })"
            case .fallback(let source): "fallback \(source)"
            case .markup(let part):
                "\(part.kind) \(part.name) \(part.id ?? "-") \(part.options.map { $0.name + "=" + ($0.value.string ?? "") })"
            case .value(let part):
                "\(part.type) \(part.id ?? "-") \(part.direction) \(part.locale) \(part.text)"
            }
        }
        #expect(
            texts == [
                "open a link [\"href=x:y\"]", "isolation [\"2067\"]", "string who rightToLeft en z",
                "isolation [\"2069\"]",
                "close a - []", "standalone br - []", "isolation [\"2068\"]", "fallback $none",
                "isolation [\"2069\"]",
            ]
        )
    }

    @Test func `a host adds functions and passes values of its own`() throws {
        var functions = MF2FunctionRegistry.default
        functions["shop:shout"] = { call throws(MF2FunctionError) in
            guard let words = call.operand?.string else { throw .badOperand("") }
            if call.option("often") != nil { call.report(.unsupportedOperation("often")) }
            return Words(words: words.uppercased())
        }
        let arguments: [String: MF2Value] = ["own": .host(Words(words: "mine"))]
        try MF2Sample(
            "{hi :shop:shout} {$own} {$own :shop:shout} {$own :string}",
            arguments,
            "HI mine MINE mine"
        )
        .check(functions)
        try MF2Sample("{hi :shop:shout often=1}", "HI", errors: "unsupported-operation").check(
            functions
        )
        try MF2Sample(
            ".local $s = {hi :shop:shout} .match $s HI {{1}} * {{2}}",
            "2",
            errors: "bad-selector"
        ).check(functions)
        try MF2Sample("{$own :number}", arguments, "{$own}", errors: "bad-operand").check(functions)
        functions["number"] = nil
        try MF2Sample("{1 :number}", "{|1|}", errors: "unknown-function").check(functions)
        #expect(
            MF2FunctionRegistry.default.names == [
                "currency", "date", "datetime", "integer", "number", "offset", "passo:date",
                "passo:list", "passo:number", "passo:offset",
                "percent", "string", "time", "unit",
            ]
        )
    }

    @Test func `a text is cut at its limit, at a character`() throws {
        var limits = MessageLimits.standard
        limits.maximumTextBytes = 8
        let formatter = MF2Formatter(locale: "en", bidi: .none, limits: limits)
        let message = try MF2Sample.parse("abc{$w}{$w}{$w}")
        #expect(formatter.format(message, arguments: ["w": "x"]).errors == [])
        #expect(formatter.format(message, arguments: ["w": "\u{E9}"]).text == "abc\u{E9}\u{E9}")
        let formatted = formatter.format(message, arguments: ["w": "\u{E9}\u{E9}"])
        #expect(formatted.text == "abc\u{E9}\u{E9}")
        #expect(formatted.errors.map(\.id) == [.tooLong])
        let parts = formatter.parts(message, arguments: ["w": "\u{E9}\u{E9}"])
        #expect(parts.text == formatted.text)
    }

    @Test func `arguments of MessageFormat 1 can be passed on`() throws {
        let list = MessageArgument.list([.int(1), .string("b")])
        let value = try #require(MF2Value(list))
        try MF2Sample("{$l}", ["l": value], "1 and b").check()
        #expect(MF2Value(.label(key: "a")) == nil)
        var nested = MessageArgument.int(1)
        for _ in 0..<MessageLimits.standard.maximumMessageDepth { nested = .list([nested]) }
        #expect(MF2Value(nested) != nil)
        #expect(MF2Value(.list([nested])) == nil)
    }

    @Test(arguments: [
        MF2Sample("{$n :passo:number skeleton=|compact-short|}", ["n": 12_345], "12K"),
        MF2Sample(
            "{$d :passo:date skeleton=yMMMd}",
            ["d": .instant(millisecondsSince1970: 0)],
            "Jan 1, 1970"
        ),
        MF2Sample(
            "{$l :passo:list} {$l :passo:list style=or}",
            ["l": ["a", "b", "c"]],
            "a, b, and c a, b, or c"
        ),
        MF2Sample(
            ".local $n = {3 :passo:offset subtract=1.5} .match $n 1.5 {{{$n :passo:offset add=-4}}} * {{*}}",
            "-2.5"
        ), MF2Sample("{1 :passo:offset add=x}", "{|1|}", errors: "bad-option"),
        MF2Sample(
            "{1 :passo:number skeleton=|no such|} {1 :passo:number}",
            "{|1|} {|1|}",
            errors: "bad-option bad-option"
        ),
        MF2Sample(
            "{x :passo:list} {$l :passo:list style=nor}",
            ["l": ["a", "b"]],
            "{|x|} a and b",
            errors: "bad-operand bad-option"
        ),
    ])
    func `has functions for what only MessageFormat 1 can say`(sample: MF2Sample) throws {
        try sample.check()
    }

    /// The examples of the article *MessageFormat 2*.
    @Test func `the examples of the documentation hold`() throws {
        let source = """
            .input {$count :integer}
            .match $count
            0   {{No open task}}
            one {{{$count} open task}}
            *   {{{$count} open tasks}}
            """
        for (count, text) in [0: "No open task", 1: "1 open task", 3: "3 open tasks"] {
            try MF2Sample(source, ["count": .integer(Int64(count))], text).check()
        }
        var functions = MF2FunctionRegistry.default
        functions["shop:initials"] = { call throws(MF2FunctionError) in
            guard let name = call.operand?.string else { throw .badOperand("") }
            let letters = name.split(separator: " ").compactMap(\.first).map { "\($0)." }
            return Words(words: letters.joined())
        }
        try MF2Sample("{$who :shop:initials}", ["who": "Anna Sofie"], "A.S.").check(functions)
    }

    @Test func `an unknown language is written plainly`() throws {
        try MF2Sample(
            "{1234.5 :number} {$n}",
            ["n": 1234],
            "1234.5 1234",
            in: "no such\u{0}language"
        ).check()
    }
}

/// A value of a host's.
private struct Words: MF2ResolvedValue {
    let words: String
    var value: MF2Value { .text(words) }
    func text() throws(MF2FunctionError) -> String { words }
}

/// Names in the order in which they were called.
private final class Calls: Sendable {
    private let kept = Mutex<[String]>([])
    var names: [String] { kept.withLock { $0 } }
    func add(_ name: String) { kept.withLock { $0.append(name) } }
}
