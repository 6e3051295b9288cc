/// Turns the tree of a message into a flat program.
struct MessageCompiler {
    var operations: [MessageProgram.Operation] = []
    var pool: [UInt8] = []
    var names: [String] = []
    var numberStyles: [MessageNumberStyle] = []
    var dateStyles: [MessageDateStyle] = []
    var choices: [MessageProgram.Choice] = []
    var exactNumbers: [Double] = []
    var exactTargets: [Int32] = []
    var words: [String] = []
    var wordTargets: [Int32] = []
    private var namePlaces: [String: Int32] = [:]

    /// The whole text, if the program is nothing but one text.
    var wholeText: String? {
        switch operations.count {
        case 0: ""
        case 1: if case .text = operations[0] { String(decoding: pool, as: UTF8.self) } else { nil }
        default: nil
        }
    }

    /// All the texts of a program with one branch, and a little for each value.
    var expectedBytes: Int {
        let branches = max(1, choices.reduce(0) { $0 + 1 + $1.exact.count + $1.words.count })
        return pool.count / branches + 16 * min(names.count, 16) + 16
    }

    /// Appends a pattern; the parser has bounded its depth.
    mutating func compile(_ pattern: MessagePattern) {
        for element in pattern.elements {
            switch element {
            case .text(let text):
                let start = Int32(pool.count)
                pool.append(contentsOf: text.utf8)
                operations.append(.text(from: start, to: Int32(pool.count)))
            case .placeholder(let expression): operations.append(operation(for: expression))
            case .selection(let selection): compile(selection)
            }
        }
    }

    private mutating func operation(
        for expression: MessageExpression
    ) -> MessageProgram.Operation {
        let name = place(ofName: expression.variable)
        switch expression.function {
        case .plain:
            return .plain(name: name)
        case .number(let style):
            return .number(name: name, style: place(of: style, in: &numberStyles))
        case .pluralNumber(let offset):
            return .pluralNumber(name: name, offset: offset)
        case .date(let style):
            return .date(name: name, style: place(of: style, in: &dateStyles))
        case .time(let style):
            return .time(name: name, style: place(of: style, in: &dateStyles))
        case .list(let style):
            return .list(name: name, style: style)
        }
    }

    private mutating func compile(_ selection: MessageSelection) {
        let number = Int32(choices.count)
        choices.append(choice(for: selection))
        operations.append(.choose(number))
        let (exact, keyed) = reserveTargets(of: selection, number)
        var jumps: [Int] = []
        var targets: [MessageVariant.Key: Int32] = [:]
        for variant in selection.variants {
            let target = Int32(operations.count)
            if targets[variant.key] == nil { targets[variant.key] = target }
            choices[Int(number)].other = target
            compile(variant.pattern)
            jumps.append(operations.count)
            operations.append(.jump(0))
        }
        for jump in jumps { operations[jump] = .jump(Int32(operations.count)) }
        if let other = targets[.other] { choices[Int(number)].other = other }
        setTargets(number, exact: exact, words: keyed, targets)
    }

    private mutating func choice(for selection: MessageSelection) -> MessageProgram.Choice {
        MessageProgram.Choice(
            name: place(ofName: selection.variable),
            function: selection.function,
            exact: 0..<0,
            words: 0..<0,
            categories: SIMD8(repeating: -1),
            hasOther: selection.variants.contains { $0.key == .other },
            other: 0
        )
    }

    /// Appends the keys of a selection before those of the selections inside its branches.
    private mutating func reserveTargets(
        of selection: MessageSelection,
        _ number: Int32
    ) -> (exact: Range<Int>, words: Range<Int>) {
        let firstExact = exactNumbers.count
        let firstWord = words.count
        for variant in selection.variants {
            switch variant.key {
            case .exactly(let value): exactNumbers.append(value)
            case .word(let word) where selection.function == .select: words.append(word)
            case .word, .other: break
            }
        }
        exactTargets += Array(repeating: 0, count: exactNumbers.count - firstExact)
        wordTargets += Array(repeating: 0, count: words.count - firstWord)
        choices[Int(number)].exact = Int32(firstExact)..<Int32(exactNumbers.count)
        choices[Int(number)].words = Int32(firstWord)..<Int32(words.count)
        return (firstExact..<exactNumbers.count, firstWord..<words.count)
    }

    private mutating func setTargets(
        _ number: Int32,
        exact: Range<Int>,
        words keyed: Range<Int>,
        _ targets: [MessageVariant.Key: Int32]
    ) {
        let other = choices[Int(number)].other
        for place in exact {
            exactTargets[place] = targets[.exactly(exactNumbers[place])] ?? other
        }
        for place in keyed {
            wordTargets[place] = targets[.word(words[place])] ?? other
        }
        for (place, category) in PluralCategoryWords.all.enumerated() {
            choices[Int(number)].categories[place] = targets[.word(category)] ?? -1
        }
    }

    private mutating func place(ofName name: String) -> Int32 {
        if let place = namePlaces[name] { return place }
        let place = Int32(names.count)
        namePlaces[name] = place
        names.append(name)
        return place
    }

    private func place<Value: Equatable>(of value: Value, in values: inout [Value]) -> Int32 {
        if let place = values.firstIndex(of: value) { return Int32(place) }
        values.append(value)
        return Int32(values.count - 1)
    }
}
