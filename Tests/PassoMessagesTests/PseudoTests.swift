import PassoDiagnostics
import PassoICU
import PassoMessages
import PassoTesting
import Testing

@Suite struct PseudoTests {
    static func pseudo(_ pattern: String, _ locale: PseudoLocale = .accented) -> String {
        let template = StringTable(locale: "en", patterns: ["a": pattern])
        return StringTable.pseudo(locale, of: template)["a"]?.pattern ?? ""
    }

    @Test(arguments: [
        ("Title", "⟦Ţîţţļéé⟧"), ("", ""), ("Hi {name}!", "⟦ĤĤîî {name}!⟧"),
        (
            "{count, plural, =0 {No tags} one {# tag} other {# tags}}",
            "⟦{count, plural, =0 {Ñöö ţååĝšš} one {# ţååĝĝ} other {# ţååĝšš}}⟧"
        ),
        ("{n, plural, offset:1 other{x}}", "⟦{n, plural, offset:1 other {ẋẋ}}⟧"),
        ("1 + 1", "⟦1 + 1~~⟧"), ("e\u{301}a", "⟦e\u{301}åå⟧"), ("zażółć", "⟦žžåååżółć⟧"),
    ])
    func `grows by 40 percent between brackets`(pattern: String, expected: String) {
        #expect(Self.pseudo(pattern) == expected)
    }

    @Test(arguments: [
        ("It’s '{quoted}' ''and''", "⟦Îţţ’šš '{'ǫûûööţééðð'}' ''åññðð''⟧"),
        ("{n, plural, other {'#' #}}", "⟦{n, plural, other {'#' ~#}}⟧"),
        ("{d, date, ::yMMMd} {t, time, short}", "⟦{d, date, ::yMMMd} ~{t, time, short}⟧"),
        ("See <b class=\"x\">this</b> &amp; that", nil),
        ("<a href=\"{url}\">here</a>", nil), ("Run `passo check` or --locale da", nil),
        ("https://passo.dev/a?b=c and me@passo.dev", nil), ("a < b, a <b", nil),
    ])
    func `leaves placeholders, markup and addresses alone`(pattern: String, expected: String?) {
        let text = Self.pseudo(pattern)
        if let expected { #expect(text == expected) }
        for kept in [
            "<b class=\"x\">", "</b>", "&amp;", "<a href=\"{url}\">", "</a>", "`passo check`",
            "--locale", "https://passo.dev/a?b=c", "me@passo.dev",
        ] {
            #expect(text.contains(kept) == pattern.contains(kept), "\(text)")
        }
        #expect(!text.contains("this") && !text.contains("here"))
    }

    @Test func `turns each word around and leaves the arguments readable`() {
        let text = Self.pseudo("Hi {name}, 2 <b>tags</b>", .bidirectional)
        func turned(_ word: String) -> String { "\u{200F}\u{202E}\(word)\u{202C}\u{200F}" }
        #expect(
            text == "\(turned("Hi")) {name}\(turned(",")) \(turned("2")) <b>\(turned("tags"))</b>"
        )
    }

    @Test(arguments: PseudoLocale.allCases)
    func `keeps a message with a mistake and one that would be too long`(locale: PseudoLocale) {
        let long = String(repeating: "x ", count: 30_000)
        for pattern in ["{", "{n, plural, one {x}}", "{n, foo}", long] {
            #expect(Self.pseudo(pattern, locale) == pattern)
        }
        #expect(
            Self.pseudo(String(repeating: "<a", count: 8_000), locale).contains("a")
                == (locale == .bidirectional)
        )
    }

    @Test(arguments: PseudoLocale.allCases)
    func `has every key of each shipped table, with the same parameters`(
        locale: PseudoLocale
    ) throws {
        for bundle in ShippedTablesTests.bundles {
            let template = try #require(bundle.template)
            let table = StringTable.pseudo(locale, of: template)
            #expect(table.locale == locale.rawValue)
            #expect(table.entries.map(\.key) == template.entries.map(\.key))
            for (entry, original) in zip(table.entries, template.entries) {
                #expect(entry.problems.isEmpty)
                #expect(entry.placeholders == original.placeholders)
                #expect(entry.maximumLength == original.maximumLength)
                #expect(shape(entry.message) == shape(original.message), "\(entry.pattern)")
            }
        }
    }

    @Test func `grows every branch by 40 percent, rounded up`() {
        for sample in ShippedTablesTests.samples {
            let changed = StringEntry(key: "a", pattern: Self.pseudo(sample.entry.pattern)).message
            let lengths = zip(literals(sample.entry.message.pattern), literals(changed.pattern))
            for (place, (old, new)) in lengths.enumerated() {
                // The first is the message itself, between its brackets.
                let brackets = place == 0 ? 2 : 0
                #expect(new == old + (old * 2 + 4) / 5 + brackets, "\(sample.entry.pattern)")
            }
        }
    }

    @Test(arguments: PseudoLocale.allCases)
    func `can be made of a pseudo-locale and of random patterns`(locale: PseudoLocale) {
        var random = SeededRandom()
        for _ in 0..<(TestEnvironment.isFull ? 100_000 : 2_000) {
            let pattern = PatternFuzzTests.randomPattern(&random)
            let once = Self.pseudo(pattern, locale)
            let (message, problems) = Message.parse(pattern)
            let (changed, mistakes) = Message.parse(once)
            #expect(problems.isEmpty == mistakes.isEmpty, "\(pattern)")
            #expect(shape(changed) == shape(message), "\(pattern)")
            #expect(once.utf8.count <= 10 * pattern.utf8.count + 12, "\(pattern)")
            let twice = Self.pseudo(once, locale == .accented ? .bidirectional : .accented)
            #expect(shape(Message.parse(twice).0) == shape(message), "\(pattern)")
        }
    }

    @Test func `is formatted as English, whatever its name says`() {
        let bundle = StringBundle(
            name: "t",
            tables: [
                StringTable(
                    locale: "en",
                    patterns: [
                        "n": "{n, plural, one {# day} other {# days}}", "d": "{d, date, long}",
                    ]
                ), StringTable(locale: "ar", patterns: ["n": "{n}"]),
            ]
        )
        #expect(bundle.text("n", ["n": 1], in: "en-XA").text == "⟦1 ðååýý⟧")
        #expect(bundle.text("n", ["n": 2000], in: "en-XA").text.hasPrefix("⟦2,000 "))
        let arabic = bundle.text("n", ["n": 2000], in: "ar-XB")
        #expect(arabic.text == "2,000 \u{200F}\u{202E}days\u{202C}\u{200F}")
        #expect(arabic.locale == "ar-XB" && arabic.problems.isEmpty)
        let day = bundle.text("d", ["d": .instant(millisecondsSince1970: 0)], in: "ar-XB")
        #expect(day.text == "January 1, 1970")
    }

    @Test func `is given only to those who ask for it`() {
        let bundle = ShippedTablesTests.bundles[0]
        #expect(bundle.negotiated(for: LocalePreferences(["en-XA"])).kind == .exact)
        #expect(bundle.negotiated(for: LocalePreferences(["ar_xb"])).locale == "ar-XB")
        #expect(bundle.negotiated(for: LocalePreferences(["ar"])).kind == .none)
        let written = StringBundle(
            name: "t",
            tables: PseudoLocale.allCases.map { StringTable(locale: $0.rawValue, patterns: [:]) }
                + [StringTable(locale: "da", patterns: [:])],
            templateLocale: "da"
        )
        for wish in ["ar", "ar-EG", "en", "*"] {
            #expect(written.negotiated(for: LocalePreferences([wish])).locale == "da")
        }
        #expect(StringBundle(name: "t", tables: []).text("a", in: "en-XA").text == "[a]")
    }
}

/// What stays the same in a message whose texts change.
private func shape(_ message: Message) -> [String] {
    message.parameters.map { "\($0.name) \($0.kind)" } + shape(message.pattern)
}

private func shape(_ pattern: MessagePattern) -> [String] {
    pattern.elements.flatMap { element -> [String] in
        switch element {
        case .text: []
        case .placeholder(let expression): ["\(expression.variable) \(expression.function)"]
        case .selection(let selection):
            ["\(selection.variable) \(selection.function)"]
                + selection.variants.flatMap { ["\($0.key)"] + shape($0.pattern) }
        }
    }
}

/// The characters of a message's own text, then those of each branch.
private func literals(_ pattern: MessagePattern) -> [Int] {
    var own = 0
    var branches: [Int] = []
    for element in pattern.elements {
        switch element {
        case .text(let text): own += TextCount(of: text).characters
        case .placeholder: break
        case .selection(let selection):
            branches += selection.variants.flatMap { literals($0.pattern) }
        }
    }
    return [own] + branches
}
