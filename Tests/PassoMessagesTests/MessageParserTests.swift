import PassoMessages
import PassoTesting
import Testing

@Suite struct MessageParserTests {
    @Test func `reads a plural into declarations and variants`() throws {
        let (message, problems) = Message.parse(
            "{count, plural, =0 {none} one {# tag} other {# tags}}."
        )
        #expect(problems.isEmpty)
        #expect(message.parameters.map(\.name) == ["count"])
        #expect(message.parameters.map(\.kind) == [.plural])
        guard case .selection(let selection) = try #require(message.pattern.elements.first) else {
            Issue.record("no selection")
            return
        }
        #expect(selection.variants.map(\.key) == [.exactly(0), .word("one"), .other])
        #expect(message.pattern.elements.last == .text("."))
    }

    @Test func `names each parameter once with its most demanding use`() {
        let (message, problems) = Message.parse(
            "{a} {n} {n, plural, other {#}} {d, date} {g, select, x {} other {}} {a, number}"
        )
        #expect(problems.isEmpty)
        #expect(message.parameters.map(\.name) == ["a", "n", "d", "g"])
        #expect(message.parameters.map(\.kind) == [.number, .plural, .date, .select(keys: ["x"])])
    }

    @Test func `takes several selectors in a row`() {
        let (_, problems) = Message.parse("{n, plural, other {#}} {m, plural, other {#}}")
        #expect(problems.isEmpty)
    }

    /// Each pattern with one mistake, and the stretch that the problem points to.
    @Test(arguments: [
        ("a 1️⃣{ }2️⃣", MessageProblemID.argumentName),
        ("a {1️⃣0102️⃣}", .argumentName),
        ("a {x1️⃣!2️⃣}", .argumentSyntax),
        ("a {x1️⃣, 2️⃣} b", .missingType),
        ("a {x, number 1️⃣é2️⃣} b", .argumentSyntax),
        ("{n, plural, one {a} 1️⃣one2️⃣ {b} other {c}}", .duplicateBranch),
        ("{1️⃣n2️⃣, plural, one {a}}", .missingOther),
        ("{n, plural, other {{1️⃣g2️⃣, select, other {}}}}", .nestedSelector),
        ("{1️⃣02️⃣}", .numberedArgument),
        ("{n, plural, 1️⃣offset:2️⃣x other {}}", .pluralOffset),
        ("{n, plural, one {} 1️⃣offset:12️⃣ other {}}", .pluralOffset),
        ("{n, plural, other {}} {1️⃣n2️⃣, date}", .conflictingUses),
        ("{n, 1️⃣plural2️⃣}", .selectorSyntax),
        ("{n, plural, 1️⃣other2️⃣ !}", .selectorSyntax),
        ("{n, plural, 1️⃣other2️⃣ text}", .selectorSyntax),
        ("{n, plural, 1️⃣=2️⃣x {} other {}}", .selectorSyntax),
        ("{n, number, 1️⃣'integer}2️⃣", .styleSyntax),
        ("text 1️⃣{2️⃣name", .unclosedBrace),
        ("{n, plural, other 1️⃣{2️⃣text", .unclosedBrace),
        ("{n, plural, 1️⃣single2️⃣ {} other {}}", .unknownCategory),
        ("{n, number, 1️⃣compact2️⃣}", .unknownStyle),
        ("{n, date, 1️⃣yyyy2️⃣}", .unknownStyle),
        ("{n, list, 1️⃣both2️⃣}", .unknownStyle),
        ("{n, list} {1️⃣n2️⃣, number}", .conflictingUses),
        ("{n, 1️⃣spellout2️⃣}", .unknownType),
        ("{n, 1️⃣foo2️⃣}", .unknownType),
    ])
    func `reports one mistake at its place`(marked: String, id: MessageProblemID) {
        let text = MarkedText(marked)
        let (_, problems) = Message.parse(text.text)
        #expect(problems.map(\.id) == [id])
        #expect(problems.map(\.range) == [text.range(1, 2)])
        #expect(!id.isSyntax || !Oracle.accepts(text.text), "ICU takes it")
    }

    @Test func `reports all mistakes and keeps the rest`() {
        let pattern = "Hi {0!}, {n, plural, one {x}} {m, foo} {k, number, bar} {ok}."
        let (message, problems) = Message.parse(pattern)
        #expect(
            problems.map(\.id) == [.argumentSyntax, .missingOther, .unknownType, .unknownStyle]
        )
        #expect(message.parameters.map(\.name) == ["n", "m", "k", "ok"])
        #expect(message.pattern.elements.first == .text("Hi {0!}, "))
    }

    @Test func `keeps the text of what cannot be read`() {
        let (message, _) = Message.parse("Save {x y} now")
        #expect(message.pattern.elements == [.text("Save {x y} now")])
    }
}

@Suite struct MessageLimitsTests {
    @Test func `reads braces as deep as the limit and no deeper`() {
        var limits = MessageLimits()
        limits.maximumNesting = 4
        func nested(_ depth: Int) -> String {
            (1..<depth).reduce("{x}") { inner, _ in "{g, select, other {\(inner)}}" }
        }
        let (_, fine) = Message.parse(nested(4), limits: limits)
        #expect(!fine.contains { $0.id == .tooLarge })
        let (_, deep) = Message.parse(nested(5), limits: limits)
        #expect(deep.contains { $0.id == .tooLarge })
    }

    @Test func `reads patterns as long as the limit and no longer`() {
        var limits = MessageLimits()
        limits.maximumPatternBytes = 10
        #expect(Message.parse("0123456789", limits: limits).1.isEmpty)
        #expect(Message.parse("0123456789a", limits: limits).1.map(\.id) == [.tooLarge])
    }

    @Test func `reads as many branches as the limit and no more`() {
        var limits = MessageLimits()
        limits.maximumBranches = 3
        func branches(_ count: Int) -> String {
            "{g, select, other {} \((1..<count).map { "w\($0) {}" }.joined(separator: " "))}"
        }
        #expect(Message.parse(branches(3), limits: limits).1.isEmpty)
        #expect(Message.parse(branches(4), limits: limits).1.map(\.id) == [.tooLarge])
        #expect(Message.parse(branches(9), limits: limits).1.map(\.id) == [.tooLarge])
    }

    @Test func `reports as many problems as the limit and no more`() {
        let pattern = String(repeating: "{!}", count: 100)
        #expect(Message.parse(pattern).1.count == MessageLimits.standard.maximumProblems)
    }

    /// Each a pattern of the greatest length that repeats something small.
    @Test(arguments: [
        "{x}", "{", "}", "'{", "''", "{x}y", "{!}", "{x,number,'}", "{x,number,::x}",
        "{s,select,a{}b{}other{}}", "{s,select,", "{n,plural,=1{#}other{#}}", "{x,foo}",
    ])
    func `reads hostile patterns of the greatest length at once`(piece: String) {
        let limit = MessageLimits.standard.maximumPatternBytes
        let pattern = String(repeating: piece, count: limit / piece.utf8.count)
        let time = ContinuousClock().measure {
            let text = OneMessage.format(pattern, ["x": 1, "s": "b", "n": 2], in: "en")
            #expect(text.text.utf8.count <= MessageLimits.standard.maximumTextBytes)
        }
        #expect(time < .seconds(20), "\(time)")
    }

    @Test func `reads ten thousand braces without trouble`() {
        let (_, problems) = Message.parse(String(repeating: "{", count: 10_000))
        #expect(problems.map(\.id) == [.argumentName])
        let (_, more) = Message.parse(String(repeating: "{x,plural,other{", count: 4_000))
        #expect(!more.isEmpty)
    }
}
