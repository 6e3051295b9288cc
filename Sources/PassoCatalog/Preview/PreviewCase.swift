internal import PassoMessages

/// A message as it shows with certain values.
struct PreviewCase {
    /// A variable that chooses a branch, with the value that chooses it here.
    struct Choice: Equatable {
        let name: String
        /// The value in plain digits; empty where no value leads to the branch.
        let value: String
        /// The branch: `=0`, `few`, a word; with the category before it where that has none.
        let branch: String
        let isUnexpected: Bool
    }

    /// A stretch of the text.
    struct Part: Equatable {
        let text: String
        /// The argument that it is the value of; nil for the message's own words.
        let argument: String?
    }

    let choices: [Choice]
    let parts: [Part]
    /// Whether any value leads here.
    var isReached = true

    var text: String { parts.map(\.text).joined() }
}

/// Makes the cases of one message in one language: each branch of each choice is in one of them.
struct PreviewCases {
    let desk: CheckDesk
    let language: CheckLanguage
    let reader: BundleReader
    let facts: [String: PlaceholderFacts]
    let wording: Wording

    /// The cases: one for a message that chooses nothing.
    ///
    /// Of several choices in a row the first case has the first value of each, and so on. Only where
    /// choices stand in branches of others are values combined.
    func all() -> [PreviewCase] {
        let selections = wording.selections
        let variables = unique(selections.map(\.variable))
        let choosers = variables.map { name in
            BranchValues(
                language: language,
                facts: facts[name],
                selections: selections.filter { $0.variable == name }
            )
        }
        let values = choosers.map(\.all)
        let examples = ExampleArguments(desk: desk)
        let fixed = wording.parameters.filter { !variables.contains($0.name) }.map { parameter in
            MessageNamedArgument(
                parameter.name,
                examples.value(of: parameter, facts[parameter.name])
            )
        }
        var reached: Set<Int> = []
        var cases = rows(values.map(\.count)).map { row -> PreviewCase in
            let chosen = zip(values, row).map { $0[$1] }
            let named = zip(variables, chosen).map { MessageNamedArgument($0, $1.argument) }
            let choices = zip(variables.indices, chosen).map { place, value in
                choice(variables[place], value, choosers[place], &reached)
            }
            return PreviewCase(choices: choices, parts: parts(fixed + named))
        }
        cases += unreached(reached)
        return Array(cases.prefix(desk.limits.maximumReadings))
    }

    private func unique(_ names: [String]) -> [String] {
        var seen: Set<String> = []
        return names.filter { seen.insert($0).inserted }
    }

    /// Which value of each variable each case has.
    private func rows(_ counts: [Int]) -> [[Int]] {
        guard counts.allSatisfy({ $0 > 0 }) else { return [] }
        let limit = desk.limits.maximumReadings
        let isNested = wording.entry.problems.contains { $0.id == .nestedSelector }
        let combinations = counts.reduce(1) { $0 > limit ? $0 : $0 * $1 }
        let count = isNested ? combinations : counts.max() ?? 1
        return (0..<min(count, limit)).map { number in
            guard isNested else { return counts.map { min(number, $0 - 1) } }
            var rest = number
            return counts.map { count in
                defer { rest /= count }
                return rest % count
            }
        }
    }

    private func choice(
        _ name: String,
        _ value: BranchValue,
        _ chooser: BranchValues,
        _ reached: inout Set<Int>
    ) -> PreviewCase.Choice {
        var labels: [String] = []
        for selection in chooser.selections {
            let (variant, outcome) = chooser.branch(of: value.argument, in: selection)
            if let variant { reached.insert(variant.range.lowerBound) }
            let branch = variant?.label ?? outcome
            let label = selection.isNumeric && branch != outcome ? "\(outcome) → \(branch)" : branch
            if !labels.contains(label) { labels.append(label) }
        }
        return PreviewCase.Choice(
            name: name,
            value: value.shown,
            branch: labels.joined(separator: ", "),
            isUnexpected: value.isUnexpected
        )
    }

    private func parts(_ arguments: [MessageNamedArgument]) -> [PreviewCase.Part] {
        reader.parts(wording.entry.key, arguments).parts.map { part in
            guard case .argument(let name) = part.role else {
                return PreviewCase.Part(text: part.text, argument: nil)
            }
            return PreviewCase.Part(text: part.text, argument: name)
        }
    }

    /// The branches that no value leads to, as they are written.
    private func unreached(_ reached: Set<Int>) -> [PreviewCase] {
        var seen = reached
        return wording.readings.compactMap { reading in
            let new = reading.branches.filter {
                seen.insert($0.variant.range.lowerBound).inserted
            }
            guard !new.isEmpty else { return nil }
            let choices = new.map { branch in
                PreviewCase.Choice(
                    name: branch.selection.variable,
                    value: "",
                    branch: branch.variant.label,
                    isUnexpected: false
                )
            }
            return PreviewCase(choices: choices, parts: reading.parts, isReached: false)
        }
    }
}

extension Reading {
    /// The text with the names of the arguments.
    fileprivate var parts: [PreviewCase.Part] {
        var parts: [PreviewCase.Part] = []
        var words = ""
        func finish() {
            if !words.isEmpty { parts.append(PreviewCase.Part(text: words, argument: nil)) }
            words = ""
        }
        for unit in units {
            if let letter = unit.letter {
                words.unicodeScalars.append(letter)
            } else if let name = unit.argument?.variable {
                finish()
                parts.append(PreviewCase.Part(text: "{\(name)}", argument: name))
            }
        }
        finish()
        return parts
    }
}
