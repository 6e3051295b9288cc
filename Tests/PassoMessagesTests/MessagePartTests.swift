import PassoMessages
import Testing

@Suite struct MessagePartTests {
    static let bundle = StringBundle(
        name: "t",
        tables: [
            StringTable(
                locale: "en",
                patterns: [
                    "conflict": "Load the changes of {agent}.",
                    "held": "This task can’t be closed yet. {reason}",
                    "count": "{n, plural, one {# tag} other {# tags}} of {who}",
                    "only": "{who}",
                    "title": "Title",
                    "list": "Tags: {tags}",
                ]
            )
        ]
    )

    @Test func `tells words from arguments`() {
        let answer = Self.reader().parts("count", ["n": 2000, "who": "Anna"])
        #expect(
            answer.parts.map(\.text) == ["2,000", " tags of ", "Anna"]
        )
        #expect(
            answer.parts.map(\.role) == [
                .argument(name: "n"), .literal, .argument(name: "who"),
            ]
        )
        #expect(answer.locale == "en")
        #expect(answer.problems.isEmpty)
    }

    @Test func `shows what a message in a message consists of`() {
        let reason = MessageArgument.message(
            key: "conflict",
            arguments: [MessageNamedArgument("agent", "Anna")]
        )
        let parts = Self.reader().parts("held", ["reason": reason]).parts
        #expect(
            parts.map(\.text) == ["This task can’t be closed yet. ", "Load the changes of Anna."]
        )
        #expect(parts[1].role == .argument(name: "reason"))
        #expect(parts[1].parts.map(\.text) == ["Load the changes of ", "Anna", "."])
        #expect(parts[1].parts[1].role == .argument(name: "agent"))
        let label = Self.reader().parts("only", ["who": .label(key: "title")]).parts
        #expect(label.map(\.text) == ["Title"])
        #expect(label[0].parts.map(\.role) == [.literal])
        #expect(Self.reader().parts("only", ["who": "Title"]).parts[0].parts.isEmpty)
    }

    @Test func `keeps isolates apart`() {
        let parts = Self.reader(isolating: true).parts("only", ["who": "דוד"]).parts
        #expect(parts.map(\.role) == [.isolation, .argument(name: "who"), .isolation])
        #expect(parts.map(\.text) == ["\u{2068}", "דוד", "\u{2069}"])
    }

    @Test func `gives a list, a missing value and an unknown key as one part each`() {
        let list = Self.reader().parts("list", ["tags": ["a", .label(key: "title"), 3]])
        #expect(list.parts.map(\.text) == ["Tags: ", "a, Title, and 3"])
        #expect(list.parts[1].parts.isEmpty)
        let missing = Self.reader().parts("only")
        #expect(missing.parts.map(\.text) == ["{who}"])
        #expect(missing.problems == [.missingArgument(key: "only", name: "who")])
        let unknown = Self.reader().parts("nobody")
        #expect(unknown.parts.map(\.text) == ["[nobody]"])
        #expect(unknown.locale == nil)
        #expect(Self.reader().parts("title").parts.map(\.text) == ["Title"])
    }

    @Test func `ends with the text where that is cut`() {
        var limits = MessageLimits()
        limits.maximumTextBytes = 12
        let table = StringTable(locale: "en", patterns: ["a": "<{x}{y}{x}>"])
        let reader = StringBundle(name: "t", tables: [table], limits: limits).reader(for: "en")
        let arguments: KeyValuePairs<String, MessageArgument> = ["x": "123456", "y": "żżżż"]
        let parts = reader.parts("a", arguments)
        #expect(parts.text == reader.text("a", arguments).text)
        #expect(parts.text == "<123456żż")
        #expect(parts.problems == [.tooLong(key: "a")])
    }

    @Test(arguments: [false, true])
    func `join to the text of every shipped message`(isolating: Bool) {
        let reason = MessageArgument.message(
            key: "conflict.agent",
            arguments: [MessageNamedArgument("agent", "Anna")]
        )
        for bundle in TablesOracleTests.bundles.values {
            for table in bundle.tables {
                let reader = bundle.reader(for: table.locale, isolating: isolating)
                for entry in table.entries {
                    let arguments = entry.message.parameters.map { parameter in
                        let value: MessageArgument =
                            switch parameter.kind {
                            case .any: reason
                            case .number, .plural, .ordinal: 22
                            case .select(let keys): .string(keys.first ?? "")
                            case .date, .time: .instant(millisecondsSince1970: 0)
                            case .list: ["a", reason]
                            }
                        return MessageNamedArgument(parameter.name, value)
                    }
                    let text = reader.text(entry.key, arguments)
                    let parts = reader.parts(entry.key, arguments)
                    #expect(parts.text == text.text)
                    #expect(parts.problems == text.problems)
                    #expect(parts.locale == text.locale)
                    #expect(parts.parts.allSatisfy(Self.isWhole))
                }
            }
        }
    }

    /// Whether what a part consists of is its text.
    private static func isWhole(_ part: MessagePart) -> Bool {
        part.parts.isEmpty
            || part.parts.map(\.text).joined() == part.text && part.parts.allSatisfy(isWhole)
    }

    private static func reader(isolating: Bool = false) -> BundleReader {
        bundle.reader(for: "en", isolating: isolating)
    }
}
