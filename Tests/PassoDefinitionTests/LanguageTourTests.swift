import PassoCEL
import PassoCore
import PassoDefinition
import PassoDiagnostics
import Testing

/// What the constructs of the language do once they run.
@Suite struct LanguageTourTests {
    @Test func `compiles without a word`() {
        let result = DefinitionCompiler.compile(
            SourceText(name: "lamp.yaml", Lamp.text),
            strings: TestStrings.bundle
        )
        let rendered = DiagnosticRenderer(words: EngineWords()).render(result.diagnostics)
        #expect(result.diagnostics.isEmpty, "\(rendered)")
    }

    @Test func `names what people read`() throws {
        let lamp = try Lamp.compile()
        #expect(lamp.name == "lamp")
        #expect(lamp.version == 3)
        #expect(lamp.modes.map(\.name) == ["shop", "web"])
        #expect(lamp.steps.map(\.id) == ["choose", "web"])
        #expect(lamp.fields.map(\.name) == ["title", "story", "tags"])
        #expect(lamp.field("title")?.limit == 20)
        #expect(lamp.field("tags")?.eachLimit == 5)
        #expect(lamp.events.first?.title == "event.order")
        #expect(lamp.targets.map(\.workflow) == ["store", "store"])
        #expect(lamp.label("event.order", in: "da") == "Bestil")
    }

    @Test func `gives a quoted duration the type of a text`() throws {
        let constants = try Lamp.compile().constants
        #expect(constants.first { $0.name == "quoted" }?.value == "15s")
        #expect(constants.first { $0.name == "answerWithin" }?.value.type == .duration)
        #expect(constants.first { $0.name == "colors" }?.value == ["red", "green"])
    }

    @Test func `takes a transition with its actions in order`() throws {
        var run = try Run(Lamp.compile(), ["shop.open": true, "shop.lamps": 3])
        #expect(run.asked.prefix(1) == ["ring 0"])
        #expect(try run.send("write", ["text": "  Lamp\nred "]) == nil)
        #expect(run.value("draft.title") == "  Lamp\nred ")
        #expect(try run.send("order") == nil)
        #expect(run.value("title") == "Lamp red")
        #expect(run.value("count") == 1)
        #expect(run.value("mode") == "web")
        #expect(run.told == ["Done: Lamp red"])
        #expect(
            run.asked.filter { !$0.contains("after.") } == [
                "log count", "save 2", "send reserve 0", "send whatever 0", "send reminder 90",
            ]
        )
        #expect(run.isActive("paying") && run.isActive("packing"))
        #expect(try run.send("finish") == nil)
        #expect(run.definition.chart.isFinished(run.snapshot))
        #expect(run.effects.invariantsBroken.isEmpty)
    }

    @Test func `wraps each reason that holds a transition back`() throws {
        var run = try Run(Lamp.compile(), ["shop.open": true])
        #expect(try run.send("order") == "Not yet. You have 0 lamps already.")
        run = try Run(Lamp.compile(), ["shop.open": true, "shop.lamps": 1])
        #expect(try run.send("order") == "Not yet. Fill in “Title”.")
        #expect(try run.refusal("order").flatMap { run.field(of: $0) } == "title")
        #expect(try run.send("order", in: "da") == "Ikke endnu. Udfyld “Titel”.")
    }

    @Test func `refuses by a transition that only refuses`() throws {
        var run = try Run(Lamp.compile())
        #expect(try run.send("order") == "Somebody else took it.")
    }

    @Test func `says why nothing hears an event`() throws {
        var run = try Run(Lamp.compile())
        #expect(try run.send("resume") == "“resume” is not possible now.")
        #expect(try run.send("finish") == "Somebody else took it.")
        #expect(try run.send("divide", ["by": 0]) == "“divide” failed.")
    }

    @Test func `keeps plain data as they are and fields as they should be`() throws {
        var run = try Run(Lamp.compile())
        #expect(try run.send("tell.story", ["text": "One\r\ntwo"]) == nil)
        #expect(run.value("story") == "One\ntwo")
        #expect(try run.send("tell.story", ["text": "  \n "]) == nil)
        #expect(run.value("story") == "")
        let long = CELValue(String(repeating: "x", count: 51))
        #expect(
            try run.send("tell.story", ["text": long])
                == "Title can have at most 50 characters. Remove 1."
        )
        let heavy = CELValue("e" + String(repeating: "\u{301}", count: 200))
        #expect(
            try run.send("tell.story", ["text": heavy])
                == "This text takes up too much space."
        )
    }

    @Test func `holds the rules of a list field`() throws {
        var run = try Run(Lamp.compile())
        func add(_ text: String) throws -> String? {
            try run.send("tag.add", ["text": .init(text)])
        }
        #expect(try add(" Red ") == nil)
        #expect(try add("RED") == "The tag “Red” already exists.")
        #expect(try add(" ") == "Type a tag first.")
        #expect(try add("yellow") == "Tags can have at most 5 characters. Remove 1.")
        #expect(try add("blue") == nil)
        #expect(try add("green") == nil)
        #expect(try add("pink") == "At most 3 tags.")
        #expect(run.value("tags") == ["Red", "blue", "green"])
        #expect(try run.send("tag.remove", ["text": " rED"]) == nil)
        #expect(run.value("tags") == ["blue", "green"])
    }

    @Test func `holds the rules of a whole list`() throws {
        var run = try Run(Lamp.compile())
        #expect(try run.send("tag.all", ["texts": ["a ", "b"]]) == nil)
        #expect(run.value("tags") == ["a", "b"])
        #expect(
            try run.send("tag.all", ["texts": ["a", "A"]]) == "The tag “A” already exists."
        )
        #expect(try run.send("tag.all", ["texts": ["a", ""]]) == "Type a tag first.")
        #expect(try run.send("tag.all", ["texts": ["a", "b", "c", "d"]]) == "At most 3 tags.")
        #expect(
            try run.send("tag.all", ["texts": ["yellow"]])
                == "Tags can have at most 5 characters. Remove 1."
        )
        #expect(run.value("tags") == ["a", "b"])
    }

    @Test func `goes through lists and branches`() throws {
        var run = try Run(Lamp.compile())
        #expect(try run.send("sum.up", ["numbers": [1, -2, 3]]) == nil)
        #expect(run.value("sum") == 4)
        #expect(run.value("letters") == ["-2"])
    }

    @Test func `clears to what things were at first`() throws {
        var run = try Run(Lamp.compile())
        #expect(try run.send("write", ["text": "x"]) == nil)
        #expect(try run.send("forget") == nil)
        #expect(run.value("draft.title") == "")
    }

    @Test func `takes expressions that end with a comment`() throws {
        var run = try Run(Lamp.compile(Broken.commented), ["shop.open": true, "shop.lamps": 1])
        #expect(try run.send("write", ["text": " x "]) == nil)
        #expect(try run.send("tag.add", ["text": " "]) == "Type a tag first.")
        #expect(try run.send("order") == nil)
        #expect(run.value("title") == "x")
    }

    @Test func `remembers by a history state`() throws {
        var run = try Run(Lamp.compile())
        #expect(try run.send("pause") == nil)
        #expect(run.isActive("paused"))
        #expect(try run.send("resume") == nil)
        #expect(run.isActive("choosing"))
    }
}

extension Run {
    func field(of refusal: Refusal) -> String? {
        if case .requirement(let failed) = refusal.reason { failed.field } else { nil }
    }
}
