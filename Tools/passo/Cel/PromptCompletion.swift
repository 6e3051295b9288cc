import Foundation
import PassoCEL

/// What may stand where a word of the prompt is half typed.
struct PromptCompletion {
    /// The part of the line that a candidate takes the place of, from its end.
    let word: String
    /// What could stand there, sorted.
    let candidates: [String]

    /// Looks at a line up to the cursor.
    init(_ line: String, in bindings: Bindings) {
        let known = FunctionList(bindings.declared).names + bindings.declared.constantNames
        self.init(line, names: bindings.names + known) { Self.members(of: $0, in: bindings) }
    }

    /// Looks at a line up to the cursor.
    ///
    /// - Parameters:
    ///   - line: the line.
    ///   - names: all that may be named.
    ///   - members: the members of what is named before the last point of a word, as whole names.
    init(_ line: String, names: [String], members: (String) -> [String]) {
        if line.hasPrefix(":"), !line.contains(" ") {
            word = line
            candidates = PromptWord.allCases.map { ":" + $0.rawValue }
                .filter { $0.hasPrefix(line) }.sorted()
            return
        }
        let word = String(line.reversed().prefix(while: Self.isPartOfName).reversed())
        self.word = word
        guard !word.isEmpty else {
            candidates = []
            return
        }
        let all = names + members(word)
        candidates = Set(all.filter { $0.hasPrefix(word) && $0 != word }).sorted()
    }

    private static func isPartOfName(_ character: Character) -> Bool {
        character.isLetter || character.isNumber || character == "_" || character == "."
    }

    /// The names of the members that a map has which is named before the last point.
    private static func members(of word: String, in bindings: Bindings) -> [String] {
        let parts = word.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard parts.count > 1, var value = bindings[parts[0]] else { return [] }
        for part in parts.dropFirst().dropLast() {
            guard let member = value.mapValue?[CELValue(part)] else { return [] }
            value = member
        }
        let path = parts.dropLast().joined(separator: ".")
        let names = value.mapValue?.keys.compactMap(\.stringValue) ?? []
        return names.filter { $0.allSatisfy { isPartOfName($0) && $0 != "." } }
            .map { "\(path).\($0)" }
    }

    /// What all candidates begin with; the word itself when there are none.
    var common: String {
        guard var common = candidates.first else { return word }
        for candidate in candidates.dropFirst() { common = common.commonPrefix(with: candidate) }
        return common
    }
}
