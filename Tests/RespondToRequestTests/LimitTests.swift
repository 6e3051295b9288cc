import PassoCEL
import PassoCore
import PassoRuntime
import RespondToRequest
import Testing

@Suite struct LimitTests {
    static let characters = [
        "a", "e\u{301}", "👩‍👩‍👧‍👦", "🇵🇱", "क्षि",
    ]

    @Test(arguments: characters)
    func `a tag of 50 characters is accepted and one of 51 is refused`(character: String) throws {
        var fixture = try DeskFixture()
        let longest = String(repeating: character, count: 50)
        #expect(try fixture.send("tag.add", longest) == nil)
        let refused = try fixture.send("tag.add", String(repeating: character, count: 51))
        #expect(refused?.notice?.key == "tag.tooLong")
        #expect(refused?.argument("count") == 51)
        #expect(fixture.tags.count == 1)
    }

    @Test(arguments: characters)
    func `a description of 2,000 characters is saved and one of 2,001 is refused`(
        character: String
    ) throws {
        var fixture = try DeskFixture()
        // One line break, however it is written, is one character.
        let longest = String(repeating: character, count: 1_998) + "\r\n" + character
        try fixture.send("description.edit", longest)
        #expect(try fixture.send("description.save") == nil)
        #expect(fixture.request?.description.contains("\r") == false)
        try fixture.send("description.edit", longest + character)
        let refused = try fixture.send("description.save")
        #expect(refused?.notice?.key == "field.tooLong")
        #expect(refused?.argument("over") == 1)
        #expect(refused?.field == "description")
        #expect(fixture.value("draft.description")?.stringValue == longest + character)
    }

    @Test func `one letter with 5,000 accents is refused in words of its own`() throws {
        let heavy = "e" + String(repeating: "\u{301}", count: 5_000)
        var fixture = try DeskFixture()
        try fixture.send("title.edit", heavy)
        #expect(try fixture.send("title.save")?.notice?.key == "field.tooHeavy")
        try fixture.send("description.edit", heavy)
        #expect(try fixture.send("description.save")?.notice?.key == "field.tooHeavy")
        #expect(try fixture.send("tag.add", heavy)?.notice?.key == "field.tooHeavy")
        try fixture.send("form.open", to: "t1/form")
        try fixture.send("form.edit", to: "t1/form")
        try fixture.send("company.edit", heavy, to: "t1/form")
        #expect(try fixture.send("form.save", to: "t1/form")?.notice?.key == "field.tooHeavy")
    }

    @Test func `a text as heavy as a payload may be is taken, and one byte more is refused`() throws
    {
        var fixture = try DeskFixture()
        let most = CoreLimits.payloadBytes - MemoryLayout<CELValue>.stride
        // Normalized, this letter takes twice its bytes.
        for letter in ["x", "\u{958}"] {
            let count = most / letter.utf8.count
            let text = String(repeating: letter, count: count)
            let over = text + String(repeating: "x", count: most - text.utf8.count + 1)
            for field in ["title", "description"] {
                #expect(try fixture.send("\(field).edit", text) == nil)
                #expect(fixture.value("draft.\(field)")?.stringValue == text)
                let refused = try fixture.send("\(field).edit", over)
                #expect(refused?.notice?.key == "field.tooHeavy")
                #expect(fixture.value("draft.\(field)")?.stringValue == text)
            }
        }
        #expect(fixture.desk.world.isActive("titleDirty", in: "t1"))
        #expect(fixture.desk.world.isActive("descriptionDirty", in: "t1"))
    }

    @Test func `a text of many megabytes is refused at once`() throws {
        var fixture = try DeskFixture()
        let heavy = String(repeating: "x", count: 16 << 20)
        let clock = ContinuousClock()
        let begin = clock.now
        #expect(try fixture.send("title.edit", heavy)?.notice?.key == "field.tooHeavy")
        #expect(clock.now - begin < .seconds(2))
        let pasted = try fixture.desk.paste(tags: heavy, to: "t1", by: "anna")
        #expect(pasted.count == 1)
        #expect(fixture.tags == [])
    }

    @Test func `1,000 pasted tags are tried, and 1,001 are refused as a whole`() throws {
        var fixture = try DeskFixture()
        func lines(_ count: Int) -> String { String(repeating: "x\n", count: count) }
        let over = try fixture.desk.paste(
            tags: lines(Desk.pastedTags + 1),
            to: "t1",
            by: "anna"
        )
        #expect(over.count == 1)
        #expect(fixture.tags == [])
        let most = try fixture.desk.paste(tags: lines(Desk.pastedTags), to: "t1", by: "anna")
        #expect(most.count > Desk.pastedTags)
        #expect(fixture.tags == ["x"])
    }

    @Test(arguments: ["name", "email", "phone", "company", "notes"])
    func `each field of the customer form has 2,000 characters`(field: String) throws {
        var fixture = try DeskFixture()
        try fixture.send("form.open", to: "t1/form")
        try fixture.send("form.edit", to: "t1/form")
        let address = field == "email" ? "@x" : ""
        let longest = String(repeating: "ż", count: 2_000 - address.count) + address
        try fixture.send("\(field).edit", "ż" + longest, to: "t1/form")
        let refused = try fixture.send("form.save", to: "t1/form")
        #expect(refused?.notice?.key == "field.tooLong")
        #expect(refused?.field == field)
        try fixture.send("\(field).edit", longest, to: "t1/form")
        #expect(try fixture.send("form.save", to: "t1/form") == nil)
    }

    @Test(arguments: ["en", "da", "pl", "pt", "it"])
    func `Aarhus and Århus are two tags in every language`(language: String) throws {
        var fixture = try DeskFixture()
        #expect(try fixture.send("tag.add", "Aarhus") == nil)
        #expect(try fixture.send("tag.add", "Århus") == nil)
        #expect(try fixture.send("tag.add", "VIP") == nil)
        let refused = try #require(try fixture.send("tag.add", "vip"))
        #expect(refused.text(in: language).contains("VIP"))
        #expect(!refused.text(in: language).contains("vip"))
    }

    @Test(
        arguments: [
            ("Straße", "STRASSE"), ("VIP", "  vip "), ("two words", "TWO   words"),
            ("caf\u{E9}", "CAFE\u{301}"), ("ΣΊΣΥΦΟΣ", "σίσυφος"),
        ])
    func `two spellings of one tag are the same`(first: String, second: String) throws {
        var fixture = try DeskFixture()
        #expect(try fixture.send("tag.add", first) == nil)
        #expect(try fixture.send("tag.add", second)?.notice?.key == "tag.duplicate")
    }
}
