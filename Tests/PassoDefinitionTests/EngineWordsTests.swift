import Foundation
import PassoCEL
import PassoDiagnostics
import PassoMessages
import PassoTesting
import Testing

@testable import PassoDefinition

/// Every diagnostic of the project has words, and every word is used.
@Suite struct EngineWordsTests {
    private static let sources: [String] = {
        guard let root = TestEnvironment.packageRoot() else { return [] }
        return ["Sources", "Tools"].flatMap { folder -> [String] in
            let place = root.appending(path: folder)
            let names = FileManager.default.enumerator(atPath: place.path())
            return (names?.compactMap { $0 as? String } ?? [])
                // The tool of the build speaks among the compiler's messages, in English like those.
                .filter { $0.hasSuffix(".swift") && !$0.hasPrefix("passo-keys/") }
                .compactMap { try? String(contentsOf: place.appending(path: $0), encoding: .utf8) }
        }
    }()

    /// What stands between two quotation marks on one line, and the names of cases.
    private static let words: Set<Substring> = {
        var words: Set<Substring> = []
        for text in sources {
            for line in text.split(separator: "\n") {
                let parts = line.split(separator: "\"", omittingEmptySubsequences: false)
                words.formUnion(parts)
                let trimmed = line.drop { $0 == " " }
                if trimmed.hasPrefix("case ") { words.insert(trimmed.dropFirst(5)) }
            }
        }
        return words
    }()

    /// The ids of diagnostics, notes and fix-its in the sources.
    private static let ids: Set<String> = {
        var ids: Set<String> = []
        for text in sources {
            for start in ["id: ", "mistake("] {
                for part in text.split(separator: start).dropFirst() {
                    let rest = part.drop { $0 == " " || $0 == "\n" }
                    guard rest.first == "\"" else { continue }
                    ids.insert(String(rest.dropFirst().prefix { $0 != "\"" }))
                }
            }
        }
        return ids.filter { $0.contains("-") && $0.allSatisfy { $0.isLetter || $0 == "-" } }
    }()

    @Test func `every id in the sources has a sentence in English`() {
        let bundle = ShippedTables.bundle("engine")
        #expect(Self.ids.count > 80)
        let lacking = Self.ids.filter { bundle.template?[$0] == nil }.sorted()
        #expect(lacking.isEmpty)
    }

    /// The typed keys that the sources ask for.
    private static let members: Set<String> = {
        let found = sources.flatMap { $0.matches(of: #/EngineTexts\.(\w+)/#).map { String($0.1) } }
        return Set(found)
    }()

    @Test func `every sentence is for something in the sources`() {
        let keys = ShippedTables.bundle("engine").keys
        let unused = keys.filter { key in
            if Self.members.contains(SwiftName.member(of: key) ?? "") { return false }
            let short = key.hasPrefix("message-") ? String(key.dropFirst(8)) : key
            if Self.words.contains(key[...]) || Self.words.contains(short[...]) { return false }
            guard let dot = key.firstIndex(of: ".") else { return true }
            // A diagnostic with a code may have a sentence for each.
            let code = key[key.index(after: dot)...]
            if key[..<dot] == "label" { return DiagnosticLabel(rawValue: String(code)) == nil }
            // Each check of string tables has a line in their list.
            if key[..<dot] == "check" { return !Self.words.contains(code) }
            return !(keys.contains(String(key[..<dot])) && Self.words.contains(code))
        }
        #expect(unused.isEmpty)
    }

    @Test(arguments: ["en", "da", "pl", "pt", "it"])
    func `a code has its own sentence`(language: String) {
        let words = EngineWords(locale: language)
        let arguments = [
            DiagnosticArgument("code", "reservedWord"), DiagnosticArgument("name", "for"),
        ]
        let general = words.text(for: "guard-syntax", arguments: [])
        let special = words.text(for: "guard-syntax", arguments: arguments)
        #expect(special != general && special?.contains("for") == true)
        #expect(words.text(for: "no-such-thing", arguments: []) == nil)
    }

    @Test func `a language it lacks comes in English`() {
        let text = EngineWords(locale: "fi").text(for: "empty-file", arguments: [])
        #expect(text == EngineWords().text(for: "empty-file", arguments: []))
    }

    @Test func `every mistake that the compiler can report is made by a test`() throws {
        let root = try #require(TestEnvironment.packageRoot())
        let file = root.appending(
            path: "Sources/PassoDefinition/PassoDefinitionDiagnostics.swift"
        )
        let text = try String(contentsOf: file, encoding: .utf8)
        let ids = Set(text.matches(of: #/id: "([a-z-]+)"/#).map { String($0.1) })
        // Notes stand beside mistakes; a chart that cannot be built is a mistake of ours; an error of
        // an evaluation is told by tools.
        let others: Set<String> = [
            "always-taken", "changed-here", "first-declared", "chart-problem", "more-mistakes",
            "guard-limit", "expression-error",
        ]
        let tested = Set(Broken.all.map(\.id)).union(others)
        #expect(ids.subtracting(tested).sorted().isEmpty)
    }

    @Test(arguments: EngineWords.locales)
    func `every error of an expression has a sentence of its own`(locale: String) throws {
        let words = EngineWords(locale: locale)
        let general = try #require(words.text(for: "expression-error", arguments: []))
        for code in CELErrorCode.allCases {
            let text = words.text(for: "expression-error", arguments: CELError(code).facts)
            #expect(text != general, "\(code)")
            #expect(text?.contains("{") == false, "\(code): \(text ?? "")")
        }
        let long = CELError(.noSuchKey, [CELArgument("key", String(repeating: "k", count: 1_000))])
        let text = words.text(for: "expression-error", arguments: long.facts)
        #expect((text?.count ?? 0) < 200)
    }
}
