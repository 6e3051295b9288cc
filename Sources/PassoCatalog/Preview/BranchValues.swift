internal import PassoMessages

/// A value that leads to a branch.
struct BranchValue {
    let argument: MessageArgument
    /// The value as its label has it, in plain digits.
    let shown: String
    /// Whether the template's facts exclude it: a fraction of a whole number, a number out of range.
    var isUnexpected = false
}

/// Finds for a variable that chooses branches a value for each of them, and for each category of
/// the language.
struct BranchValues {
    let language: CheckLanguage
    let facts: PlaceholderFacts?
    /// The choices by this variable.
    let selections: [MessageSelection]

    var all: [BranchValue] {
        guard selections.contains(where: \.isNumeric) else { return words }
        return numbers
    }

    /// Each word that a `select` names, and one that it does not.
    private var words: [BranchValue] {
        var words: [String] = []
        for case .word(let word) in selections.flatMap(\.variants).map(\.key)
        where !words.contains(word) {
            words.append(word)
        }
        let others = ([facts?.example].compactMap(\.self) + (facts?.values ?? []) + ["other"])
        let other = others.first { !words.contains($0) }
        return (words + [other].compactMap(\.self)).map {
            BranchValue(argument: .string($0), shown: $0)
        }
    }

    private var numbers: [BranchValue] {
        let numeric = selections.filter(\.isNumeric)
        let pool = pool(numeric)
        var chosen: [BranchNumber] = []
        for selection in numeric {
            for outcome in outcomes(of: selection) {
                let leads = { (number: BranchNumber) in
                    self.outcome(of: number, in: selection) == outcome
                }
                if chosen.contains(where: leads) { continue }
                // A number that cannot be is shown for the sake of its branch only.
                let hasBranch = selection.variants.contains { $0.label == outcome }
                let number = pool.first { leads($0) && (hasBranch || isExpected($0)) }
                if let number { chosen.append(number) }
            }
        }
        return chosen.sorted { $0.value < $1.value }.map { number in
            BranchValue(
                argument: number.argument,
                shown: number.shown,
                isUnexpected: !isExpected(number)
            )
        }
    }

    /// Numbers to choose from, the more telling ones first: the example, then small ones.
    private func pool(_ selections: [MessageSelection]) -> [BranchNumber] {
        let lower = facts?.minimum ?? 0
        let upper = max(lower, facts?.maximum ?? 1_000_000_000_000)
        let wholes = language.cardinals.samples(in: lower...upper).map(\.number)
        let exact = selections.flatMap(\.variants).compactMap { variant -> Double? in
            if case .exactly(let number) = variant.key { number } else { nil }
        }
        let sorted = wholes.sorted()
        let example = facts?.example.flatMap { Int64($0) }.flatMap {
            (lower...upper).contains($0) ? $0 : nil
        }
        let expected =
            [example].compactMap(\.self) + sorted.filter { $0 > 0 } + sorted.filter { $0 <= 0 }
        let fractions = NumberCategories.fractions.sorted { abs($0 - 1.5) < abs($1 - 1.5) }
        let beyond = language.cardinals.samples(in: 0...1_000_000_000_000).map(\.number)
        return expected.map { BranchNumber.whole($0) }
            + exact.map { BranchNumber($0) }
            + fractions.map { BranchNumber.fraction($0) }
            + beyond.map { BranchNumber.whole($0) }
    }

    /// Whether the template's facts allow the number.
    private func isExpected(_ number: BranchNumber) -> Bool {
        guard let facts else { return true }
        if case .fraction = number, facts.kind == .integer { return false }
        return Double(facts.minimum ?? .min) <= number.value
            && number.value <= Double(facts.maximum ?? .max)
    }

    /// What a choice can come to: its exact numbers, then the categories of the language.
    private func outcomes(of selection: MessageSelection) -> [String] {
        let exact = selection.variants.map(\.label).filter { $0.hasPrefix("=") }
        let categories = selection.isOrdinal ? language.ordinals : language.cardinals
        return exact
            + ["zero", "one", "two", "few", "many", "other"].filter(categories.all.contains)
    }

    /// What a number comes to: `=0`, or a category.
    private func outcome(of number: BranchNumber, in selection: MessageSelection) -> String {
        for variant in selection.variants where variant.key == .exactly(number.value) {
            return variant.label
        }
        let categories = selection.isOrdinal ? language.ordinals : language.cardinals
        if case .whole(let whole) = number, let offset = Int64(exactly: selection.offset) {
            let (rest, overflows) = whole.subtractingReportingOverflow(offset)
            if !overflows { return categories.category(of: rest) }
        }
        return categories.category(of: number.value - selection.offset)
    }

    /// The branch that a value leads to, and what it comes to by the rules of the language.
    func branch(
        of argument: MessageArgument,
        in selection: MessageSelection
    ) -> (variant: MessageVariant?, outcome: String) {
        let outcome: String
        switch argument {
        case .int(let number): outcome = self.outcome(of: .whole(number), in: selection)
        case .double(let number): outcome = self.outcome(of: .fraction(number), in: selection)
        case .string(let word): outcome = word
        default: outcome = "other"
        }
        let variant = selection.variants.first { $0.label == outcome }
        return (variant ?? selection.variants.first { $0.key == .other }, outcome)
    }
}

/// A number of either kind.
private enum BranchNumber {
    case whole(Int64)
    case fraction(Double)

    /// Takes a number as a whole one where it is.
    init(_ number: Double) {
        self = Int64(exactly: number).map { .whole($0) } ?? .fraction(number)
    }

    var value: Double {
        switch self {
        case .whole(let number): Double(number)
        case .fraction(let number): number
        }
    }

    var argument: MessageArgument {
        switch self {
        case .whole(let number): .int(number)
        case .fraction(let number): .double(number)
        }
    }

    var shown: String {
        switch self {
        case .whole(let number): "\(number)"
        case .fraction(let number): "\(number)"
        }
    }
}

extension MessageVariant {
    /// The key as the pattern has it: `=0`, `one`, `other`.
    var label: String {
        guard case .exactly(let number) = key else { return word ?? "" }
        return "=" + (Int64(exactly: number).map { "\($0)" } ?? "\(number)")
    }
}
