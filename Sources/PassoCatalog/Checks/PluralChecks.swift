internal import PassoDiagnostics
internal import PassoMessages

extension CatalogCheck {
    /// A plural category that the language needs for a number that the argument can be.
    ///
    /// Categories come from ICU's rules, cardinal or ordinal, over the declared range
    /// (`x-minimum`, `x-maximum`); without one over 0 to 999,999, so that the `many` of exact
    /// millions is asked for only where a range reaches them. Numbers with a branch of their own
    /// (`=0`) need no category.
    static let missingPlurals = CatalogCheck(
        "string-plural-missing",
        .error,
        .message(findMissingPlurals)
    )

    private static func findMissingPlurals(_ message: CheckedMessage) -> [CheckFinding] {
        message.target.selections.filter(\.isNumeric).flatMap { selection -> [CheckFinding] in
            let present = Set(selection.variants.compactMap(\.word))
            let needed = message.neededCategories(of: selection)
            return needed.filter { !present.contains($0.category) }.map { need in
                message.finding(
                    missingPlurals,
                    at: selection.range
                        .lowerBound..<(selection.variants.first?.range.lowerBound
                        ?? selection.range.upperBound),
                    [
                        .init("argument", selection.variable), .init("category", need.category),
                        .init("number", need.example),
                    ],
                    fixIts: message.skeleton(need.category, of: selection)
                )
            }
        }
    }

    /// A plural category that the language does not have, so that its branch is never reached.
    static let surplusPlurals = CatalogCheck(
        "string-plural-extra",
        .warning,
        .message(findSurplusPlurals)
    )

    private static func findSurplusPlurals(_ message: CheckedMessage) -> [CheckFinding] {
        message.target.selections.filter(\.isNumeric).flatMap { selection -> [CheckFinding] in
            let categories = message.categories(of: selection)
            let isZeroTaken = selection.variants.contains { $0.key == .exactly(0) }
            return selection.variants.compactMap { variant in
                guard case .word(let word) = variant.key, !categories.all.contains(word) else {
                    return nil
                }
                let canBeZero = word == "zero" && !isZeroTaken
                return message.finding(
                    surplusPlurals,
                    at: variant.range,
                    [.init("category", word)],
                    fixIts: canBeZero ? message.replacement(variant.range, with: "=0") : []
                )
            }
        }
    }

    /// A branch for several numbers that does not say which, where other branches do.
    ///
    /// The trap is a category that is one number in the source's language and several in this one:
    /// `one` is 1 in English, 0 and 1 in Portuguese.
    static let pluralNumbers = CatalogCheck(
        "string-plural-number",
        .warning,
        .message(findPluralNumbers)
    )

    private static func findPluralNumbers(_ message: CheckedMessage) -> [CheckFinding] {
        message.target.selections.filter(\.isNumeric).flatMap { selection -> [CheckFinding] in
            let saying = selection.variants.filter { $0.pattern.shows(selection.variable) }
            guard !saying.isEmpty, saying.count < selection.variants.count else { return [] }
            let numbers = message.numbers(of: selection)
            return selection.variants.compactMap { variant in
                guard let word = variant.word, !variant.pattern.shows(selection.variable) else {
                    return nil
                }
                let own = numbers.filter { $0.category == word }.map(\.number)
                guard own.count > 1 else { return nil }
                return message.finding(
                    pluralNumbers,
                    at: variant.range,
                    [
                        .init("category", word),
                        .init("numbers", own.sorted().prefix(3).map { String($0) }),
                    ]
                )
            }
        }
    }
}

extension CheckedMessage {
    fileprivate func categories(of selection: MessageSelection) -> NumberCategories {
        selection.isOrdinal ? language.ordinals : language.cardinals
    }

    /// The numbers that an argument can be, as far as the template says.
    func range(of name: String) -> ClosedRange<Int64> {
        let facts = facts[name]
        let lower = facts?.minimum ?? 0
        return lower...max(lower, facts?.maximum ?? max(999_999, lower))
    }

    /// Numbers that no exact branch takes, with their categories.
    fileprivate func numbers(
        of selection: MessageSelection
    ) -> [(number: Int64, category: String)] {
        let exact = Set(
            selection.variants.compactMap { variant -> Int64? in
                guard case .exactly(let number) = variant.key else { return nil }
                return Int64(exactly: number)
            }
        )
        let categories = categories(of: selection)
        let samples = categories.samples(in: range(of: selection.variable))
        guard selection.offset != 0, let offset = Int64(exactly: selection.offset) else {
            return samples.filter { !exact.contains($0.number) }
        }
        return samples.filter { !exact.contains($0.number) }.map {
            ($0.number, categories.category(of: $0.number - offset))
        }
    }

    /// The categories that are needed, in CLDR's order, each with a number that needs it.
    fileprivate func neededCategories(
        of selection: MessageSelection
    ) -> [(category: String, example: String)] {
        var examples: [String: String] = [:]
        for (number, category) in numbers(of: selection) where examples[category] == nil {
            examples[category] = String(number)
        }
        if facts[selection.variable]?.isFractional == true {
            for category in categories(of: selection).ofFractions where examples[category] == nil {
                examples[category] = "0.5"
            }
        }
        return ["zero", "one", "two", "few", "many"].compactMap { category in
            examples[category].map { (category, $0) }
        }
    }

    /// The missing branch with the text of `other`, to be put into words by a person.
    fileprivate func skeleton(_ category: String, of selection: MessageSelection) -> [FixIt] {
        guard let last = selection.variants.last(where: { $0.key == .other }),
            let end = target.entry.pattern.utf8.index(
                target.entry.pattern.startIndex,
                offsetBy: selection.range.upperBound - 1,
                limitedBy: target.entry.pattern.endIndex
            ),
            selection.variants.last == last
        else { return [] }
        let start = target.entry.pattern.utf8.index(
            target.entry.pattern.startIndex,
            offsetBy: last.range.upperBound
        )
        let text = target.entry.pattern[start..<end]
        let place = last.range.lowerBound..<last.range.lowerBound
        return replacement(place, with: "\(category)\(text) ")
    }
}

extension MessagePattern {
    /// Whether a branch writes a variable.
    func shows(_ variable: String) -> Bool {
        elements.contains { element in
            switch element {
            case .text: false
            case .placeholder(let expression): expression.variable == variable
            case .selection(let selection):
                selection.variants.contains { $0.pattern.shows(variable) }
            }
        }
    }
}
