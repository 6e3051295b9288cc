/// The words that each language uses for the terms of a product.
///
/// A file `glossary.tsv` beside the bundles, with tabs between its columns. The first line names
/// them: `bundle` (the bundles that a term is for, several with `|`, all where it is empty), the
/// template's language, each other language, and `note`. A cell holds the forms of the term, several
/// with `|`, the usual one first; a translation has to have one of them where the source has one of
/// its forms. A column `pl!` holds the words that are wrong for the term in that language.
///
/// A form is one or more words; `*` at the end or the beginning of a word stands for any letters, so
/// that an inflected language lists stems: `zgłoszeni*|zgłoszeń`. Capitals do not count.
///
/// ```
/// bundle  en                pl                      pl!
/// desk    request|requests  zgłoszeni*|zgłoszeń     żądani*|prośb*|wnios*
/// ```
public struct Glossary: Sendable {
    /// The terms in the order of the file.
    public let terms: [GlossaryTerm]
    /// By language and first word, the terms that begin with it.
    private let byFirstWord: [String: [String: [Int]]]
    /// By language, the terms with a form that begins with any letters or goes on with any.
    private let open: [String: [Int]]
    /// The terms without a word of any language, which only forbid.
    let general: [Int]

    /// Makes a glossary of terms.
    init(terms: [GlossaryTerm]) {
        var byFirstWord: [String: [String: [Int]]] = [:]
        var open: [String: [Int]] = [:]
        for (place, term) in terms.enumerated() {
            for (locale, forms) in term.forms {
                for first in forms.compactMap(\.parts.first) {
                    if first.isOpenStart || first.isOpenEnd {
                        open[locale, default: []].append(place)
                    } else {
                        byFirstWord[locale, default: [:]][first.text, default: []].append(place)
                    }
                }
            }
        }
        self.terms = terms
        self.byFirstWord = byFirstWord
        self.open = open
        general = terms.indices.filter { terms[$0].forms.isEmpty }
    }

    /// Makes a glossary without terms.
    public init() { self.init(terms: []) }

    /// The terms that a word of a language may begin.
    func candidates(for word: String, _ locale: String) -> [Int] {
        (byFirstWord[locale]?[word] ?? []) + (open[locale] ?? [])
    }
}

/// A term with its words in each language.
public struct GlossaryTerm: Sendable {
    /// The bundles it is for; empty for all.
    public let bundles: Set<String>
    /// The forms by language.
    let forms: [String: [TermForm]]
    /// The wrong words by language.
    let forbidden: [String: [TermForm]]
    /// What the file says about the term to people.
    var note: String?

    /// The usual form in a language, as the file has it; nil where there is none.
    public func usual(in locale: String) -> String? { forms[locale]?.first?.text }
}

/// One form of a term: words, each with or without open ends.
struct TermForm: Sendable {
    struct Part: Sendable {
        let text: String
        let isOpenStart: Bool
        let isOpenEnd: Bool

        init?(_ written: Substring) {
            var text = written
            isOpenStart = text.hasPrefix("*")
            if isOpenStart { text.removeFirst() }
            isOpenEnd = text.hasSuffix("*")
            if isOpenEnd { text.removeLast() }
            guard !text.isEmpty else { return nil }
            self.text = text.lowercased()
        }

        func matches(_ word: String) -> Bool {
            switch (isOpenStart, isOpenEnd) {
            case (false, false): word == text
            case (false, true): word.hasPrefix(text)
            case (true, false): word.hasSuffix(text)
            case (true, true): word.contains(text)
            }
        }
    }

    /// The form as the file has it, without the stars.
    let text: String
    /// The form as the file has it.
    let written: String
    let parts: [Part]

    /// Whether it is a whole word, or several, with no open end.
    var isWhole: Bool { !parts.contains { $0.isOpenStart || $0.isOpenEnd } }

    init?(_ written: some StringProtocol) {
        parts = written.split(separator: " ").compactMap { Part(Substring($0)) }
        self.written = String(written)
        text = parts.map(\.text).joined(separator: " ")
        guard !parts.isEmpty else { return nil }
    }

    /// Whether the form stands at a place of a text's words.
    func stands(in words: [Word], at index: Int) -> Bool {
        guard index + parts.count <= words.count else { return false }
        for (step, part) in parts.enumerated() {
            let word = words[index + step]
            if step > 0 && word.isCutOff || !part.matches(word.folded) { return false }
        }
        return true
    }

    /// The places where the form stands in a text.
    func places(in words: [Word]) -> [Range<Int>] {
        words.indices.compactMap { stands(in: words, at: $0) ? $0..<$0 + parts.count : nil }
    }
}
