import Foundation
import PassoTesting
import Testing

/// The command line's texts stand in the engine's tables, whose keys its code knows by type.
@Suite struct WordsTests {
    private static let sources: [(name: String, text: String)] = {
        let folder = Repository.root.appending(path: "Tools/passo")
        let names = FileManager.default.enumerator(atPath: folder.path)?.compactMap {
            $0 as? String
        }
        return (names ?? []).filter { $0.hasSuffix(".swift") }.sorted().compactMap { name in
            let text = try? String(contentsOf: folder.appending(path: name), encoding: .utf8)
            return text.map { (name, $0) }
        }
    }()

    /// The file that knows the parser's sentences, to say them in other words.
    private static let parserSentences = "Words/UsageMistake.swift"

    @Test func `no sentence stands in the sources of the command line`() {
        let files = Self.sources.filter { $0.name != Self.parserSentences }
        #expect(files.count > 30)
        let sentences = files.flatMap { file in
            Self.literals(of: file.text).filter { Self.isSentence($0) }
                .map { "\(file.name): \($0)" }
        }
        #expect(
            sentences.isEmpty,
            "write it in Localization/engine/*.arb, and Words.text(EngineTexts.…) here"
        )
    }

    @Test(arguments: [
        (#"print("no mistakes")"#, true), (#"print("\(count) files")"#, false),
        (#"print("a.yaml: nothing to do")"#, true), (#"text("file.not-text")"#, false),
        ("let text = \"\"\"\n  Try next:\n  \"\"\"", true), (#"// say "two words""#, false),
        (#"":let NAME = EXPRESSION""#, false),
        (#""map(K, V).f(k, list(T)) -> int""#, false),
    ])
    func `a sentence in code is recognized`(code: String, isSentence: Bool) {
        #expect(Self.literals(of: code).contains { Self.isSentence($0) } == isSentence)
    }

    /// What stands between quotation marks, on one line or on several.
    private static func literals(of source: String) -> [String] {
        let code = source.split(separator: "\n")
            .filter { !$0.drop { $0 == " " }.hasPrefix("//") }.joined(separator: "\n")
        let blocks = code.matches(of: #/"""\n((?s:.*?))"""/#).map { String($0.1) }
        let rest = code.replacing(#/"""\n(?s:.*?)"""/#, with: "")
        return blocks + rest.matches(of: #/"((?:[^"\\\n]|\\.)*)"/#).map { String($0.1) }
    }

    /// Two words of letters beside each other, outside of interpolations, of command lines and those
    /// of the prompt, and of the types of functions.
    private static func isSentence(_ text: String) -> Bool {
        let plain = withoutInterpolations(text)
        return plain.split(separator: "\n").contains { line in
            !line.contains("passo ") && !line.contains("Tools/run ") && !line.hasPrefix(":")
                && !line.contains(") -> ")
                && line.contains(#/\p{L}{2,}[,:;]? \p{L}{2,}/#)
        }
    }

    private static func withoutInterpolations(_ text: String) -> String {
        var pieces = text.split(separator: "\\(", omittingEmptySubsequences: false)
        let first = pieces.removeFirst()
        let rest = pieces.map { piece in
            var depth = 1
            return piece.drop { character in
                if depth == 0 { return false }
                if character == "(" { depth += 1 }
                if character == ")" { depth -= 1 }
                return true
            }
        }
        return ([first] + rest).joined(separator: "…")
    }
}
