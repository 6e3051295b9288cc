/// Turns the tree of a message into steps.
extension TableBuilder {
    /// Appends a pattern; the parser has bounded its depth.
    mutating func compile(_ pattern: MessagePattern) {
        for element in pattern.elements {
            switch element {
            case .text(let text):
                let range = place(text)
                steps.append(FlatStep(.text, range.lowerBound, range.upperBound))
            case .placeholder(let expression): steps.append(step(for: expression))
            case .selection(let selection): compile(selection)
            }
        }
    }

    private mutating func step(for expression: MessageExpression) -> FlatStep {
        let name = number(of: expression.variable)
        switch expression.function {
        case .plain:
            return FlatStep(.plain, name)
        case .number(let style):
            let (code, skeleton) = NumberStyleCode.code(of: style)
            return FlatStep(.number, name, Int(code), skeleton.map { number(of: $0) } ?? 0)
        case .pluralNumber(let offset):
            return FlatStep(pluralNumber: name, offset: offset)
        case .date(let style):
            let (code, skeleton) = DateStyleCode.code(of: style)
            return FlatStep(.date, name, Int(code), skeleton.map { number(of: $0) } ?? 0)
        case .list(let style):
            return FlatStep(.list, name, style == .or ? 1 : 0)
        case .time(let style):
            let (code, skeleton) = DateStyleCode.code(of: style)
            return FlatStep(.time, name, Int(code), skeleton.map { number(of: $0) } ?? 0)
        }
    }

    private mutating func compile(_ selection: MessageSelection) {
        let number = choices.count
        steps.append(FlatStep(.choose, number))
        choices.append(choice(for: selection))
        let (exact, keyed) = reserveTargets(of: selection, number)
        var jumps: [Int] = []
        var targets: [MessageVariant.Key: Int] = [:]
        for variant in selection.variants {
            let target = steps.count
            if targets[variant.key] == nil { targets[variant.key] = target }
            choices[number].other = target
            compile(variant.pattern)
            jumps.append(steps.count)
            steps.append(FlatStep(.jump, 0))
        }
        for jump in jumps { steps[jump] = FlatStep(.jump, steps.count) }
        if let other = targets[.other] { choices[number].other = other }
        setTargets(number, exact: exact, words: keyed, selection, targets)
    }

    private mutating func choice(for selection: MessageSelection) -> FlatChoice {
        let (function, offset): (FlatChoice.Function, Double) =
            switch selection.function {
            case .plural(let offset): (.plural, offset)
            case .ordinal(let offset): (.ordinal, offset)
            case .select: (.select, 0)
            }
        return FlatChoice(
            name: number(of: selection.variable),
            function: function.rawValue,
            offset: offset,
            exacts: 0..<0,
            words: 0..<0,
            other: steps.count,
            hasOther: selection.variants.contains { $0.key == .other }
        )
    }

    /// Appends the keys of a selection before those of the selections inside its branches.
    private mutating func reserveTargets(
        of selection: MessageSelection,
        _ number: Int
    ) -> (exact: Range<Int>, words: Range<Int>) {
        let firstExact = exacts.count
        let firstWord = words.count
        for variant in selection.variants {
            switch variant.key {
            case .exactly(let value): exacts.append(FlatExact(number: value, target: 0))
            case .word(let word) where selection.function == .select:
                let range = place(word)
                words.append(FlatWord(start: range.lowerBound, length: range.count, target: 0))
            case .word, .other: break
            }
        }
        choices[number].exacts = firstExact..<exacts.count
        choices[number].words = firstWord..<words.count
        return (firstExact..<exacts.count, firstWord..<words.count)
    }

    private mutating func setTargets(
        _ number: Int,
        exact: Range<Int>,
        words keyed: Range<Int>,
        _ selection: MessageSelection,
        _ targets: [MessageVariant.Key: Int]
    ) {
        let other = choices[number].other
        for place in exact {
            let value = exacts[place].number
            exacts[place] = FlatExact(number: value, target: targets[.exactly(value)] ?? other)
        }
        let spelled = selection.variants.compactMap { variant in
            if case .word(let word) = variant.key { word } else { nil }
        }
        for (place, word) in zip(keyed, spelled) {
            words[place] = FlatWord(
                start: words[place].start,
                length: words[place].length,
                target: targets[.word(word)] ?? other
            )
        }
        for (place, category) in PluralCategoryWords.all.enumerated() {
            choices[number].categories[place] =
                targets[.word(category)].map { UInt32(clamping: $0) } ?? FlatChoice.absent
        }
    }
}
