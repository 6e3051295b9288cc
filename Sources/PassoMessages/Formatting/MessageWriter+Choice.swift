internal import PassoICU

extension MessageWriter {
    /// Where a selection goes on for the value of its argument.
    ///
    /// Without a usable value that is `other`: a sentence with a gap says more than none.
    @inline(__always)
    mutating func choose(_ choice: FlatChoiceView, _ frame: Frame) -> Int {
        guard let place = place(of: UInt32(choice.name), frame) else {
            let name = frame.name(UInt32(choice.name))
            problems.append(.missingArgument(key: frame.key, name: name))
            return other(choice, frame)
        }
        let isOrdinal = choice.function == FlatChoice.Function.ordinal.rawValue
        if choice.function == FlatChoice.Function.select.rawValue {
            return word(choice, frame.value(at: place), frame)
        }
        if let number = frame.wholeNumber(at: place), choice.offset == 0 {
            if choice.exactCount > 0, let target = exact(choice, Double(number), frame) {
                return target
            }
            return target(choice, frame.category(number, ordinal: isOrdinal), frame)
        }
        return category(choice, frame.value(at: place), ordinal: isOrdinal, frame)
    }

    private mutating func category(
        _ choice: FlatChoiceView,
        _ value: MessageArgument,
        ordinal: Bool,
        _ frame: Frame
    ) -> Int {
        guard let exactNumber = PluralNumber.exact(value),
            let number = PluralNumber(value, less: choice.offset)
        else {
            check(value, is: ordinal ? .ordinal : .plural, UInt32(choice.name), frame)
            return other(choice, frame)
        }
        if let target = exact(choice, exactNumber, frame) { return target }
        let category =
            switch number {
            case .whole(let number): frame.category(number, ordinal: ordinal)
            case .fraction(let number): frame.category(number, ordinal: ordinal)
            }
        return target(choice, category, frame)
    }

    private func exact(_ choice: FlatChoiceView, _ number: Double, _ frame: Frame) -> Int? {
        for place in choice.exactStart..<choice.exactStart + choice.exactCount {
            let exact = frame.look.exact(at: place)
            if exact.number == number { return exact.target }
        }
        return nil
    }

    @inline(__always)
    private mutating func target(
        _ choice: FlatChoiceView,
        _ category: PluralCategory,
        _ frame: Frame
    ) -> Int {
        let target = choice.category(category.place)
        return target == FlatChoice.absent ? other(choice, frame) : Int(target)
    }

    private mutating func word(
        _ choice: FlatChoiceView,
        _ value: MessageArgument,
        _ frame: Frame
    ) -> Int {
        let word: String
        switch value {
        case .string(let string): word = string
        case .int(let number): word = "\(number)"
        case .double, .instant, .label, .message, .list:
            let keys = Array(words(of: choice, frame).map { frame.look.text($0.start, $0.length) })
            check(value, is: .select(keys: keys), UInt32(choice.name), frame)
            return other(choice, frame)
        }
        for candidate in words(of: choice, frame) where frame.look.isWord(candidate, word) {
            return candidate.target
        }
        return other(choice, frame)
    }

    private func words(
        of choice: FlatChoiceView,
        _ frame: Frame
    ) -> LazyMapSequence<Range<Int>, FlatWord> {
        let look = frame.look
        return (choice.wordStart..<choice.wordStart + choice.wordCount).lazy.map {
            look.word(at: $0)
        }
    }

    private mutating func other(_ choice: FlatChoiceView, _ frame: Frame) -> Int {
        if choice.hasOther == 0 {
            let name = frame.name(UInt32(choice.name))
            problems.append(.missingOther(key: frame.key, name: name))
        }
        return choice.other
    }
}

extension PluralCategory {
    /// The place among the categories of a ``FlatChoice``.
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
