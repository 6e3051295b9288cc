import Foundation
import PassoDiagnostics
import PassoMessages
import PassoTesting
import Testing

@Suite struct MF2ConversionTests {
    static let samples = ["desk", "engine", "schema"].flatMap { name in
        ShippedTablesTests.bundle(name).tables.flatMap { table in
            table.entries.map { (locale: table.locale, entry: $0) }
        }
    }

    /// The message there and back, through the text in between.
    private func roundTrip(_ message: Message) throws -> (text: String, message: Message)? {
        guard let text = message.messageFormat2?.text else { return nil }
        let (read, problems) = MF2Message.parse(text)
        #expect(problems.isEmpty, "\(text)")
        let whole = try #require(read)
        let (converted, losses) = Message.converting(whole)
        return (text, try #require(converted, "\(losses) \(text)"))
    }

    @Test func `loses nothing of the shipped tables`() throws {
        #expect(Self.samples.count > 5_000)
        for (_, entry) in Self.samples {
            let result = try roundTrip(entry.message)
            let (text, message) = try #require(result, "\(entry.key)")
            #expect(message.isSame(as: entry.message), "\(entry.key) \(entry.pattern) \(text)")
            #expect(Message.parse(message.messageFormat1).0.isSame(as: entry.message))
        }
    }

    @Test func `writes the shipped tables in their own spelling`() {
        for (locale, entry) in Self.samples {
            #expect(entry.message.messageFormat1 == entry.pattern, "\(locale) \(entry.key)")
        }
    }

    @Test func `formats what comes back as what left`() throws {
        for (locale, entry) in Self.samples where entry.message.parameters.count > 0 {
            let result = try roundTrip(entry.message)
            let (_, message) = try #require(result, "\(entry.key)")
            // Equal texts say the same without being asked.
            guard TestEnvironment.isFull || message.messageFormat1 != entry.pattern else {
                continue
            }
            for number in [0, 1, 2, 5, 12, 22, 25, 2000] as [Int64] {
                let arguments = entry.message.parameters.map { parameter in
                    MessageNamedArgument(parameter.name, Self.value(parameter.kind, number))
                }
                let texts = [entry.pattern, message.messageFormat1].map {
                    OneMessage.format($0, arguments, in: locale)
                }
                #expect(texts[0].text == texts[1].text && texts[1].problems.isEmpty)
            }
        }
    }

    static func value(_ kind: MessageParameter.Kind, _ number: Int64) -> MessageArgument {
        switch kind {
        case .any, .number, .plural, .ordinal: .int(number)
        case .select(let keys):
            .string(Int(number) < keys.count ? keys[Int(number)] : "something else")
        case .date, .time: .instant(millisecondsSince1970: number * 86_400_000)
        case .list: .list([.int(number), .string("x")])
        }
    }

    @Test func `marks only some of the shipped messages`() {
        let marked = Self.samples.filter {
            $0.entry.message.messageFormat2?.text.contains("@passo:branches") == true
        }
        #expect(marked.count * 10 < Self.samples.count, "\(marked.map(\.entry.pattern))")
    }

    @Test func `loses nothing of random messages`() throws {
        var random = SeededRandom()
        var count = 0
        for _ in 0..<(TestEnvironment.isFull ? 50_000 : 1_500) {
            let sample = RandomMessage(&random)
            let (message, problems) = Message.parse(sample.pattern)
            guard problems.isEmpty,
                let (text, again) = try roundTrip(message)
            else { continue }
            count += 1
            #expect(again.isSame(as: message), "\(random) \(sample.pattern)\n\(text)")
            #expect(
                Message.parse(again.messageFormat1).0.isSame(as: message),
                "\(random) \(sample.pattern)\n\(again.messageFormat1)"
            )
            let texts = [sample.pattern, again.messageFormat1].map {
                OneMessage.format(
                    $0,
                    sample.arguments,
                    in: sample.locale,
                    timeZone: sample.timeZone
                )
            }
            #expect(texts[0].text == texts[1].text, "\(random) \(sample.pattern)")
        }
        #expect(count > 500)
    }

    static let pairs: [(String, String)] = [
        ("a '{'b'}' ''c''", "a \\{b\\} 'c'"),
        (".a", "{{.a}}"),
        ("{name}", "{$name}"),
        (
            "{n, number} {n, number, integer} {n, number, percent}",
            "{$n :number useGrouping=always} {$n :integer useGrouping=always} {$n :percent useGrouping=always roundingMode=halfEven}"
        ),
        (
            "{n, number, ::.00}",
            "{$n :number minimumFractionDigits=2 maximumFractionDigits=2 roundingMode=halfEven}"
        ),
        ("{n, number, ::compact-short}", "{$n :passo:number skeleton=compact-short}"),
        (
            "{d, date, short}{d, date}{d, date, long}{d, date, full}",
            "{$d :date length=short}{$d :date}{$d :date length=long}{$d :date fields=year-month-day-weekday length=long}"
        ),
        (
            "{d, time, short}{d, time}{d, time, long}",
            "{$d :time}{$d :time precision=second}{$d :time precision=second timeZoneStyle=short}"
        ),
        (
            "{d, date, ::yMMM}{d, time, ::jm}",
            "{$d :passo:date skeleton=yMMM}{$d :passo:date skeleton=jm @passo:time}"
        ),
        ("{l, list}{l, list, or}", "{$l :passo:list}{$l :passo:list style=or}"),
        (
            "{n, plural, one {# tag} other {# tags}}",
            ".input {$n :number useGrouping=always}\n.match $n\none {{{$n} tag}}\n* {{{$n} tags}}"
        ),
        (
            "At {place}: {n, plural, =0 {nothing} one {# tag} other {# tags}}, {x}.",
            ".input {$n :number useGrouping=always}\n.match $n\n0 {{At {$place}: nothing, {$x}.}}\none {{At {$place}: {$n} tag, {$x}.}}\n* {{At {$place}: {$n} tags, {$x}.}}"
        ),
        (
            "{n} {n, plural, one {tag} other {tags}}",
            ".local $n.number = {$n :number useGrouping=always}\n.match $n.number\none {{{$n} tag}}\n* {{{$n} tags}}"
        ),
        (
            "{n, selectordinal, one {#st} other {#th}}",
            ".input {$n :number select=ordinal useGrouping=always}\n.match $n\none {{{$n}st}}\n* {{{$n}th}}"
        ),
        (
            "{n, plural, offset:1 =0 {no one} =1 {you} one {you and # more} other {you and # more}}",
            ".input {$n :number useGrouping=always}\n.local $n.less1 = {$n :offset subtract=1}\n.match $n.less1\n-1 {{no one}}\n0 {{you}}\none {{you and {$n.less1} more}}\n* {{you and {$n.less1} more}}"
        ),
        (
            "{g, select, f {she} m {he} other {they}}",
            ".input {$g :string}\n.match $g\nf {{she}}\nm {{he}}\n* {{they}}"
        ),
        (
            "{g, select, f {she} other {{g}}}",
            ".local $g.word = {$g :string}\n.match $g.word\nf {{she}}\n* {{{$g}}}"
        ),
        (
            "{n, plural, one {# tag} other {# tags}}, {m, plural, one {# file} other {# files}}",
            ".input {$n :number useGrouping=always}\n.input {$m :number useGrouping=always}\n.match $n $m\none one {{{$n} tag, {$m} file}}\none * {{{$n} tag, {$m} files}}\n* one {{{$n} tags, {$m} file}}\n* * {{{$n} tags, {$m} files}}"
        ),
        (
            "{n, plural, one {a tag here} other {tags here}}",
            ".input {$n :number useGrouping=always @passo:branches=0-9}\n.match $n\none {{a tag here}}\n* {{tags here}}"
        ),
        ("{0} {1a} {a\u{A0}b}", "{$_..30.} {$_..31.a} {$a.a0.b}"),
    ]

    @Test(arguments: pairs)
    func `says in each syntax what the other says`(first: String, second: String) throws {
        let (message, _) = Message.parse(first)
        #expect(message.messageFormat2?.text == second)
        let read = try #require(MF2Message.parse(second).0)
        let (back, problems) = Message.converting(read)
        #expect(back?.messageFormat1 == first, "\(problems)")
        #expect(back?.isSame(as: message) == true)
    }

    /// What others write, and what it is for us.
    static let foreign: [(String, String)] = [
        (
            ".input {$n :number} .match $n one {{You have {$n} tag.}} * {{You have {$n} tags.}}",
            "You have {n, plural, one {# tag} other {# tags}}."
        ),
        (
            ".input {$n :integer} .match $n one {{{$n} tag}} other {{{$n} tags}} * {{{$n} tags}}",
            "{n, plural, one {# tag} other {# tags}}"
        ),
        (
            ".input {$n :number select=exact} .match $n 1 {{one}} * {{more}}",
            "{n, plural, =1 {one} other {more}}"
        ),
        (".local $x = {|a b|} {{{$x}{|c|}}}", "a bc"),
        (".input {$x :string} {{{$x}}}", "{x}"),
        (".local $d = {$t :date length=long} {{{$d}, {$d :date}}}", "{t, date, long}, {t, date}"),
        ("{$n :number} {$n :number maximumFractionDigits=2}", "{n, number} {n, number, ::.##}"),
        (
            ".input {$a :number} .input {$b :number} .match $a $b 1 1 {{x}} 1 * {{y}} * * {{z}}",
            "{a, plural, =1 {{b, plural, =1 {x} other {y}}} other {{b, plural, =1 {z} other {z}}}}"
        ),
        (
            ".input {$a :string} .input {$b :string} .match $a $b * f {{B}} m * {{A}} * * {{C}}",
            "{a, select, other {{b, select, f {B} other {C}}} m {{b, select, f {A} other {A}}}}"
        ),
        (
            ".input {$a :number} .input {$b :number} .match $a $b one * {{x a}} * * {{x b}}",
            "x {a, plural, one {a} other {b}}"
        ),
        (".input {$n :number} .match $n 1 {{{$n} kr.}} * {{{$n} kr.}}", "{n, number} kr."),
        (".input {$n :number} {{{$n}}}", "{n, number}"),
        (".input {$n :number} .match $n * {{{$n} @x}}", "{n, number} @x"),
    ]

    @Test(arguments: foreign)
    func `reads what others write`(second: String, first: String) throws {
        let (read, mistakes) = MF2Message.parse(second)
        #expect(mistakes.isEmpty)
        let (message, problems) = Message.converting(try #require(read))
        #expect(message?.messageFormat1 == first, "\(problems)")
    }

    static let losses: [(String, MF2ConversionProblemID)] = [
        ("a 1️⃣{#b}2️⃣c{/b}", .markup),
        ("1️⃣{|4| :number}2️⃣", .literal),
        ("1️⃣{:now}2️⃣", .function),
        ("1️⃣{$x :datetime}2️⃣", .function),
        ("1️⃣{$x :offset subtract=1}2️⃣", .function),
        ("1️⃣{$n :number signDisplay=odd}2️⃣", .option),
        ("{$n :number 1️⃣signDisplay=$s2️⃣}", .option),
        ("1️⃣{$d :date fields=weekday}2️⃣", .option),
        ("1️⃣{$a.b}2️⃣", .name), ("1️⃣{$_..30.0}2️⃣", .name),
        (".input {$n :percent} .match 1️⃣$n2️⃣ * {{}}", .selector),
        (".input {$n :number minimumFractionDigits=1} .match 1️⃣$n2️⃣ * {{}}", .option),
        (".local $n = {1 :number} .match 1️⃣$n2️⃣ * {{}}", .literal),
        (".input {$n :number} .match $n 1️⃣few-ish2️⃣ {{}} * {{}}", .key),
        (".input {$n :number} .match $n 1️⃣other2️⃣ {{a}} * {{b}}", .key),
        (".input {$g :string} .match $g 1️⃣|a b|2️⃣ {{}} * {{}}", .key),
        (
            ".input {$a :number} .input {$b :string} .match $a $b 1️⃣12️⃣ x {{A}} one * {{B}} * * {{C}}",
            .sparseVariants
        ),
        ("{$x :number} {$x :date}", .conflictingUses),
    ]

    @Test(arguments: losses)
    func `tells what MessageFormat 1 cannot say, with its place`(
        marked: String,
        id: MF2ConversionProblemID
    ) throws {
        let sample = MarkedText(marked)
        let (read, mistakes) = MF2Message.parse(sample.text)
        #expect(mistakes.isEmpty)
        let (message, problems) = Message.converting(try #require(read))
        #expect(message == nil)
        #expect(problems.map(\.id) == [id])
        if sample.offsets.count == 2 { #expect(problems.first?.range == sample.range(1, 2)) }
    }

    @Test func `stops at its limits`() throws {
        var limits = MessageLimits()
        limits.maximumVariants = 8
        let one = "{a, plural, one {x} other {y}}"
        let three = Message.parse(
            one + one.replacing("a,", with: "b,") + one.replacing("a,", with: "c,")
        ).0
        let message = try #require(three.messageFormat2(limits: limits))
        #expect(Message.converting(message, limits: limits).0?.isSame(as: three) == true)
        limits.maximumVariants = 7
        #expect(three.messageFormat2(limits: limits) == nil)
        #expect(Message.converting(message, limits: limits).1.map(\.id) == [.tooLarge])
        let many = (0..<12).map { one.replacing("a,", with: "a\($0),") }.joined()
        #expect(Message.parse(many).0.messageFormat2 == nil)
        let text = String(repeating: "x", count: 40_000)
        #expect(Message.parse(text + one).0.messageFormat2 == nil)
        let wide = ".input{$a :number}.match" + String(repeating: " $a", count: 300) + "\n"
        let rows = [" 1", " *"].map { String(repeating: $0, count: 300) + "{{}}" }.joined()
        let read = try #require(MF2Message.parse(wide + rows).0)
        #expect(Message.converting(read).1.map(\.id) == [.tooLarge])
    }

    @Test func `stops where the other syntax would`() throws {
        var limits = MessageLimits()
        limits.maximumBranches = 3
        let text = ".input {$n :number} .match $n 1 {{}} one {{}} * {{}}"
        let three = try #require(MF2Message.parse(text).0)
        #expect(Message.converting(three, limits: limits).0 != nil)
        limits.maximumBranches = 2
        #expect(Message.converting(three, limits: limits).1.map(\.id) == [.tooLarge])
        limits = MessageLimits()
        limits.maximumNesting = 3
        let nested =
            ".input {$a :string} .input {$b :string} .match $a $b x y {{A}} x * {{B}} * * {{C}}"
        let two = try #require(MF2Message.parse(nested).0)
        let message = try #require(Message.converting(two, limits: limits).0)
        #expect(Message.parse(message.messageFormat1, limits: limits).0.isSame(as: message))
        limits.maximumNesting = 2
        #expect(Message.converting(two, limits: limits).1.map(\.id) == [.tooLarge])
        limits = MessageLimits()
        let quotes = try #require(MF2Message.parse("'''").0)
        limits.maximumPatternBytes = 6
        #expect(Message.converting(quotes, limits: limits).0 != nil)
        limits.maximumPatternBytes = 5
        #expect(Message.converting(quotes, limits: limits).1.map(\.id) == [.tooLarge])
    }

    @Test func `knows the places of what it reads`() throws {
        let text = ".input {$n :number}\n.match $n\none {{{$x} a}}\n* {{{$x} b}}"
        let read = try #require(MF2Message.parse(text).0)
        let message = try #require(Message.converting(read).0)
        func part(_ range: Range<Int>) -> String {
            String(decoding: Array(text.utf8)[range], as: UTF8.self)
        }
        #expect(message.parameters.map { part($0.range) } == ["{$x}", "$n"])
        guard case .selection(let selection)? = message.pattern.elements.last else {
            Issue.record("no selection")
            return
        }
        #expect(selection.variants.map { part($0.range) } == ["one", "*"])
    }
}
