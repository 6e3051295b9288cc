import Foundation
import PassoDiagnostics
import PassoMessages
import PassoTesting
import Testing

@testable import PassoCatalog

/// The page as text; what browsers make of it is tested in `PreviewBrowserTests`.
@Suite struct PreviewTests {
    /// A page without its style and its script, which are the same in all.
    private func plain(_ page: String) -> String {
        [PreviewStyle.text, PreviewStyle.hash, PreviewScript.text, PreviewScript.hash]
            .reduce(page) { $0.replacing($1, with: "") }
    }

    @Test func `shows a small bundle`() {
        let page = plain(PreviewFixture.page("da"))
        #expect(goldenDifference(page, "shop.da.html") == nil)
    }

    @Test func `is the same each time`() {
        #expect(PreviewFixture.page("pl") == PreviewFixture.page("pl"))
    }

    @Test func `no text becomes markup`() {
        let page = PreviewFixture.page("en")
        #expect(page.matches(of: #/<script/#).count == 1)
        #expect(page.matches(of: #/<\/script/#).count == 1)
        #expect(!page.contains("<img src=x") && !page.contains("<b>bold"))
        #expect(page.contains("&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt;"))
        #expect(!page.contains("href=\"javascript:") && !page.contains("\0"))
        #expect(page.contains("␀"))
        // Nothing but the screen's address leads elsewhere, and nothing is fetched.
        #expect(
            page.matches(of: #/(?:src|href)="(?!#|data:)[^"]*"/#).map { String($0.0) } == [
                "href=\"https://example.org/a.png\""
            ]
        )
        #expect(!PreviewStyle.text.contains("</") && !PreviewScript.text.contains("</"))
    }

    @Test(arguments: [
        ("a.b-c_d~", "a.b-c_d~"), ("a b/ø%\"", "a%20b%2F%C3%B8%25%22"), ("\u{1}", "%01"), ("", ""),
    ])
    func `an id and its address are the same bytes`(text: String, fragment: String) {
        #expect(HTMLText.fragment(text) == fragment)
    }

    @Test(arguments: [
        ("a<b>&\"'\n\t", "a&lt;b&gt;&amp;\"'\n\t"), ("\u{0}\u{1B}\u{7F}", "␀␛␡"),
        ("\r\n\u{202E}\u{2068}é", "&#13;\n\u{202E}\u{2068}é"),
    ])
    func `what HTML cannot hold is shown by its picture`(text: String, written: String) {
        #expect(HTMLText.text(text) == written)
        #expect(!HTMLText.attribute(text).contains { "\"<\n\t".contains($0) })
    }

    @Test(arguments: [0x80, 0x9F, 0xFDD0, 0xFDEF, 0xFFFE, 0xFFFF, 0x1FFFF, 0x10FFFE] as [UInt32])
    func `noncharacters are replaced`(value: UInt32) throws {
        let scalar = try #require(Unicode.Scalar(value))
        #expect(HTMLText.text("a\(scalar)") == "a\u{FFFD}")
    }

    @Test func `the policy knows the style and the script`() throws {
        for (text, hash) in [
            (PreviewStyle.text, PreviewStyle.hash), (PreviewScript.text, PreviewScript.hash),
        ] {
            let found = try sha256(text)
            #expect("sha256-" + found == hash, "write this hash beside the text")
        }
        #expect(PreviewFixture.page("en").contains("script-src '\(PreviewScript.hash)'\""))
    }

    @Test(arguments: ["en", "da", "pl", "pt", "it"])
    func `has all its own words`(locale: String) {
        let engine = ShippedBundles.catalogs.first { $0.name == "engine" }
        for key in PreviewWords.Key.allCases {
            #expect(engine?.table(for: locale)?[key.rawValue] != nil, "\(key.rawValue)")
        }
        let page = plain(PreviewFixture.page(locale))
        #expect(!page.contains("preview.") && !page.contains("(count:"))
    }

    @Test func `only small pictures of known kinds stand in it`() {
        var limits = CatalogLimits.standard
        limits.maximumPictureBytes = PreviewFixture.picture.count
        #expect(PreviewPicture(PreviewFixture.picture, limits: limits)?.type == "image/png")
        limits.maximumPictureBytes -= 1
        #expect(PreviewPicture(PreviewFixture.picture, limits: limits) == nil)
        #expect(PreviewPicture(Array("<svg/>".utf8)) == nil && PreviewPicture([]) == nil)
        #expect(PreviewPicture(Array("GIF89a".utf8))?.type == "image/gif")
        #expect(PreviewPicture([0xFF, 0xD8, 0xFF, 0xE0])?.type == "image/jpeg")
        #expect(PreviewPicture(Array("RIFF1234WEBP".utf8))?.type == "image/webp")
    }

    @Test func `shows the languages that are asked for, and the source`() {
        var preview = PreviewFixture.preview
        preview.locales = ["ar", "ar-XB"]
        preview.showsPseudoLocales = false
        #expect(preview.shownLocales == ["en", "ar", "ar-XB"])
        let page = preview.html(words: TableWords(locale: "en"), locale: "en")
        #expect(
            page.contains("lang=\"ar-XB\" dir=\"rtl\"") && page.contains("lang=\"ar\" dir=\"rtl\"")
        )
        #expect(!page.contains("lang=\"da\"") && !page.contains("lang=\"en-XA\""))
        #expect(
            page.contains("<option value=\"ar-XB\">") && !page.contains("<option value=\"da\">")
        )
    }

    private func sha256(_ text: String) throws -> String {
        var hash = ""
        try withFiles(["text": text]) { folder in
            let process = Process()
            process.executableURL = URL(filePath: "/usr/bin/sha256sum")
            process.arguments = ["\(folder)/text"]
            let output = Pipe()
            process.standardOutput = output
            try process.run()
            let said = try output.fileHandleForReading.readToEnd() ?? Data()
            process.waitUntilExit()
            let digits = String(decoding: said, as: UTF8.self).prefix(64)
            let bytes = stride(from: 0, to: digits.count, by: 2).compactMap { place in
                UInt8(digits.dropFirst(place).prefix(2), radix: 16)
            }
            hash = Data(bytes).base64EncodedString()
        }
        return hash
    }
}
