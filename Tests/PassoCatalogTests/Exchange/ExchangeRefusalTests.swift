import PassoDiagnostics
import PassoMessages
import PassoText
import Testing

@testable import PassoCatalog

/// The checks of tables over texts that came back.
@Suite struct ExchangeRefusalTests {
    private func scene() -> ExchangeScene {
        var scene = ExchangeScene()
        scene.metadata = [
            "d.done": #"{ "x-maxLength": 8 }"#,
            "e.count": #"{ "placeholders": { "count": { "type": "int", "example": "3" } } }"#,
        ]
        return scene
    }

    @Test(arguments: [
        ("e.count", "{count, plural, one {# opgave} other {# opgaver}", "message-unclosed-brace"),
        (
            "e.count", "{count, plural, one {# opgave} one {# opgave} other {# opgaver}}",
            "message-duplicate-branch"
        ),
        ("d.done", "Kassér alt", "string-too-long"),
        ("f.name", "Hej", "string-argument-missing"),
        ("f.name", "Hej {navn}", "string-argument-missing string-argument-unknown"),
        ("e.count", "{count, plural, other {# opgaver}}", "string-plural-missing"),
        ("c.review", " ", "string-empty"),
    ])
    func `refuse what would break a table, at its place in the file`(
        key: String,
        text: String,
        ids: String
    ) throws {
        let catalog = try scene().catalog()
        let intake = try catalog.exchanged { if $0.key == key { $0.target = text } }
        let errors = intake.reports[0].allDiagnostics.filter { $0.severity == .error }
        #expect(errors.map(\.id.rawValue).sorted().joined(separator: " ") == ids)
        #expect(intake.outcomes.filter { $0.value == .refused }.map(\.key) == [key])
        #expect(intake.catalogs[0].texts() == catalog.texts())
        for error in errors {
            #expect(error.source.name == "desk-da.xlf" && error.fixIts.isEmpty)
            let place = String(decoding: error.source.utf8[error.range.offsets], as: UTF8.self)
            #expect(text.contains(place) && !place.isEmpty, "\(place)")
        }
    }

    @Test func `point at the piece of the text that is wrong`() throws {
        let catalog = try scene().catalog()
        let intake = try catalog.exchanged { unit in
            if unit.key == "f.name" { unit.target = "Hej {name} og {andre}" }
        }
        let found = try #require(intake.reports[0].allDiagnostics.first)
        #expect(found.source.text(in: found.range) == "andre")
    }

    @Test func `a warning is shown and refuses nothing`() throws {
        let catalog = try scene().catalog()
        let intake = try catalog.exchanged { unit in
            if unit.key == "c.review" { unit.target = "Luk nu." }
        }
        #expect(intake.ids == ["string-punctuation"] && !intake.isRefused)
        #expect(intake.outcomes["c.review"] == .taken)
    }

    @Test func `a text that is not taken is not checked`() throws {
        var scene = scene()
        scene.metadata["d.done"] = #"{ "x-maxLength": 2 }"#
        #expect(try scene.catalog().exchanged().ids.isEmpty)
    }

    @Test func `what is excused in the tables is excused in a file`() throws {
        var scene = scene()
        scene.metadata["d.done"] = #"{ "x-maxLength": 8, "x-allow": ["string-too-long"] }"#
        let intake = try scene.catalog().exchanged { unit in
            if unit.key == "d.done" { unit.target = "Kassér alt" }
        }
        #expect(intake.ids.isEmpty && intake.outcomes["d.done"] == .taken)
    }

    @Test func `a label that makes another message too long is refused`() throws {
        var scene = scene()
        scene.english = ["a.label": "Save", "b.shows": "Press {label}"]
        scene.danish = ["a.label": "Gem", "b.shows": "Tryk {label}"]
        scene.metadata = [
            "b.shows": """
            { "x-maxLength": 12, "placeholders": {
              "label": { "type": "label", "example": "Save", "x-keys": ["a.label"] } } }
            """
        ]
        let catalog = try scene.catalog()
        let intake = try catalog.exchanged { unit in
            if unit.key == "a.label" { unit.target = "Gem det hele" }
        }
        #expect(intake.ids == ["string-too-long"] && intake.isRefused)
        let found = try #require(intake.reports[0].diagnostics.first)
        #expect(found.source.name == "da.arb")
        #expect(found.source.text(in: found.range) == "\"Tryk {label}\"")
    }
}
