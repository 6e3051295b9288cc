import Foundation
import PassoMessages
import Testing

@Suite struct StringsCompileTests {
    @Test func `a host loads what was compiled`() throws {
        try StringsFixture.with { fixture in
            let run = try fixture.passo("compile", "--out", "built")
            #expect(run.status == 0)
            let paths = run.output.split(separator: "\n").map(String.init).filter {
                $0.hasPrefix("built/")
            }
            #expect(paths.count == 3)
            let tables = try paths.map {
                try CompiledTable(mapping: fixture.folder.appending(path: $0).path)
            }
            #expect(Set(tables.map(\.locale)) == ["da", "en", "pl"])
            #expect(Set(tables.map(\.bundle)).count == 1)
            let bundle = CompiledBundle(name: tables[0].bundle, tables: tables)
            #expect(bundle.text("action.save", in: "da").text == "Gem")
            let before = tables.map(\.bytes)
            #expect(try fixture.passo("compile", "--out", "built").status == 0)
            #expect(tables.map(\.bytes) == before)
        }
    }

    @Test func `tables with errors are not compiled`() throws {
        try StringsFixture.with { fixture in
            try fixture.edit("da.arb") { $0.replace("\"Gem\"", with: "\"{n, plural, one {}}\"") }
            let run = try fixture.passo("compile", "--out", "built")
            #expect(run.status == 1 && run.output.isEmpty)
            #expect(run.complaints.contains("[message-missing-other]"))
        }
    }
}
