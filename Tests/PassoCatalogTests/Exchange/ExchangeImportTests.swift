import PassoDiagnostics
import PassoMessages
import PassoText
import Testing

@testable import PassoCatalog

@Suite struct ExchangeImportTests {
    @Test func `a file that comes back as it left changes nothing`() throws {
        let catalog = try ExchangeScene().catalog()
        let intake = try catalog.exchanged()
        #expect(!intake.isRefused && intake.ids.isEmpty)
        #expect(intake.outcomes["a.new"] == .open)
        #expect(intake.outcomes.values.filter { $0 == .unchanged }.count == 5)
        #expect(intake.edits(in: []).0.edits.isEmpty)
        #expect(intake.catalogs[0].ledgers == catalog.ledgers)
    }

    @Test func `a translation is taken with its state, and nothing else in the file changes`()
        throws
    {
        let catalog = try ExchangeScene().catalog()
        let intake = try catalog.exchanged { unit in
            guard ["a.new", "b.stale", "d.done"].contains(unit.key) else { return }
            unit.target = "Ny \(unit.key)"
            unit.state = unit.key == "d.done" ? .needsReview : .translated
        }
        #expect(!intake.isRefused)
        let after = intake.catalogs[0]
        #expect(after.texts()["a.new"] == "Ny a.new" && after.texts()["c.review"] == "Luk")
        #expect(after.state(of: "a.new", in: "da") == .translated)
        #expect(after.state(of: "b.stale", in: "da") == .translated)
        #expect(after.state(of: "d.done", in: "da") == .needsReview)
        #expect(after.state(of: "c.review", in: "da") == .needsReview)
        let before = String(decoding: catalog.translations[0].source?.utf8 ?? [], as: UTF8.self)
        let expected = before.replacing("\"Gem\"", with: "\"Ny b.stale\"")
            .replacing("\"Kassér\"", with: "\"Ny d.done\"")
            .replacing(
                "\"@@locale\": \"da\"",
                with: "\"@@locale\": \"da\",\n  \"a.new\": \"Ny a.new\""
            )
        let edits = intake.edits(in: []).0.edits
        #expect(edits.map(\.path) == ["da.arb"])
        #expect(String(decoding: edits[0].after, as: UTF8.self) == expected)
    }

    @Test func `a missing translation never takes one away`() throws {
        let catalog = try ExchangeScene().catalog()
        let intake = try catalog.exchanged { $0.target = nil }
        #expect(!intake.isRefused && intake.catalogs[0].texts() == catalog.texts())
        #expect(intake.outcomes["d.done"] == .kept && intake.outcomes["a.new"] == .open)
    }

    @Test func `an equal text rises to translated when its translator says so`() throws {
        let catalog = try ExchangeScene().catalog()
        let intake = try catalog.exchanged { $0.state = .translated }
        #expect(intake.outcomes["b.stale"] == .reviewed && intake.outcomes["c.review"] == .reviewed)
        #expect(intake.outcomes["d.done"] == .unchanged)
        for key in ["b.stale", "c.review", "d.done"] {
            #expect(intake.catalogs[0].state(of: key, in: "da") == .translated)
        }
        #expect(intake.catalogs[0].texts() == catalog.texts())
        let doubted = try catalog.exchanged { $0.state = .needsReview }
        #expect(doubted.catalogs[0].state(of: "d.done", in: "da") == .translated)
    }

    @Test func `a translation that changed at home meanwhile is not written over`() throws {
        let catalog = try ExchangeScene().catalog()
        var later = ExchangeScene()
        later.danish = [
            "b.stale": "Gem", "c.review": "Luk nu", "d.done": "Kassér", "f.name": "H {name}",
        ]
        let home = try later.catalog()
        let intake = try catalog.exchanged(home: home) { unit in
            if unit.key == "c.review" { unit.target = "Afslut" }
            if unit.key == "d.done" { unit.target = "Slet" }
        }
        #expect(intake.ids == ["exchange-changed-meanwhile"] && intake.isRefused)
        #expect(intake.outcomes["c.review"] == .refused && intake.outcomes["d.done"] == .taken)
        // What the translator did not touch stays as it is at home, and what was lost there comes back.
        #expect(intake.outcomes["f.name"] == .kept && intake.outcomes["e.count"] == .taken)
        let found = try #require(intake.reports[0].messages.first { $0.key == "c.review" })
        #expect(found.before == "Luk nu" && found.returned == "Afslut")
        let conflict = try #require(found.diagnostics.first)
        #expect(conflict.source.text(in: conflict.range) == "Afslut")
        #expect(conflict.notes.map { $0.source.text(in: $0.range) } == ["\"Luk nu\""])
        #expect(intake.edits(in: []).0.edits.isEmpty)
        let forced = try catalog.exchanged(home: home, overwrites: true) { unit in
            if unit.key == "c.review" { unit.target = "Afslut" }
        }
        #expect(!forced.isRefused && forced.catalogs[0].texts()["c.review"] == "Afslut")
    }

    @Test func `a translation of an older source is taken and counts as stale`() throws {
        let catalog = try ExchangeScene().catalog()
        var later = ExchangeScene()
        later.english = ["a.new": "Open all", "d.done": "Discard", "c.review": "Close all"]
        let intake = try catalog.exchanged(home: try later.catalog()) { unit in
            guard unit.key == "a.new" || unit.key == "c.review" else { return }
            unit.target = "Åbn"
            unit.state = .translated
        }
        let others = Set(["b.stale", "e.count", "f.name"])
        #expect(Set(intake.outcomes.filter { $0.value == .refused }.keys) == others)
        #expect(intake.catalogs[0].texts()["a.new"] == "Åbn")
        #expect(intake.catalogs[0].state(of: "a.new", in: "da") == .stale)
        #expect(intake.catalogs[0].state(of: "c.review", in: "da") == .stale)
    }

    @Test func `a review of an older source is none`() throws {
        let catalog = try ExchangeScene().catalog()
        var later = ExchangeScene()
        later.english = ["c.review": "Close all"]
        let home = try later.catalog()
        var document = catalog.exchangeDocument(for: "da").translated { $0.state = .translated }
        document.units = document.units.filter { $0.key == "c.review" }
        var intake = ExchangeImport(into: [home])
        intake.add(try document.returned())
        #expect(intake.outcomes == ["c.review": .unchanged])
        #expect(intake.catalogs[0].state(of: "c.review", in: "da") == .needsReview)
    }

    @Test func `a source that somebody edited in the file refuses its message`() throws {
        let catalog = try ExchangeScene().catalog()
        let intake = try catalog.exchanged { if $0.key == "d.done" { $0.source = "Delete" } }
        #expect(intake.ids == ["exchange-source-damaged"])
        let found = try #require(intake.reports[0].allDiagnostics.first)
        #expect(found.source.text(in: found.range) == "Delete")
    }

    @Test func `an unknown key is refused with the nearest`() throws {
        let catalog = try ExchangeScene().catalog()
        let intake = try catalog.exchanged { if $0.key == "d.done" { $0.key = "d.dne" } }
        #expect(intake.ids == ["exchange-unknown-key"])
        let note = try #require(intake.reports[0].allDiagnostics.first?.notes.first)
        #expect(note.id == "did-you-mean" && note.arguments == [.init("name", "d.done")])
    }

    @Test func `what was meant is looked for as often as mistakes are told`() throws {
        let catalog = try ExchangeScene().catalog()
        var document = catalog.exchangeDocument(for: "da")
        let most = ExchangeLimits.standard.maximumDiagnostics
        document.units = (0...most).map {
            ExchangeUnit(key: "d.done\($0)", source: "x", target: "y", state: .new)
        }
        var intake = ExchangeImport(into: [catalog])
        intake.add(try document.returned())
        let found = intake.reports[0].allDiagnostics
        #expect(found.count == most + 1)
        #expect(found.prefix(most).allSatisfy { !$0.notes.isEmpty } && found[most].notes.isEmpty)
    }

    @Test func `a key given twice is refused unless both say the same`() throws {
        let catalog = try ExchangeScene().catalog()
        var document = catalog.exchangeDocument(for: "da")
        document.units.append(document.units[3])
        var equal = ExchangeImport(into: [catalog])
        equal.add(try document.returned())
        #expect(!equal.isRefused && equal.reports[0].messages.count == 6)
        document.units[6].target = "Slet"
        var different = ExchangeImport(into: [catalog])
        different.add(try document.returned())
        #expect(different.ids == ["exchange-twice", "exchange-twice"])
        #expect(different.outcomes["d.done"] == .refused)
    }

    @Test func `without a stamp texts are compared, and none is written over`() throws {
        let catalog = try ExchangeScene().catalog()
        var document = try catalog.exchangeDocument(for: "da").translated { unit in
            unit.state = .translated
            if unit.key == "a.new" { unit.target = "Åbn" }
            if unit.key == "d.done" { unit.target = "Slet" }
        }.returned()
        for index in document.units.indices { document.units[index].stamp = nil }
        var intake = ExchangeImport(into: [catalog])
        intake.add(document)
        #expect(intake.outcomes["a.new"] == .taken && intake.outcomes["c.review"] == .reviewed)
        #expect(intake.ids == ["exchange-no-stamp"] && intake.outcomes["d.done"] == .refused)
        var forced = ExchangeImport(into: [catalog], overwrites: true)
        forced.add(document)
        #expect(!forced.isRefused && forced.catalogs[0].texts()["d.done"] == "Slet")
        #expect(forced.catalogs[0].state(of: "d.done", in: "da") == .translated)
        for index in document.units.indices { document.units[index].source = nil }
        var blind = ExchangeImport(into: [catalog], overwrites: true)
        blind.add(document)
        #expect(blind.catalogs[0].state(of: "d.done", in: "da") == .needsReview)
    }

    @Test func `another spelling of a message is no change`() throws {
        let catalog = try ExchangeScene().catalog()
        let intake = try catalog.exchanged { unit in
            if unit.key == "e.count" {
                unit.target = "{ count ,plural,one{# opgave}other{{count, number} opgaver}}"
            }
        }
        #expect(intake.outcomes["e.count"] == .taken)
        let spaced = try catalog.exchanged { unit in
            if unit.key == "e.count" {
                unit.target = "{ count ,plural,one{# opgave}\nother{# opgaver}}"
                unit.source = "{count,plural,one {# task}other {# tasks}}"
            }
        }
        #expect(!spaced.isRefused && spaced.outcomes["e.count"] == .unchanged)
        let accents = try catalog.exchanged { unit in
            if unit.key == "d.done" { unit.target = "Kasse\u{301}r" }
        }
        #expect(accents.outcomes["d.done"] == .taken)
    }

    @Test func `two files of one table are taken one after the other`() throws {
        let catalog = try ExchangeScene().catalog()
        let document = catalog.exchangeDocument(for: "da")
        func part(_ key: String, _ text: String) throws -> ReturnedDocument {
            var part = document.translated { $0.target = text }
            part.units = part.units.filter { $0.key == key }
            return try part.returned()
        }
        var intake = ExchangeImport(into: [catalog])
        intake.add(try part("a.new", "Åbn"))
        intake.add(try part("c.review", "Afslut"))
        #expect(!intake.isRefused && intake.edits(in: []).0.edits.count == 1)
        #expect(intake.catalogs[0].texts()["a.new"] == "Åbn")
        intake.add(try part("c.review", "Slut"))
        #expect(intake.isRefused && intake.ids == ["exchange-changed-meanwhile"])
    }
}
