extension Message {
    /// Makes a message of one of MessageFormat 2.
    ///
    /// Selectors become selections in a row where each of them changes words of its own, and stand
    /// in one another otherwise. What changes nothing is not asked for. Attributes are dropped, and
    /// values in the message itself become text.
    ///
    /// - Parameters:
    ///   - message: the message, which must have no errors of the data model.
    ///   - limits: what the product of the keys may cost.
    /// - Returns: the message with the places of `message`, or nil where MessageFormat 1 cannot say
    ///   it; and then what of it.
    public static func converting(
        _ message: MF2Message,
        limits: MessageLimits = .standard
    ) -> (Message?, [MF2ConversionProblem]) {
        do throws(MF2ConversionProblem) {
            let reducer = MF2Reducer(message, limits: limits)
            let pattern = try reducer.pattern(of: message.body)
            var collector = ParameterCollector()
            collector.add(pattern)
            guard collector.conflicts.isEmpty else {
                let problems = collector.conflicts.map {
                    MF2ConversionProblem(id: .conflictingUses, range: $0, detail: "")
                }
                return (nil, problems)
            }
            let result = Message(declarations: collector.parameters, pattern: pattern)
            guard result.messageFormat1.utf8.count <= limits.maximumPatternBytes else {
                let limit = "\(limits.maximumPatternBytes)"
                return (nil, [.init(id: .tooLarge, range: 0..<0, detail: limit)])
            }
            return (result, [])
        } catch {
            return (nil, [error])
        }
    }

    /// Whether two messages are equal but for the places in their texts.
    public func isSame(as other: Message) -> Bool {
        declarations.map(\.withoutRange) == other.declarations.map(\.withoutRange)
            && pattern.withoutRanges == other.pattern.withoutRanges
    }
}

extension ParameterCollector {
    /// Adds the arguments of a pattern as the parser of MessageFormat 1 does: a selection behind
    /// what stands in its branches.
    fileprivate mutating func add(_ pattern: MessagePattern) {
        for element in pattern.elements {
            switch element {
            case .text: break
            case .placeholder(let expression):
                guard let kind = expression.function.parameterKind else { continue }
                add(expression.variable, kind, at: expression.range)
            case .selection(let selection):
                for variant in selection.variants { add(variant.pattern) }
                add(selection.variable, selection.parameterKind, at: selection.range)
            }
        }
    }
}

extension MessageFunction {
    fileprivate var parameterKind: MessageParameter.Kind? {
        switch self {
        case .plain: .any
        case .number: .number
        case .pluralNumber: nil
        case .date: .date
        case .time: .time
        case .list: .list
        }
    }
}

extension MessageSelection {
    fileprivate var parameterKind: MessageParameter.Kind {
        switch function {
        case .plural: .plural
        case .ordinal: .ordinal
        case .select:
            .select(
                keys: variants.compactMap { if case .word(let word) = $0.key { word } else { nil } }
            )
        }
    }
}

extension MessageParameter {
    fileprivate var withoutRange: MessageParameter {
        MessageParameter(name: name, kind: kind, range: 0..<0)
    }
}

extension MessagePattern {
    fileprivate var withoutRanges: MessagePattern {
        MessagePattern(
            elements: elements.map { element in
                switch element {
                case .text: element
                case .placeholder(let expression):
                    .placeholder(
                        MessageExpression(
                            variable: expression.variable,
                            function: expression.function,
                            range: 0..<0
                        )
                    )
                case .selection(let selection): .selection(selection.withoutRanges)
                }
            }
        )
    }
}

extension MessageSelection {
    fileprivate var withoutRanges: MessageSelection {
        MessageSelection(
            variable: variable,
            function: function,
            variants: variants.map {
                MessageVariant(key: $0.key, pattern: $0.pattern.withoutRanges, range: 0..<0)
            },
            range: 0..<0
        )
    }
}
