internal import PassoICU
internal import PassoMessages

/// Finds the longest text that a message can become.
///
/// Every branch is tried, with the greatest numbers that lead to it; dates through the months and
/// days of a year; texts of the declared length, else the example; labels and messages at their own
/// longest, where the template says which they can be.
struct LongestText {
    let desk: CheckDesk
    let language: CheckLanguage

    /// The longest text of a key in the language; nil where the key is missing.
    func text(of key: String, depth: Int = 0) -> String? {
        guard depth <= desk.limits.maximumMessageDepth,
            let template = desk.catalog.template[key],
            let entry = desk.strings.entry(key, in: language.locale) ?? template as StringEntry?
        else { return nil }
        let facts = PlaceholderFacts.all(of: template)
        let candidates = entry.message.parameters.map { parameter in
            values(of: parameter, facts[parameter.name], in: entry, depth)
        }
        return search(key, names: entry.message.parameters.map(\.name), candidates)
    }

    /// Tries combinations; where there are too many, one argument after the other.
    private func search(
        _ key: String,
        names: [String],
        _ candidates: [[MessageArgument]]
    ) -> String {
        var best = formatted(key, names, candidates.map { $0.first ?? "" })
        let combinations = candidates.reduce(1) { product, values in
            product > desk.limits.maximumCombinations ? product : product * max(1, values.count)
        }
        guard combinations <= desk.limits.maximumCombinations else {
            return climb(key, names: names, candidates)
        }
        for number in 1..<max(combinations, 2) {
            var rest = number
            let chosen = candidates.map { values -> MessageArgument in
                guard !values.isEmpty else { return "" }
                defer { rest /= values.count }
                return values[rest % values.count]
            }
            let text = formatted(key, names, chosen)
            if count(text) > count(best) { best = text }
        }
        return best
    }

    private func climb(
        _ key: String,
        names: [String],
        _ candidates: [[MessageArgument]]
    ) -> String {
        var chosen = candidates.map { $0.first ?? "" }
        var best = formatted(key, names, chosen)
        for _ in 0..<2 {
            for place in candidates.indices {
                for value in candidates[place] {
                    let before = chosen[place]
                    chosen[place] = value
                    let text = formatted(key, names, chosen)
                    if count(text) > count(best) { best = text } else { chosen[place] = before }
                }
            }
        }
        return best
    }

    private func count(_ text: String) -> Int { TextCount(of: text).characters }

    private func formatted(
        _ key: String,
        _ names: [String],
        _ values: [MessageArgument]
    ) -> String {
        let arguments = zip(names, values).map { MessageNamedArgument($0, $1) }
        return desk.strings.text(key, arguments, in: language.locale).text
    }
}

extension LongestText {
    /// The values of an argument that may lead to the longest text.
    private func values(
        of parameter: MessageParameter,
        _ facts: PlaceholderFacts?,
        in entry: StringEntry,
        _ depth: Int
    ) -> [MessageArgument] {
        let example = facts?.example ?? ""
        switch facts?.kind {
        case .integer?, .double?: return numbers(parameter, facts, entry)
        case .instant?: return Self.instants
        case .label?, .message?: return [.string(longest(facts, example, depth))]
        case .list?:
            return [.list(example.split(separator: ", ").map { .string(String($0)) })]
        case .string?, nil: break
        }
        switch parameter.kind {
        case .number, .plural, .ordinal: return numbers(parameter, facts, entry)
        case .date, .time: return Self.instants
        case .select(let words): return words.map { .string($0) } + [.string(example)]
        case .any, .list:
            let length = min(facts?.maximumLength ?? 0, 10_000)
            let isShort = length > TextCount(of: example).characters
            return [.string(isShort ? String(repeating: "n", count: length) : example)]
        }
    }

    /// The longest text of the keys that a label or a message can be, else its example.
    private func longest(_ facts: PlaceholderFacts?, _ example: String, _ depth: Int) -> String {
        var keys = facts?.keys ?? []
        if keys.isEmpty, let key = desk.keysByText[example] { keys = [key] }
        let texts = keys.flatMap { desk.expanded($0) }.compactMap { text(of: $0, depth: depth + 1) }
        return texts.max { count($0) < count($1) } ?? example
    }

    /// The greatest number of each category, each exact number, and the ends of the range.
    private func numbers(
        _ parameter: MessageParameter,
        _ facts: PlaceholderFacts?,
        _ entry: StringEntry
    ) -> [MessageArgument] {
        let example = facts?.example.flatMap { Int64($0) }
        let lower = facts?.minimum ?? 0
        let upper = max(lower, facts?.maximum ?? Self.sameDigits(as: example ?? 1))
        var numbers: Set<Int64> = [lower, upper]
        if let example { numbers.insert(example) }
        if parameter.kind == .plural || parameter.kind == .ordinal {
            let categories = parameter.kind == .plural ? language.cardinals : language.ordinals
            var greatest: [String: Int64] = [:]
            for (number, category) in categories.samples(in: lower...max(upper, min(lower + 9, 9)))
            {
                greatest[category] = max(greatest[category] ?? number, number)
            }
            numbers.formUnion(greatest.values)
            numbers.formUnion(entry.exactNumbers(of: parameter.name))
        } else if facts?.maximum == nil {
            numbers = [example ?? 1]
        }
        let whole = numbers.sorted(by: >).map { MessageArgument.int($0) }
        guard facts?.kind == .double else { return whole }
        return whole + [.double(facts?.example.flatMap { Double($0) } ?? 0.5)]
    }

    /// The greatest number with as many digits: 99 for 25.
    private static func sameDigits(as number: Int64) -> Int64 {
        var limit: Int64 = 9
        while limit < number.magnitude, limit < 999_999_999_999_999 { limit = limit * 10 + 9 }
        return limit
    }

    /// Late evenings through a year: each month with each day of the week, all days in two digits.
    private static let instants: [MessageArgument] = (0..<12).flatMap { month in
        (0..<7).map { day in
            // 2026-01-20T22:58:58Z, then about a month later each time; always the 20th to 28th.
            let days = Int64(month) * 30 + Int64(month) / 2 + Int64(day)
            return .instant(millisecondsSince1970: 1_768_949_938_000 + days * 86_400_000)
        }
    }
}

extension CheckDesk {
    /// The keys that a declared key means: itself, or with `*` at its end all that begin so.
    func expanded(_ key: String) -> [String] {
        guard key.hasSuffix("*") else { return [key] }
        let prefix = key.dropLast()
        return catalog.template.entries.map(\.key).filter { $0.hasPrefix(prefix) }
    }
}

extension StringEntry {
    fileprivate func exactNumbers(of name: String) -> [Int64] {
        message.pattern.elements.flatMap { element -> [Int64] in
            guard case .selection(let selection) = element, selection.variable == name else {
                return []
            }
            return selection.variants.compactMap { variant in
                guard case .exactly(let number) = variant.key else { return nil }
                return Int64(exactly: number)
            }
        }
    }
}
