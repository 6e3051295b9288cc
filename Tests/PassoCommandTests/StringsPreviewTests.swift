import Foundation
import PassoTesting
import Testing

/// The command; what the page shows is tested beside its module.
@Suite struct StringsPreviewTests {
    private func page(_ fixture: StringsFixture, _ folder: String = "page") throws -> String {
        let file = fixture.folder.appending(path: "\(folder)/index.html")
        return try String(contentsOf: file, encoding: .utf8)
    }

    @Test(arguments: ["en", "da", "pl", "pt", "it"])
    func `writes one page in the reader's language`(locale: String) throws {
        try StringsFixture.with { fixture in
            let run = try fixture.passo("preview", "--out", "page", "--locale", locale)
            #expect(run.status == 0 && run.output == "page/index.html\n")
            #expect(goldenDifference(run.complaints, "strings-preview.\(locale).txt") == nil)
            let page = try page(fixture)
            #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"\(locale)\">"))
            #expect(page.contains("lang=\"da\"") && page.contains("lang=\"pl\""))
            #expect(!page.contains("ar-XB"))
        }
    }

    @Test func `is JSON for machines`() throws {
        try StringsFixture.with { fixture in
            let run = try fixture.passo(
                "preview",
                "--out",
                "page",
                "--json",
                "--pseudo",
                "--language",
                "pl"
            )
            #expect(run.status == 0 && run.complaints.isEmpty)
            let bytes = try page(fixture).utf8.count
            let output = run.output.replacing("\(bytes)", with: "BYTES")
            #expect(goldenDifference(output, "strings-preview.json") == nil)
        }
    }

    @Test func `only pictures beside the tables come in`() throws {
        try StringsFixture.with { fixture in
            let pixel = Data(
                base64Encoded: "R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7"
            )
            let pictures = fixture.folder.appending(path: "Localization/desk/pictures")
            try FileManager.default.createDirectory(at: pictures, withIntermediateDirectories: true)
            try pixel?.write(to: pictures.appending(path: "a.gif"))
            try Data("no picture".utf8).write(to: pictures.appending(path: "b.gif"))
            try pixel?.write(to: fixture.folder.appending(path: "secret.gif"))
            let names = ["pictures/a.gif", "pictures/b.gif", "../desk/pictures/a.gif", "c.gif"]
            let keys = ["action.close", "action.save", "offer.timedOut", "title"]
            try fixture.edit("en.arb") { text in
                for (key, name) in zip(keys, names) {
                    text.replace(
                        "\n  \"\(key)\"",
                        with: "\n  \"@\(key)\": { \"x-screenshot\": \"\(name)\" },\n  \"\(key)\""
                    )
                }
            }
            let run = try fixture.passo("preview", "--out", "page")
            #expect(run.status == 0, "\(run.complaints)")
            let page = try page(fixture)
            #expect(page.components(separatedBy: "src=\"data:image/gif;base64,").count == 2)
            for name in names { #expect(page.contains("<bdi>\(name)</bdi>")) }
        }
    }

    @Test func `what cannot be done ends with 2, and mistakes in tables with 1 beside the page`()
        throws
    {
        try StringsFixture.with { fixture in
            let french = try fixture.passo("preview", "--out", "page", "--language", "fr")
            #expect(french.status == 2 && french.complaints.contains("'fr'"))
            let nowhere = try fixture.passo("preview", "--out", "page", "nowhere")
            #expect(nowhere.status == 2 && nowhere.output.isEmpty)
            let target = try fixture.passo("preview")
            #expect(target.status == 2 && target.complaints.contains("--out"))
            let taken = try fixture.passo("preview", "--out", "Localization/desk/en.arb")
            #expect(taken.status == 2 && taken.output.isEmpty)
            try fixture.edit("da.arb") { $0.replace("\"Gem\"", with: "\"{Gem\"") }
            let broken = try fixture.passo("preview", "--out", "page")
            #expect(broken.status == 1 && broken.complaints.contains("da.arb:4:19: error: "))
            #expect(try page(fixture).contains("message-unclosed-brace"))
        }
    }
}
