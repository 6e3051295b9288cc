import PassoMessages

extension MF2Message {
    /// The message with no places in it, as one made in memory has none.
    var withoutRanges: MF2Message {
        MF2Message(
            declarations: declarations.map { declaration in
                switch declaration {
                case .input(let variable, let expression):
                    .input(MF2Variable(name: variable.name), expression.withoutRanges)
                case .local(let variable, let expression):
                    .local(MF2Variable(name: variable.name), expression.withoutRanges)
                }
            },
            body: body.withoutRanges
        )
    }
}

extension MF2Body {
    fileprivate var withoutRanges: MF2Body {
        switch self {
        case .pattern(let pattern): .pattern(pattern.withoutRanges)
        case .matcher(let matcher):
            .matcher(
                MF2Matcher(
                    selectors: matcher.selectors.map { MF2Variable(name: $0.name) },
                    variants: matcher.variants.map {
                        MF2Variant(
                            keys: $0.keys.map(\.withoutRanges),
                            pattern: $0.pattern.withoutRanges
                        )
                    }
                )
            )
        }
    }
}

extension MF2Key {
    fileprivate var withoutRanges: MF2Key {
        switch self {
        case .literal(let text, _): .literal(text, range: 0..<0)
        case .catchAll: .catchAll(range: 0..<0)
        }
    }
}

extension MF2Pattern {
    fileprivate var withoutRanges: MF2Pattern {
        MF2Pattern(
            elements: elements.map { element in
                switch element {
                case .text: element
                case .expression(let expression): .expression(expression.withoutRanges)
                case .markup(let markup): .markup(markup.withoutRanges)
                }
            }
        )
    }
}

extension MF2Expression {
    fileprivate var withoutRanges: MF2Expression {
        var result = self
        result.range = 0..<0
        result.function?.range = 0..<0
        result.function?.options = function?.options.withoutRanges ?? []
        return result
    }
}

extension MF2Markup {
    fileprivate var withoutRanges: MF2Markup {
        var result = self
        result.range = 0..<0
        result.options = options.withoutRanges
        return result
    }
}

extension [MF2Option] {
    fileprivate var withoutRanges: [MF2Option] {
        map { MF2Option(name: $0.name, value: $0.value) }
    }
}
