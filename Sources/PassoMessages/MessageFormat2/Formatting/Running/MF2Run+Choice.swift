extension MF2Run {
    /// The pattern of the best variant (section *Pattern Selection*); nil if no variant is left for
    /// all other values.
    mutating func choose(
        _ selectors: [MF2Template.Selector],
        _ variants: [MF2Template.Variant]
    ) -> [MF2Template.Element]? {
        var values = selectors.map { resolve($0) }
        var best: MF2Template.Variant?
        for variant in variants
        where variant.keys.count == values.count && matches(&values, variant.keys, selectors) {
            if let last = best, !isBetter(values, variant.keys, than: last.keys) { continue }
            best = variant
        }
        return best?.pattern
    }

    /// A value that variants are compared with.
    struct Selector {
        /// Nil where nothing but `*` matches.
        var value: (any MF2ResolvedValue)?
        /// What has been asked already: a wrong key is reported once.
        var answers: [String: Bool] = [:]
    }

    private mutating func resolve(_ selector: MF2Template.Selector) -> Selector {
        let resolution = resolve(selector.place, range: selector.range)
        if let value = resolution.value, value.isSelectable { return Selector(value: value) }
        report(.badSelector, selector.place.source, selector.range)
        return Selector()
    }

    /// Section *SelectorsMatch*.
    private mutating func matches(
        _ values: inout [Selector],
        _ keys: [MF2Template.Key?],
        _ selectors: [MF2Template.Selector]
    ) -> Bool {
        for (place, key) in keys.enumerated() {
            guard let key else { continue }
            guard matches(&values[place], key, selectors[place]) else { return false }
        }
        return true
    }

    private mutating func matches(
        _ selector: inout Selector,
        _ key: MF2Template.Key,
        _ source: MF2Template.Selector
    ) -> Bool {
        guard let value = selector.value else { return false }
        if let answer = selector.answers[key.text] { return answer }
        var answer = false
        do throws(MF2FunctionError) {
            answer = try value.matches(key.text)
        } catch {
            let isKey = error.id == .badVariantKey
            errors.append(
                MF2Error(
                    id: isKey ? .badVariantKey : .badSelector,
                    source: source.place.source,
                    detail: isKey ? key.text : error.detail,
                    range: isKey ? key.range : source.range
                )
            )
            if !isKey { selector.value = nil }
        }
        selector.answers[key.text] = answer
        return answer
    }

    /// Section *SelectorsCompare*.
    private func isBetter(
        _ values: [Selector],
        _ keys: [MF2Template.Key?],
        than others: [MF2Template.Key?]
    ) -> Bool {
        for (place, (key, other)) in zip(keys, others).enumerated() {
            guard let key else {
                if other != nil { return false }
                continue
            }
            guard let other else { return true }
            if key.text.utf8.elementsEqual(other.text.utf8) { continue }
            return values[place].value?.isBetter(key.text, than: other.text) ?? false
        }
        return false
    }
}
