internal import PassoICU

extension MessageWriter {
    /// Where a selection goes on for the value of its argument.
    ///
    /// Without a usable value that is `other`: a sentence with a gap says more than none.
    mutating func choose(_ choice: MessageProgram.Choice, _ frame: Frame) -> Int {
        guard let value = frame.value(of: choice.name) else {
            let name = frame.program.names[Int(choice.name)]
            problems.append(.missingArgument(key: frame.key, name: name))
            return other(choice, frame)
        }
        switch choice.function {
        case .select:
            return word(choice, value, frame)
        case .plural(let offset):
            return category(choice, value, less: offset, ordinal: false, frame)
        case .ordinal(let offset):
            return category(choice, value, less: offset, ordinal: true, frame)
        }
    }

    private mutating func category(
        _ choice: MessageProgram.Choice,
        _ value: MessageArgument,
        less offset: Double,
        ordinal: Bool,
        _ frame: Frame
    ) -> Int {
        guard let exact = PluralNumber.exact(value),
            let number = PluralNumber(value, less: offset)
        else {
            check(value, is: ordinal ? .ordinal : .plural, choice.name, frame)
            return other(choice, frame)
        }
        for place in choice.exact where frame.program.exactNumbers[Int(place)] == exact {
            return Int(frame.program.exactTargets[Int(place)])
        }
        let formats = frame.formats
        let category =
            switch number {
            case .whole(let number): formats.category(number, ordinal: ordinal)
            case .fraction(let number): formats.category(number, ordinal: ordinal)
            }
        let target = choice.categories[category.place]
        return target < 0 ? other(choice, frame) : Int(target)
    }

    private mutating func word(
        _ choice: MessageProgram.Choice,
        _ value: MessageArgument,
        _ frame: Frame
    ) -> Int {
        let word: String
        switch value {
        case .string(let string): word = string
        case .int(let number): word = "\(number)"
        case .double, .instant, .label, .message, .list:
            check(value, is: .select(keys: keys(of: choice, frame)), choice.name, frame)
            return other(choice, frame)
        }
        for place in choice.words where frame.program.words[Int(place)] == word {
            return Int(frame.program.wordTargets[Int(place)])
        }
        return other(choice, frame)
    }

    private func keys(of choice: MessageProgram.Choice, _ frame: Frame) -> [String] {
        choice.words.map { frame.program.words[Int($0)] }
    }

    private mutating func other(_ choice: MessageProgram.Choice, _ frame: Frame) -> Int {
        if !choice.hasOther {
            let name = frame.program.names[Int(choice.name)]
            problems.append(.missingOther(key: frame.key, name: name))
        }
        return Int(choice.other)
    }
}

extension PluralCategory {
    /// The place in ``MessageProgram/Choice/categories``.
    fileprivate var place: Int {
        switch self {
        case .zero: 0
        case .one: 1
        case .two: 2
        case .few: 3
        case .many: 4
        case .other: 5
        }
    }
}
