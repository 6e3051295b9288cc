internal import PassoDiagnostics
internal import PassoMessages

extension CatalogCheck {
    /// A term of the glossary that the source has and the translation puts in other words.
    static let terms = CatalogCheck("string-term", .warning, .translation(findTerms))

    private static func findTerms(_ message: CheckedMessage) -> [CheckFinding] {
        let found = message.glossaryTerms
        guard !found.isEmpty else { return [] }
        let words = message.target.readings.map { Words.all(in: $0) }
        return found.compactMap { term, text in
            guard let forms = message.language.pick(term.forms), let usual = forms.first,
                !forms.contains(where: { form in words.contains { !form.places(in: $0).isEmpty } })
            else { return nil }
            return message.finding(
                terms,
                [.init("term", text), .init("expected", usual.text)]
            )
        }
    }

    /// A word that the glossary forbids for a term of the source.
    static let forbiddenTerms = CatalogCheck(
        "string-forbidden-term",
        .warning,
        .translation(findForbiddenTerms)
    )

    private static func findForbiddenTerms(_ message: CheckedMessage) -> [CheckFinding] {
        let found = message.glossaryTerms
        let always = message.desk.glossary.alwaysForbidden(in: message.desk.catalog.name)
        let terms = found.map(\.term) + always
        guard !terms.isEmpty else { return [] }
        let allowed = found.flatMap { message.language.pick($0.term.forms) ?? [] }
        return message.unique(
            message.target.readings.flatMap { reading -> [CheckFinding] in
                let words = Words.all(in: reading)
                let kept = Set(allowed.flatMap { $0.places(in: words).flatMap { Array($0) } })
                return terms.flatMap { term -> [CheckFinding] in
                    let forms = message.language.pick(term.forbidden) ?? []
                    let places = forms.flatMap { $0.places(in: words) }
                    let usual = message.language.pick(term.forms)?.first?.text ?? ""
                    return places.filter { kept.isDisjoint(with: $0) }.map { place in
                        let last = words[place.upperBound - 1]
                        let range = words[place.lowerBound].range.lowerBound..<last.range.upperBound
                        let text = words[place].map(\.text).joined(separator: " ")
                        return message.finding(
                            forbiddenTerms,
                            at: range,
                            [.init("text", text), .init("expected", usual)]
                        )
                    }
                }
            }
        )
    }
}

extension CheckedMessage {
    /// The terms of the glossary in the source, each with the words that it stands there in.
    fileprivate var glossaryTerms: [(term: GlossaryTerm, text: String)] {
        let template = desk.catalog.template.locale
        return desk.glossary.terms(in: source.readings, of: desk.catalog.name, template)
    }
}

extension Glossary {
    /// The terms that stand in the readings of a source; of terms that overlap the longest.
    func terms(
        in readings: [Reading],
        of bundle: String,
        _ locale: String
    ) -> [(term: GlossaryTerm, text: String)] {
        guard !terms.isEmpty else { return [] }
        var found: [Int: String] = [:]
        for reading in readings {
            let words = Words.all(in: reading)
            var index = 0
            while index < words.count {
                guard let best = longest(in: words, at: index, bundle, locale) else {
                    index += 1
                    continue
                }
                let end = index + best.length
                if found[best.term] == nil {
                    found[best.term] = words[index..<end].map(\.text).joined(separator: " ")
                }
                index = end
            }
        }
        return found.sorted { $0.key < $1.key }.map { (terms[$0.key], $0.value) }
    }

    private func longest(
        in words: [Word],
        at index: Int,
        _ bundle: String,
        _ locale: String
    ) -> (term: Int, length: Int)? {
        var best: (term: Int, length: Int)?
        for place in candidates(for: words[index].folded, locale) {
            let term = terms[place]
            guard term.bundles.isEmpty || term.bundles.contains(bundle) else { continue }
            for form in term.forms[locale] ?? [] where form.stands(in: words, at: index) {
                if form.parts.count > best?.length ?? 0 { best = (place, form.parts.count) }
            }
        }
        return best
    }

    /// Terms whose wrong words are wrong everywhere, because they have no word in the source.
    fileprivate func alwaysForbidden(in bundle: String) -> [GlossaryTerm] {
        general.map { terms[$0] }.filter { $0.bundles.isEmpty || $0.bundles.contains(bundle) }
    }

    /// Whether a text that is equal in both languages is so because its terms are.
    func explains(
        _ readings: [Reading],
        as language: CheckLanguage,
        of bundle: String,
        _ template: String
    ) -> Bool {
        let found = terms(in: readings, of: bundle, template).map(\.term)
        guard !found.isEmpty else { return false }
        let forms = found.flatMap { language.pick($0.forms) ?? [] }
        return readings.allSatisfy { reading in
            let words = Words.all(in: reading)
            let covered = Set(forms.flatMap { $0.places(in: words).flatMap { Array($0) } })
            return words.indices.allSatisfy { covered.contains($0) || !words[$0].isSpoken }
        }
    }
}
