import PassoMessages
import PassoTesting
import Testing

@Suite struct MF2ParserTests {
    /// Each mistake stands between the markers 1 and 2.
    static let mistakes: [String] = [
        "a 1️⃣}2️⃣ b", "a 1️⃣{2️⃣", "{{a 1️⃣{2️⃣b", "a {1️⃣}2️⃣ b", "1️⃣\\a2️⃣ b", "1️⃣\\2️⃣", "a1️⃣\u{0}2️⃣b",
        "{|a1️⃣\\n2️⃣|}", "{1️⃣|2️⃣a", "{$1️⃣12️⃣}", "{$x 1️⃣$2️⃣y}", "{$x1️⃣:2️⃣f}", "{:f o1️⃣}2️⃣", "{:f o=1️⃣}2️⃣",
        "{:f a=1️⃣|2️⃣b", "{:f @a=1️⃣$2️⃣b}", "{#b 1️⃣:2️⃣f}", "{/b 1️⃣/2️⃣}", "{#b @a 1️⃣x2️⃣=1}", "{:f a=1 1️⃣12️⃣}",
        "1️⃣.foo2️⃣ {{}}", "1️⃣.2️⃣ {{}}", ".input 1️⃣x2️⃣ {{}}", ".input {1️⃣a2️⃣} {{}}",
        ".local1️⃣$2️⃣x = {1} {{}}", ".local $x 1️⃣{2️⃣1} {{}}", "{{a}} 1️⃣b {{c}}2️⃣", "1️⃣{{2️⃣a",
        ".input {$x} 1️⃣2️⃣", ".match 1️⃣x2️⃣ * {{}}", ".match $x1️⃣*2️⃣ {{}}", ".match $x 1️⃣2️⃣",
        ".match $x *1️⃣*2️⃣ {{}}", ".match $x * 1️⃣2️⃣", ".match $x * {{a}} 1️⃣{2️⃣b}",
        ".match $x 1️⃣:2️⃣a {{}} * {{}}", ".match $x * 1️⃣{{2️⃣a", "{:f\u{200E}1️⃣x2️⃣=1}",
    ]

    @Test(arguments: mistakes)
    func `refuses what is not well-formed, with its place`(marked: String) throws {
        let sample = MarkedText(marked)
        let (message, problems) = MF2Message.parse(sample.text)
        #expect(message == nil)
        let first = try #require(problems.first)
        #expect(first.id == .syntaxError)
        #expect(first.range == sample.range(1, 2), "\(problems)")
    }

    static let violations: [(String, MF2ProblemID)] = [
        (".input {$a :f} .match $a 1️⃣1 22️⃣ {{}} * {{}}", .variantKeyMismatch),
        (".input {$a :f} .match 1️⃣$a2️⃣ 1 {{}}", .missingFallbackVariant),
        (".input {$a} .match 1️⃣$a2️⃣ * {{}}", .missingSelectorAnnotation),
        (".match 1️⃣$a2️⃣ * {{}}", .missingSelectorAnnotation),
        (".local $b = {|x|} .match 1️⃣$b2️⃣ * {{}}", .missingSelectorAnnotation),
        (".input {$a} .input {1️⃣$a2️⃣} {{}}", .duplicateDeclaration),
        (".input {$e\u{301}} .local 1️⃣$é2️⃣ = {1} {{}}", .duplicateDeclaration),
        (".local $a = {$b} .input {1️⃣$b2️⃣} {{}}", .duplicateDeclaration),
        (".local $a = {:f o=$b} .local 1️⃣$b2️⃣ = {1} {{}}", .duplicateDeclaration),
        (".input {1️⃣$a2️⃣ :f o=$a} {{}}", .duplicateDeclaration),
        (".local 1️⃣$a2️⃣ = {$a} {{}}", .duplicateDeclaration),
        (".local 1️⃣$a2️⃣ = {1 :f o=$a} {{}}", .duplicateDeclaration),
        ("{:f a=1 1️⃣a=22️⃣}", .duplicateOptionName),
        ("{#f x:a=1 1️⃣x:a=22️⃣ /}", .duplicateOptionName),
        (".input {$a :f} .match $a 1 {{}} 1️⃣|1|2️⃣ {{}} * {{}}", .duplicateVariant),
        (".input {$a :f} .match $a e\u{301} {{}} 1️⃣é2️⃣ {{}} * {{}}", .duplicateVariant),
    ]

    @Test(arguments: violations)
    func `reports what breaks a rule of the data model, with its place`(
        marked: String,
        id: MF2ProblemID
    ) {
        let sample = MarkedText(marked)
        let (message, problems) = MF2Message.parse(sample.text)
        #expect(message != nil)
        #expect(problems.map(\.id) == [id])
        #expect(problems.first?.range == sample.range(1, 2))
    }

    @Test func `reports several mistakes of one message`() {
        let text = ".input {$a b} .inpt {$b} .local $c {1} {{ {} \\x {$} }} "
        let (_, problems) = MF2Message.parse(text)
        #expect(problems.map(\.detail) == ["b", ".inpt", "{", "}", "\\x", "}"])
        let matcher = ".match $x 1 {a} 2 {{ { } }} ** {{}} * {{}}"
        #expect(MF2Message.parse(matcher).1.map(\.detail) == ["{", "*"])
    }

    @Test func `knows where everything stands`() throws {
        let text =
            ".input {$n :number a=1 @b} .local $x={|y|} .match $n $x one |z| {{A {$n} {#b o=|c| /}}} * * {{}}"
        let message = try #require(MF2Message.parse(text).0)
        func part(_ range: Range<Int>) -> String {
            String(decoding: Array(text.utf8)[range], as: UTF8.self)
        }
        #expect(message.declarations.map { part($0.variable.range) } == ["$n", "$x"])
        #expect(
            message.declarations.map { part($0.expression.range) }
                == ["{$n :number a=1 @b}", "{|y|}"]
        )
        #expect(message.declarations[0].expression.function.map { part($0.range) } == ":number a=1")
        guard case .matcher(let matcher) = message.body else {
            Issue.record("no matcher")
            return
        }
        #expect(matcher.selectors.map { part($0.range) } == ["$n", "$x"])
        #expect(matcher.variants[0].keys.map { part($0.range) } == ["one", "|z|"])
        #expect(part(matcher.variants[1].range) == "* * {{}}")
        guard case .markup(let markup) = matcher.variants[0].pattern.elements[3] else {
            Issue.record("no markup")
            return
        }
        #expect(part(markup.range) == "{#b o=|c| /}")
        #expect(markup.options.map { part($0.range) } == ["o=|c|"])
    }

    @Test(arguments: ["\u{61C}", "\u{200E}", "\u{200F}", "\u{2066}", "\u{2069}"])
    func `ignores marks of direction where the grammar has them`(mark: String) throws {
        let plain = ".input {$a :n:f o=1 @k=v}\n.match $a\nx {{{#b /}{/c}}}\n* {{}}"
        let marked =
            "M.inputM{M$MaM M:MnM:MfM MoM=M1M M@MkM=MvM}M.match M$MaM MxM{{{M#MbM M/}{M/McM}}}M*M{{}}M"
            .replacing("M", with: mark)
        // Between a key that needs no quotes and white space none is missing: it is white space.
        let message = try #require(MF2Message.parse(marked).0)
        #expect(message.text == plain)
    }

    @Test func `keeps the white space of a simple message, and not that around a complex one`() {
        #expect(MF2Message.parse(" a ").0?.body == .pattern(MF2Pattern(elements: [.text(" a ")])))
        #expect(MF2Message.parse("").0?.body == .pattern(MF2Pattern(elements: [])))
        #expect(MF2Message.parse("\u{3000}\n {{ a }} ").0?.text == " a ")
        #expect(MF2Message.parse(" .input{$a}{{}}").0?.text == ".input {$a}\n{{}}")
        #expect(MF2Message.parse("{{ .a}}").0?.text == "{{ .a}}")
    }

    @Test func `reads what is written, for random messages`() throws {
        var messages = RandomMF2(random: SeededRandom())
        for _ in 0..<(TestEnvironment.isFull ? 100_000 : 2_000) {
            let message = messages.message()
            let text = message.text
            let again = try #require(MF2Message.parse(text).0, "\(messages.random) \(text)")
            #expect(again.withoutRanges == message, "\(messages.random) \(text)")
            #expect(again.text == text, "\(messages.random)")
        }
    }

    @Test func `stops at its limits`() {
        var limits = MessageLimits()
        limits.maximumPatternBytes = 10
        limits.maximumProblems = 2
        #expect(MF2Message.parse("0123456789", limits: limits).1.isEmpty)
        let (message, problems) = MF2Message.parse("0123456789a", limits: limits)
        #expect(message == nil)
        #expect(problems == [MF2Problem(id: .tooLarge, range: 0..<11, detail: "10")])
        #expect(MF2Message.parse("}}}}}}", limits: limits).1.count == 2)
        #expect(MF2Message.parse("{:f a=1 a=1 a=1 a=1}").1.count == 3)
    }

    @Test(arguments: [
        "{", "}", "{{", "{|", "|", "\\", "{$x ", ".input {$x} ", ".match $x ", "{#", " @a", "* ",
        ".",
        "{:f a=1} ", ".local $x={1} ", "{|\\", "\u{200E}", ".match $x * {{", ".input{",
    ])
    func `reads whatever repeats in linear time`(part: String) {
        let text = String(repeating: part, count: 60_000 / part.utf8.count)
        let duration = ContinuousClock().measure { _ = MF2Message.parse(text) }
        #expect(duration < .seconds(2))
        let prefixed = ".input {$x :f}\n.match $x\n* {{" + text.dropLast(40)
        #expect(ContinuousClock().measure { _ = MF2Message.parse(prefixed) } < .seconds(2))
    }
}
