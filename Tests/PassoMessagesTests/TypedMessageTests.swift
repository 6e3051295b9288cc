import PassoDiagnostics
import PassoMessages
import Testing

@Suite struct TypedMessageTests {
    private static let embedded = EmbeddedTables(
        bundle: "door",
        templateLocale: "en",
        tables: [
            "da.arb": #"{ "@@locale": "da", "name": "Navn", "long": "“{field}”: højst {max}" }"#,
            "en.arb": #"{ "@@locale": "en", "name": "Name", "long": "“{field}”: {max} at most" }"#,
            "pl.arb": "[]",
        ]
    )
    private static let name = LocalizedMessage("name")
    private static let long = LocalizedMessage(
        "long",
        [MessageNamedArgument("field", name.argument), MessageNamedArgument("max", 20)]
    )

    @Test func `embedded tables become a bundle, and mistakes are told with their place`() {
        let (bundle, mistakes) = Self.embedded.read()
        #expect(bundle.name == "door")
        #expect(bundle.templateLocale == "en")
        #expect(bundle.locales == ["da", "en"])
        #expect(mistakes.map(\.source.name) == ["door/pl.arb"])
        #expect(Self.embedded.locales == ["da", "en", "pl"])
        let (tables, found) = Self.embedded.readTables(["da"])
        #expect(tables.map(\.locale) == ["da"])
        #expect(found.isEmpty)
    }

    @Test func `a typed message is formatted as its key and arguments are`() throws {
        let bundle = Self.embedded.read().0
        let text = bundle.text("long", ["field": .label(key: "name"), "max": 20], in: "da-DK")
        #expect(text.text == "“Navn”: højst 20")
        #expect(text.problems.isEmpty)
        #expect(bundle.text(Self.long, in: "da-DK") == text)
        #expect(bundle.reader(for: "da-DK").text(Self.long) == text)
        #expect(bundle.reader(for: "da-DK").parts(Self.long).parts.count == 4)
        let compiled = CompiledBundle(name: "door", tables: bundle.tables.map { CompiledTable($0) })
        #expect(compiled.text(Self.long, in: "da-DK") == text)
    }

    @Test func `a message with arguments stands in another as a message, else as a label`() {
        #expect(Self.name.argument == .label(key: "name"))
        #expect(Self.long.argument == .message(key: "long", arguments: Self.long.arguments))
    }

    @Test(arguments: [
        (1.5, 1_500), (-0.0005, -1), (1e300, .max), (-1e300, .min), (.nan, 0), (.infinity, .max),
    ])
    func `seconds since 1970 become milliseconds`(seconds: Double, milliseconds: Int64) {
        #expect(MessageInstant(secondsSince1970: seconds).millisecondsSince1970 == milliseconds)
        let argument = MessageArgument.instant(millisecondsSince1970: milliseconds)
        #expect(MessageInstant(secondsSince1970: seconds).argument == argument)
    }
}
