internal import PassoDiagnostics
internal import PassoMessages

extension CatalogCheck {
    /// A preposition right before a value that always comes in its base form.
    ///
    /// A placeholder with `"x-case": "nominative"` in the template is put into sentences as it is.
    /// Behind a preposition a language with cases would inflect it (“dla Maria”, not “dla Marii”);
    /// Italian, Portuguese, Spanish and French would join the preposition with the article of a
    /// label (“di la richiesta”, not “della richiesta”). Found is a preposition of the language with
    /// nothing but a space behind it; quotation marks or a noun between them (“dla klienta {name}”)
    /// are the way out.
    static let trappedNames = CatalogCheck(
        "string-case-trap",
        .warning,
        .translation(findTrappedNames)
    )

    private static func findTrappedNames(_ message: CheckedMessage) -> [CheckFinding] {
        let marked = message.facts.values.filter(\.isNominative)
        guard !marked.isEmpty, let trap = message.language.pick(CaseTrap.all) else { return [] }
        let names = Set(
            marked.filter { !trap.isForLabels || $0.kind == .label || $0.kind == .message }
                .map(\.name)
        )
        guard !names.isEmpty else { return [] }
        return message.unique(
            message.target.readings.flatMap { reading in
                reading.units.indices.compactMap { index in
                    guard let argument = reading.units[index].argument,
                        names.contains(argument.variable),
                        let word = wordBefore(index, in: reading.units),
                        trap.prepositions.contains(word.text.lowercased())
                    else { return nil }
                    return message.finding(
                        trappedNames,
                        at: word.start..<argument.range.upperBound,
                        [.init("word", word.text), .init("argument", argument.variable)]
                    )
                }
            }
        )
    }

    /// The word that nothing but white space separates from a unit.
    private static func wordBefore(
        _ index: Int,
        in units: [ReadingUnit]
    ) -> (text: String, start: Int)? {
        var end = index
        while end > 0, units[end - 1].isSpace { end -= 1 }
        var start = end
        while start > 0, units[start - 1].letter?.isWordPart == true { start -= 1 }
        guard start < end, end < index else { return nil }
        return (Reading(units: Array(units[start..<end])).text, units[start].range.lowerBound)
    }
}

/// The prepositions of a language that change the word behind them.
private struct CaseTrap {
    let prepositions: Set<String>
    /// Whether they only join an article, which names of people do not have.
    var isForLabels = false

    static let all: [String: CaseTrap] = [
        "be": CaseTrap(prepositions: [
            "без", "для", "да", "з", "са", "за", "на", "над", "пад", "перад", "па", "праз", "пры",
            "пра", "у", "ў", "каля", "ад", "к",
        ]),
        "cs": CaseTrap(prepositions: [
            "bez", "do", "k", "ke", "ku", "kvůli", "mezi", "na", "nad", "o", "od", "ode", "po",
            "pod", "podle", "pro", "proti", "před", "přes", "při", "s", "se", "u", "v", "ve", "z",
            "za", "ze",
        ]),
        "es": CaseTrap(prepositions: ["a", "de"], isForLabels: true),
        "fr": CaseTrap(prepositions: ["de", "à"], isForLabels: true),
        "it": CaseTrap(prepositions: ["a", "da", "di", "in", "su"], isForLabels: true),
        "pl": CaseTrap(prepositions: [
            "bez", "dla", "do", "dzięki", "ku", "między", "na", "nad", "o", "od", "ode", "oprócz",
            "po", "pod", "poza", "przeciw", "przed", "przez", "przy", "spod", "u", "w", "wbrew",
            "we", "według", "wobec", "wśród", "z", "za", "ze", "znad",
        ]),
        "pt": CaseTrap(prepositions: ["a", "de", "em", "por"], isForLabels: true),
        "ru": CaseTrap(prepositions: [
            "без", "в", "во", "для", "до", "за", "из", "к", "ко", "между", "на", "над", "о", "об",
            "обо", "от", "по", "под", "перед", "при", "про", "против", "с", "со", "у", "через",
        ]),
        "sk": CaseTrap(prepositions: [
            "bez", "cez", "do", "k", "ku", "kvôli", "medzi", "na", "nad", "o", "od", "po", "pod",
            "podľa", "pre", "pred", "pri", "proti", "s", "so", "u", "v", "vo", "z", "za", "zo",
        ]),
        "uk": CaseTrap(prepositions: [
            "без", "в", "для", "до", "з", "за", "зі", "із", "на", "над", "під", "перед", "по",
            "при",
            "про", "проти", "у", "через", "біля", "від", "між",
        ]),
    ]
}
