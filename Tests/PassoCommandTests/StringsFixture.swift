import Foundation

/// A folder with a small bundle, as translators have it, that lives as long as the closure runs.
struct StringsFixture {
    let folder: URL

    static func with(_ body: (StringsFixture) throws -> Void) throws {
        try withTemporaryFolder { folder in
            let fixture = StringsFixture(folder: folder)
            for (locale, patterns) in texts { try fixture.write(patterns, locale) }
            try body(fixture)
        }
    }

    private static let texts: [String: [(String, String)]] = [
        "en": [
            ("action.close", "Close"), ("action.save", "Save"),
            ("offer.timedOut", "Too late\nfor it"),
            ("title", "Title"),
        ],
        "da": [
            ("action.close", "Luk"), ("action.save", "Gem"), ("offer.timedOut", "For sent"),
            ("title", "Titel"),
        ],
        "pl": [("action.close", "Zamknij"), ("action.save", "Zapisz"), ("title", "Tytuł")],
    ]

    private func write(_ patterns: [(String, String)], _ locale: String) throws {
        let file = folder.appending(path: "Localization/desk/\(locale).arb")
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(),
            withIntermediateDirectories: true
        )
        let lines = patterns.map { "  \"\($0)\": \"\($1.replacing("\n", with: "\\n"))\"" }
        let text = "{\n" + (["  \"@@locale\": \"\(locale)\""] + lines).joined(separator: ",\n")
        try (text + "\n}\n").write(to: file, atomically: false, encoding: .utf8)
    }

    /// Runs `passo strings` here.
    func passo(_ arguments: String...) throws -> CommandLineRun {
        try CommandLineRun(["strings"] + arguments, in: folder, environment: ["COLUMNS": "100"])
    }

    /// Edits a file of the bundle, as any editor would.
    func edit(_ name: String, _ change: (inout String) -> Void) throws {
        var text = try self.text(name)
        change(&text)
        let file = folder.appending(path: "Localization/desk/\(name)")
        try text.write(to: file, atomically: false, encoding: .utf8)
    }

    func text(_ name: String) throws -> String {
        let file = folder.appending(path: "Localization/desk/\(name)")
        return try String(contentsOf: file, encoding: .utf8)
    }

    /// The names of the files that are there.
    func names() throws -> [String] {
        try FileManager.default
            .contentsOfDirectory(atPath: folder.appending(path: "Localization/desk").path).sorted()
    }
}
