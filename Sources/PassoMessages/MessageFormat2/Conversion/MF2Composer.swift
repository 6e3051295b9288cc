/// Makes a message of MessageFormat 2 of one of MessageFormat 1.
///
/// Each selection is a selector, in the order of the text, and the variants are the product of
/// their branches. A number that only chooses is an `.input` with the function of its choice; one
/// that is written in another way, too, keeps its plain name, and its selector has a name of its own.
struct MF2Composer {
    /// One combination of branches, and what the message says then.
    fileprivate struct Row {
        var keys: [Int: MF2Key] = [:]
        var elements: [MF2Element] = []
        var bytes = 0
    }

    fileprivate struct TooLarge: Error {}

    private let limits: MessageLimits
    private var selectors: MF2SelectorNames
    private var selectorNames: [String] = []

    init(_ message: Message, limits: MessageLimits) {
        self.limits = limits
        selectors = MF2SelectorNames(message.pattern)
    }

    /// The message; nil where its variants exceed the limits.
    mutating func compose(_ message: Message) -> MF2Message? {
        guard let rows = try? rows(of: message.pattern, in: nil) else {
            // The one error says that there are too many of them.
            return nil
        }
        guard !selectorNames.isEmpty else {
            return MF2Message(body: .pattern(MF2Pattern(elements: rows.first?.elements ?? [])))
        }
        let variants = rows.map { row in
            MF2Variant(
                keys: selectorNames.indices.map { row.keys[$0] ?? .catchAll(range: 0..<0) },
                pattern: MF2Pattern(elements: row.elements)
            )
        }
        let names = selectorNames.map { MF2Variable(name: $0) }
        return MF2Message(
            declarations: selectors.declarations,
            body: .matcher(MF2Matcher(selectors: names, variants: variants))
        )
    }

    /// The combinations of a pattern's branches; a selection in a branch has keys only there.
    private mutating func rows(
        of pattern: MessagePattern,
        in selector: String?
    ) throws(TooLarge) -> [Row] {
        var rows = [Row()]
        for element in pattern.elements {
            switch element {
            case .text(let text): try append([.text(text)], text.utf8.count, to: &rows)
            case .placeholder(let expression):
                try append([.expression(written(expression, in: selector))], 16, to: &rows)
            case .selection(let selection):
                let branches = try branches(of: selection)
                guard rows.count * branches.count <= limits.maximumVariants else {
                    throw TooLarge()
                }
                rows = rows.flatMap { row in branches.map { row.followed(by: $0) } }
                try check(rows)
            }
        }
        return rows
    }

    private mutating func branches(of selection: MessageSelection) throws(TooLarge) -> [Row] {
        let place = selectorNames.count
        let name = selectors.name(of: selection)
        selectorNames.append(name)
        var result: [Row] = []
        var seen: Set<MessageVariant.Key> = []
        // Of two branches for the same the first counts.
        for variant in selection.variants where seen.insert(variant.key).inserted {
            let isPlural = selection.function != .select
            for var row in try rows(of: variant.pattern, in: isPlural ? name : nil) {
                row.keys[place] = key(of: variant, in: selection)
                result.append(row)
            }
        }
        return result
    }

    private func append(
        _ elements: [MF2Element],
        _ bytes: Int,
        to rows: inout [Row]
    ) throws(TooLarge) {
        for index in rows.indices {
            rows[index].append(elements)
            rows[index].bytes += bytes
        }
        try check(rows)
    }

    /// A message that cannot be read again is none.
    private func check(_ rows: [Row]) throws(TooLarge) {
        guard rows.reduce(0, { $0 + $1.bytes }) <= limits.maximumPatternBytes else {
            throw TooLarge()
        }
    }

    private func key(of variant: MessageVariant, in selection: MessageSelection) -> MF2Key {
        switch variant.key {
        case .other: .catchAll(range: 0..<0)
        case .word(let word): .literal(word, range: 0..<0)
        // With an offset the selector is the number less the offset.
        case .exactly(let number):
            .literal(PatternNumber.text(number - selection.function.offset), range: 0..<0)
        }
    }

    private func written(_ expression: MessageExpression, in selector: String?) -> MF2Expression {
        if case .pluralNumber = expression.function, let selector {
            return MF2Expression(operand: .variable(selector))
        }
        var attributes: [MF2Attribute] = []
        if case .time(.skeleton) = expression.function {
            attributes = [MF2Attribute(name: MF2FunctionNames.timeAttribute)]
        }
        return MF2Expression(
            operand: .variable(MF2Name.encoded(expression.variable)),
            function: MF2FunctionNames.function(of: expression.function),
            attributes: attributes
        )
    }
}

extension MF2Composer.Row {
    fileprivate mutating func append(_ added: [MF2Element]) {
        for element in added {
            if case .text(let more) = element, case .text(let text)? = elements.last {
                elements[elements.count - 1] = .text(text + more)
            } else {
                elements.append(element)
            }
        }
    }

    fileprivate func followed(by branch: MF2Composer.Row) -> MF2Composer.Row {
        var result = self
        result.keys.merge(branch.keys) { mine, _ in mine }
        result.append(branch.elements)
        result.bytes += branch.bytes
        return result
    }
}

extension MessageSelection.Function {
    /// What a number is less than the one that is given.
    var offset: Double {
        switch self {
        case .plural(let offset), .ordinal(let offset): offset
        case .select: 0
        }
    }
}

extension Message {
    /// The message in the data model of MessageFormat 2.
    ///
    /// Selections become selectors, in the order of the text, and their branches variants, the
    /// product of them where there are several. ``converting(_:limits:)`` makes an equal message of
    /// it again, ranges aside: where the text alone does not tell which part of it is chosen, an
    /// attribute on the first declaration does (`@passo:branches`), which changes nothing for other
    /// readers. The functions are those of LDML 48.2 as far as it has them; the rest is
    /// `:passo:number`, `:passo:date`, `:passo:list` and `:passo:offset`.
    ///
    /// Nil where the variants exceed ``MessageLimits/maximumVariants`` or their text
    /// ``MessageLimits/maximumPatternBytes``.
    public var messageFormat2: MF2Message? { messageFormat2(limits: .standard) }

    /// The message in the data model of MessageFormat 2, within limits.
    ///
    /// - Parameter limits: what the product of the branches may cost.
    /// - Returns: the message, or nil where it exceeds a limit.
    public func messageFormat2(limits: MessageLimits) -> MF2Message? {
        var composer = MF2Composer(self, limits: limits)
        guard var message = composer.compose(self) else { return nil }
        if case .matcher = message.body,
            Message.converting(message, limits: limits).0?.isSame(as: self) != true
        {
            message = message.marked(with: MF2Branches.places(of: self))
        }
        return message.text.utf8.count <= limits.maximumPatternBytes ? message : nil
    }
}
