internal import PassoICU
internal import PassoMessages

extension ExchangeUnit {
    /// The most code points that a right translation can have as it is written in a file; nil without
    /// a limit.
    ///
    /// The limit itself counts the characters of the *formatted* text, and tools count the code points
    /// of what they see: braces, names and all branches. A tool that took the one for the other would
    /// refuse right translations, so this is an upper bound for them. A message without syntax, in
    /// a script whose characters are single code points, has its limit. Any other has room for
    /// every branch that the language needs, each as long as the limit, and for the syntax between
    /// them. It is never less than what the two texts have already.
    ///
    /// - Parameter locale: the language of the translation.
    /// - Returns: the bound.
    func mostCodePoints(in locale: String) -> Int? {
        guard let maximumLength else { return nil }
        let limit = min(max(maximumLength, 0), Self.greatestLimit) * Self.width(in: locale)
        let pattern = Message.parse(source).0.pattern
        let isPlain = pattern.elements.allSatisfy { element in
            if case .text(let text) = element { text == source } else { false }
        }
        let room = isPlain ? limit : SyntaxRoom(pattern, locale: locale).codePoints(for: limit)
        let present = max(source.unicodeScalars.count, target?.unicodeScalars.count ?? 0)
        return max(room, present)
    }

    /// No text of a screen is longer; what is beyond is no limit.
    private static let greatestLimit = 1_000_000

    /// The code points that one character may well take in the script of a language, composed (NFC).
    private static func width(in locale: String) -> Int {
        // A language that ICU does not know is taken for one of the wide ones.
        let parts = (try? LocaleData.likely(locale))?.split(separator: "-") ?? []
        return parts.contains(where: { singleScripts.contains($0) }) ? 1 : wideScript
    }

    private static let wideScript = 4
    private static let singleScripts: Set<Substring> = [
        "Latn", "Cyrl", "Grek", "Armn", "Geor", "Hans", "Hant", "Jpan", "Kore", "Ethi",
    ]
}

/// What the syntax of a message takes beside the words.
private struct SyntaxRoom {
    /// The branches that a translation may have.
    private var branches = 1
    /// The code points of the placeholders in any of them.
    private var placeholders = 0
    private let rules: PluralRules?

    /// Around a selection or a placeholder: a keyword, a style, braces.
    private static let syntax = 16
    /// Branches for exact numbers that the source does not have.
    private static let exactBranches = 2

    init(_ pattern: MessagePattern, locale: String) {
        // A locale that ICU cannot read has the categories that the source has.
        rules = try? PluralRules.shared(for: locale)
        add(pattern)
    }

    func codePoints(for limit: Int) -> Int { branches * (limit + placeholders + Self.syntax) }

    private mutating func add(_ pattern: MessagePattern) {
        for element in pattern.elements {
            switch element {
            case .text: break
            case .placeholder(let placeholder):
                placeholders += placeholder.range.count + Self.syntax
            case .selection(let selection):
                let needed = max(selection.variants.count, categories(of: selection.function))
                branches += needed + Self.exactBranches
                placeholders += selection.variable.unicodeScalars.count + Self.syntax
                for variant in selection.variants { add(variant.pattern) }
            }
        }
    }

    private func categories(of function: MessageSelection.Function) -> Int {
        switch function {
        case .plural: rules?.cardinalCategories.count ?? 0
        case .ordinal: rules?.ordinalCategories.count ?? 0
        case .select: 0
        }
    }
}
