/// A selector of MessageFormat 2 as a selection of MessageFormat 1, without its patterns.
struct MF2Selection {
    /// The variable that the selector is.
    let selector: MF2Variable
    /// The argument.
    let variable: String
    let function: MessageSelection.Function
    /// The keys in the order of their first variants.
    private(set) var keys: [MessageVariant.Key] = []
    private(set) var places: [MessageVariant.Key: Range<Int>] = [:]
    private let takesCategories: Bool

    init(_ selector: MF2Variable, _ resolver: MF2Resolver) throws(MF2ConversionProblem) {
        let value = try resolver.value(of: selector)
        func problem(_ id: MF2ConversionProblemID, _ detail: String) -> MF2ConversionProblem {
            MF2ConversionProblem(id: id, range: selector.range, detail: detail)
        }
        guard value.literal == nil else { throw problem(.literal, selector.name) }
        guard let variable = MF2Name.decoded(value.variable) else {
            throw problem(.name, value.variable)
        }
        self.selector = selector
        self.variable = variable
        // How a number is grouped or rounded changes no choice that MessageFormat 1 would not make.
        var options = value.options
        let mode = options.removeValue(forKey: "select") ?? "plural"
        options["useGrouping"] = nil
        options["roundingMode"] = nil
        guard options.isEmpty else { throw problem(.option, options.keys.sorted()[0]) }
        switch (value.function, mode) {
        case ("string", "plural"): function = .select
        case ("number", "plural"), ("integer", "plural"), ("number", "exact"), ("integer", "exact"):
            function = .plural(offset: value.offset)
        case ("number", "ordinal"), ("integer", "ordinal"):
            function = .ordinal(offset: value.offset)
        default: throw problem(.selector, value.function ?? "")
        }
        takesCategories = mode != "exact"
    }

    /// Reads a key, and notes where it first stands.
    mutating func read(_ key: MF2Key) throws(MF2ConversionProblem) -> MessageVariant.Key {
        let result = try converted(key)
        if places[result] == nil {
            places[result] = key.range
            keys.append(result)
        }
        return result
    }

    /// The branches without the one of a key.
    mutating func drop(_ key: MessageVariant.Key) {
        keys.removeAll { $0 == key }
    }

    /// The word `other` itself, which MessageFormat 1 cannot tell from everything else.
    static let literalOther = MessageVariant.Key.word("other")

    var hasCategories: Bool {
        function != .select && keys.contains { if case .word = $0 { true } else { false } }
    }

    private func converted(_ key: MF2Key) throws(MF2ConversionProblem) -> MessageVariant.Key {
        guard case .literal(let text, let range) = key else { return .other }
        let isWord =
            !text.isEmpty
            && text.unicodeScalars.allSatisfy { PatternCharacters.isIdentifier($0.value) }
        if function == .select {
            if isWord { return .word(text) }
        } else if let number = PatternNumber.parse(text) {
            return .exactly(number + function.offset)
        } else if takesCategories, PluralCategoryWords.contains(text) || text == "other" {
            return .word(text)
        }
        throw MF2ConversionProblem(id: .key, range: range, detail: text)
    }

    /// A selection with these branches.
    func element(
        _ branch: (MessageVariant.Key) throws(MF2ConversionProblem) -> MessagePattern
    ) throws(MF2ConversionProblem) -> MessageElement {
        var variants: [MessageVariant] = []
        for key in keys {
            let range = places[key] ?? selector.range
            variants.append(MessageVariant(key: key, pattern: try branch(key), range: range))
        }
        return .selection(
            MessageSelection(
                variable: variable,
                function: function,
                variants: variants,
                range: selector.range
            )
        )
    }
}
