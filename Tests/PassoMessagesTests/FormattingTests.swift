import PassoMessages
import Testing

@Suite struct FormattingTests {
    static let bundle = StringBundle(
        name: "desk",
        tables: [
            StringTable(
                locale: "en",
                patterns: [
                    "close.held": "This task can’t be closed yet. {reason}",
                    "conflict": "Load the changes of {agent}.",
                    "field.tooLong":
                        "“{field}” is {over, plural, one {# character} other {# characters}} too long.",
                    "request.title": "Title",
                    "onlyEnglish": "Only {n} here",
                    "tags": "Tags: {tags}.",
                    "loop": "({inner})",
                    "when": "At {at, time, short}",
                    "gender": "{g, select, a {A} b {B} other {O}}",
                ]
            ),
            StringTable(
                locale: "pl",
                patterns: [
                    "close.held": "Tego zadania nie można jeszcze zamknąć. {reason}",
                    "conflict": "Załaduj zmiany: {agent}.",
                    "field.tooLong":
                        "Pole „{field}” jest o {over, plural, one {# znak} few {# znaki} many {# znaków} other {# znaku}} za długie.",
                    "request.title": "Tytuł",
                    "tags": "Tagi: {tags}.",
                    "when": "O {at, time, short}",
                ]
            ),
        ]
    )

    @Test func `formats a label in the language of the message around it`() {
        let text = Self.bundle.text(
            "field.tooLong",
            ["field": .label(key: "request.title"), "over": 22],
            in: "pl"
        )
        #expect(text.text == "Pole „Tytuł” jest o 22 znaki za długie.")
        #expect(text.problems.isEmpty)
        #expect(text.locale == "pl")
    }

    @Test func `formats a message inside of a message in the same language`() {
        let reason = MessageArgument.message(
            key: "conflict",
            arguments: [MessageNamedArgument("agent", "Anna")]
        )
        #expect(
            Self.bundle.text("close.held", ["reason": reason], in: "pl").text
                == "Tego zadania nie można jeszcze zamknąć. Załaduj zmiany: Anna."
        )
        #expect(
            Self.bundle.text("close.held", ["reason": reason], in: "en").text
                == "This task can’t be closed yet. Load the changes of Anna."
        )
    }

    @Test func `joins a list as the language does`() {
        let tags: MessageArgument = ["VIP", "zwrot", 2000]
        #expect(
            Self.bundle.text("tags", ["tags": tags], in: "pl").text
                == "Tagi: VIP, zwrot i 2\u{A0}000."
        )
        #expect(
            Self.bundle.text("tags", ["tags": tags], in: "en").text
                == "Tags: VIP, zwrot, and 2,000."
        )
        #expect(Self.bundle.text("tags", ["tags": []], in: "en").text == "Tags: .")
        #expect(
            Self.bundle.text("tags", ["tags": ["a", ["b", "c"]]], in: "en").text
                == "Tags: a and b and c."
        )
    }

    @Test func `joins a list with the word that its style names`() {
        let tags: KeyValuePairs<String, MessageArgument> = ["tags": ["VIP", "zwrot", "a"]]
        #expect(OneMessage.format("{tags, list}", tags, in: "pl").text == "VIP, zwrot i a")
        #expect(OneMessage.format("{tags, list, and}", tags, in: "pl").text == "VIP, zwrot i a")
        let either = OneMessage.format("{tags,list,or}", tags, in: "pl")
        #expect(either.text == "VIP, zwrot lub a")
        #expect(either.problems.isEmpty)
        let one = OneMessage.format("{tags, list, or}", ["tags": "VIP"], in: "pl")
        #expect(one.text == "VIP")
        #expect(
            one.problems == [.wrongKind(key: "key", name: "tags", expected: .list, found: .string)]
        )
    }

    @Test func `shows the name of an argument that is missing`() {
        let text = Self.bundle.text("conflict", in: "en")
        #expect(text.text == "Load the changes of {agent}.")
        #expect(text.problems == [.missingArgument(key: "conflict", name: "agent")])
    }

    @Test func `keeps the sentence of a plural without its number`() {
        let text = Self.bundle.text("field.tooLong", ["field": "F"], in: "en")
        #expect(text.text == "“F” is {over} characters too long.")
        #expect(text.problems == [.missingArgument(key: "field.tooLong", name: "over")])
    }

    @Test func `shows a value of the wrong kind plainly`() {
        let plural = Self.bundle.text("field.tooLong", ["field": "F", "over": "many"], in: "en")
        #expect(plural.text == "“F” is many characters too long.")
        #expect(
            plural.problems == [
                .wrongKind(key: "field.tooLong", name: "over", expected: .plural, found: .string)
            ]
        )
        let time = Self.bundle.text("when", ["at": 15], in: "en")
        #expect(time.text == "At 15")
        #expect(
            time.problems == [.wrongKind(key: "when", name: "at", expected: .time, found: .integer)]
        )
        let select = Self.bundle.text("gender", ["g": 1.5], in: "en")
        #expect(select.text == "O")
        #expect(
            select.problems == [
                .wrongKind(
                    key: "gender",
                    name: "g",
                    expected: .select(keys: ["a", "b"]),
                    found: .double
                )
            ]
        )
    }

    @Test func `shows a key that no table has`() {
        let text = Self.bundle.text("tag.toLong", in: "pl")
        #expect(text.text == "[tag.toLong]")
        #expect(text.problems == [.unknownKey("tag.toLong")])
        #expect(text.locale == nil)
        let inner = Self.bundle.text("conflict", ["agent": .label(key: "nobody")], in: "en")
        #expect(inner.text == "Load the changes of [nobody].")
        #expect(inner.problems == [.unknownKey("nobody")])
    }

    @Test func `uses the last branch where other is missing`() {
        let text = OneMessage.format("{n, plural, one {#x} two {#y}}", ["n": 5], in: "en")
        #expect(text.text == "5y")
        #expect(text.problems == [.missingOther(key: "key", name: "n")])
        #expect(OneMessage.format("{n, plural, one {#x}}", ["n": 1], in: "en").problems.isEmpty)
    }

    @Test func `formats messages in messages as deep as the limit and no deeper`() {
        func nested(_ depth: Int) -> FormattedText {
            let argument = (1..<depth).reduce(MessageArgument.string("x")) { inner, _ in
                .message(key: "loop", arguments: [MessageNamedArgument("inner", inner)])
            }
            return Self.bundle.text("loop", ["inner": argument], in: "en")
        }
        let limit = MessageLimits.standard.maximumMessageDepth
        #expect(nested(limit).problems.isEmpty)
        #expect(nested(limit).text == "((((((((x))))))))")
        #expect(nested(limit + 1).text == "(((((((([loop]))))))))")
        #expect(nested(limit + 1).problems == [.tooDeep(key: "loop")])
    }

    @Test func `formats lists in lists as deep as the limit and no deeper`() {
        let deep = (0..<40).reduce(MessageArgument.string("x")) { inner, _ in .list([inner]) }
        let text = Self.bundle.text("tags", ["tags": deep], in: "en")
        #expect(text.problems == [.tooDeep(key: "tags")])
    }

    @Test func `cuts a text beyond the limit at a character`() {
        var limits = MessageLimits()
        limits.maximumTextBytes = 12
        let table = StringTable(locale: "en", patterns: ["a": "{x}{x}", "b": "1234567890{x}ż!"])
        let bundle = StringBundle(name: "t", tables: [table], limits: limits)
        #expect(bundle.text("a", ["x": "123456"], in: "en").problems.isEmpty)
        let cut = bundle.text("a", ["x": "1234567"], in: "en")
        #expect(cut.text == "123456712345")
        #expect(cut.problems == [.tooLong(key: "a")])
        #expect(bundle.text("b", ["x": "1"], in: "en").text == "12345678901")
        let list = bundle.text("a", ["x": ["1234567", "1234567", "1234567"]], in: "en")
        #expect(list.text.utf8.count <= 12)
        #expect(list.problems == [.tooLong(key: "a")])
    }

    @Test func `puts arguments between isolates when asked to`() {
        let text = OneMessage.format(
            "{name}: {n, plural, other {# of}} {s, select, other {x}}",
            ["name": "דוד", "n": 5, "s": "q"],
            in: "en",
            isolating: true
        )
        #expect(text.text == "\u{2068}דוד\u{2069}: \u{2068}5\u{2069} of x")
    }

    @Test func `writes in UTC where the time zone is unknown`() {
        let text = OneMessage.format(
            "{t, time, short}",
            ["t": .instant(millisecondsSince1970: 0)],
            in: "da",
            timeZone: "Mars/Olympus"
        )
        #expect(text.text == "00.00")
        #expect(text.problems == [.unusableStyle(key: "key", name: "t")])
    }

    @Test func `selects by whole numbers too`() {
        let pattern = "{n, select, 1 {one} other {more}}"
        #expect(OneMessage.format(pattern, ["n": 1], in: "en").text == "one")
        #expect(OneMessage.format(pattern, ["n": 2], in: "en").text == "more")
    }
}
