import PassoDiagnostics
import Testing

@Suite struct SwiftNameTests {
    @Test(arguments: [
        ("tag.tooLong", "tagTooLong"), ("unknown-state", "unknownState"), ("name", "name"),
        ("URL", "url"), ("URL.copy", "urlCopy"), ("URLTitle", "urlTitle"), ("Title", "title"),
        ("aURL.of.X", "aURLOfX"), ("2fa.title", "_2faTitle"), ("snake_case", "snakeCase"),
        ("køb.nu", "købNu"), ("..a..b..", "aB"), ("état.été", "étatÉté"), ("a.2.b", "a2B"),
        ("emoji 👩‍👩‍👧 key", "emojiKey"), ("é", "é"),
    ])
    func `of a member follows from the key`(key: String, name: String) {
        #expect(SwiftName.member(of: key) == name)
    }

    @Test(arguments: ["", ".", "👩", "-_-", " "])
    func `is none where nothing can stand in one`(key: String) {
        #expect(SwiftName.member(of: key) == nil)
        #expect(SwiftName.type(of: key) == nil)
    }

    @Test(arguments: [("desk", "Desk"), ("respond-to-request", "RespondToRequest"), ("URL", "URL")])
    func `of a type follows from the bundle`(bundle: String, name: String) {
        #expect(SwiftName.type(of: bundle) == name)
    }
}
