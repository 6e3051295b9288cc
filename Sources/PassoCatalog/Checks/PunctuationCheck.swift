internal import PassoDiagnostics
internal import PassoMessages

extension CatalogCheck {
    /// Another mark at the end of the text than the source has there.
    ///
    /// Marks are compared by what they say: `。` and `।` are full stops, `؟` is a question mark.
    /// Languages that write none (Thai, Lao, Khmer, Burmese) are not asked. A text that ends with
    /// another message ends as that message does.
    static let punctuation = CatalogCheck(
        "string-punctuation",
        .warning,
        .translation(findPunctuation)
    )

    private static func findPunctuation(_ message: CheckedMessage) -> [CheckFinding] {
        let language = message.language.language
        guard !["th", "lo", "km", "my"].contains(language) else { return [] }
        let expected = message.source.readings.map { $0.ending(in: "", message.facts).mark }
        guard let first = expected.first, !expected.contains(.open) else { return [] }
        return message.unique(
            message.target.readings.compactMap { reading in
                let own = reading.ending(in: language, message.facts)
                guard own.mark != .open, !expected.contains(own.mark), !reading.isBlank else {
                    return nil
                }
                let wanted = first.text(in: language)
                return message.finding(
                    punctuation,
                    at: own.range,
                    [
                        .init("expected", first.text(in: language) ?? first.rawValue),
                        .init("found", own.mark.text(in: language) ?? own.mark.rawValue),
                        .init(
                            "problem",
                            first == .none ? "extra" : own.mark == .none ? "missing" : "other"
                        ),
                    ],
                    fixIts: wanted.map { message.replacement(own.range, with: $0) } ?? [],
                    isSafe: first != .none
                )
            }
        )
    }
}

/// The marks that texts end with, by what they say.
private enum EndMark: String {
    case stop = "."
    case question = "?"
    case exclamation = "!"
    case ellipsis = "…"
    case colon = ":"
    case semicolon = ";"
    case comma = ","
    case none = ""
    /// The end is another message, whose own end it is.
    case open = "{}"

    init?(_ letter: Unicode.Scalar, in language: String) {
        switch letter {
        case ";" where language == "el": self = .question
        case ".", "。", "｡", "।", "۔", "։", "።": self = .stop
        case "?", "？", "؟", "\u{37E}": self = .question
        case "!", "！": self = .exclamation
        case "…": self = .ellipsis
        case ":", "：": self = .colon
        case ";", "；", "؛": self = .semicolon
        case ",", "，", "、", "،": self = .comma
        default: return nil
        }
    }

    /// The mark as the language writes it; nil where a space may belong to it.
    func text(in language: String) -> String? {
        switch (self, language) {
        case (.open, _): nil
        case (.colon, "fr"), (.semicolon, "fr"), (.question, "fr"), (.exclamation, "fr"): nil
        case (.stop, "ja"), (.stop, "zh"), (.stop, "yue"): "。"
        case (.question, "ja"), (.question, "zh"), (.question, "yue"): "？"
        case (.exclamation, "ja"), (.exclamation, "zh"), (.exclamation, "yue"): "！"
        case (.colon, "ja"), (.colon, "zh"), (.colon, "yue"): "："
        case (.stop, "hi"), (.stop, "bn"), (.stop, "mr"), (.stop, "ne"): "।"
        case (.stop, "ur"): "۔"
        case (.stop, "hy"): "։"
        case (.stop, "am"), (.stop, "ti"): "።"
        case (.question, "ar"), (.question, "fa"), (.question, "ur"): "؟"
        case (.comma, "ar"), (.comma, "fa"), (.comma, "ur"): "،"
        case (.semicolon, "ar"), (.semicolon, "fa"), (.semicolon, "ur"): "؛"
        case (.question, "el"): ";"
        default: rawValue
        }
    }
}

extension Reading {
    /// The mark at the end, before closing quotation marks and brackets, and where it stands or
    /// would stand.
    fileprivate func ending(
        in language: String,
        _ facts: [String: PlaceholderFacts]
    ) -> (mark: EndMark, range: Range<Int>) {
        let end = trailingSpace.lowerBound
        var index = end
        while index > 0 {
            index -= 1
            let unit = units[index]
            if let argument = unit.argument {
                let isMessage = facts[argument.variable]?.kind == .message && index + 1 == end
                return (isMessage ? .open : .none, place(of: end..<end))
            }
            guard let letter = unit.letter else { break }
            if let mark = EndMark(letter, in: language) {
                let dots = units[..<index].suffix(2)
                if mark == .stop, dots.count == 2, dots.allSatisfy({ $0.letter == "." }) {
                    return (.ellipsis, place(of: index - 2..<index + 1))
                }
                if mark == .stop, isOrdinal(at: index - 1) { return (.none, place(of: end..<end)) }
                return (mark, unit.range)
            }
            if !letter.closes { break }
        }
        let after = end > 0 ? units[end - 1].range.upperBound : 0
        return (.none, after..<after)
    }

    /// Whether a unit is the number of a choice by ordinals: a full stop behind it is part of it.
    private func isOrdinal(at index: Int) -> Bool {
        guard units.indices.contains(index), let argument = units[index].argument else {
            return false
        }
        return branches.contains {
            $0.selection.isOrdinal && $0.selection.variable == argument.variable
        }
    }
}

extension Unicode.Scalar {
    /// Whether it may stand behind the mark that ends a sentence.
    fileprivate var closes: Bool {
        switch self {
        case "\"", "'", "”", "“", "’", "»", "«", "›", ")", "]", "）", "」", "』", "*", "`": true
        default: false
        }
    }
}
