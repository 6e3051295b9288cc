extension MF2Run {
    /// The value of an expression whose needs are resolved.
    mutating func evaluate(_ expression: MF2Template.Expression) -> MF2Resolution {
        let operand = expression.operand.map { resolve($0, range: expression.range) }
        guard let function = expression.function else { return operand ?? .fallback }
        guard let handler = expression.handler else {
            report(.unknownFunction, ":" + function, expression.range)
            return .fallback
        }
        if let operand, operand.value == nil {
            report(.badOperand(""), expression)
            return .fallback
        }
        let options = resolve(expression.options, range: expression.range)
        var call = MF2FunctionCall(
            formats,
            operand: operand?.value,
            options: options.values,
            direction: options.direction
        )
        do throws(MF2FunctionError) {
            let value = try handler(&call)
            for error in call.reported { report(error, expression) }
            return MF2Resolution(
                content: .value(value),
                id: options.id,
                ownDirection: options.direction,
                inheritedDirection: operand?.ownDirection ?? operand?.inheritedDirection
            )
        } catch {
            for error in call.reported { report(error, expression) }
            report(error, expression)
            return .fallback
        }
    }

    private mutating func resolve(
        _ operand: MF2Template.Operand,
        range: Range<Int>
    ) -> MF2Resolution {
        switch operand {
        case .literal(let text): MF2Resolution(content: .value(formats.value(.text(text))))
        case .variable(let place): resolve(place, range: range)
        }
    }

    /// The options of markup, which knows no direction.
    mutating func resolveMarkup(
        _ markup: MF2Markup,
        _ options: [MF2Template.Option]
    ) -> (values: [MF2ResolvedOption], id: String?) {
        let resolved = resolve(options, range: markup.range, mayHaveDirection: false)
        return (resolved.values, resolved.id)
    }

    /// What the options of an expression come to.
    struct Options {
        /// Those of the function.
        var values: [MF2ResolvedOption] = []
        var id: String?
        var direction: MF2Direction?
    }

    /// Resolves options (section *Option Resolution*) and takes out those of the namespace `u`
    /// (section *Unicode Namespace*); what is none of those that it has now is left out.
    private mutating func resolve(
        _ options: [MF2Template.Option],
        range: Range<Int>,
        mayHaveDirection: Bool = true
    ) -> Options {
        var all = Options()
        for option in options {
            let resolution = resolve(option.value, range: option.range)
            guard let value = resolution.value else {
                report(.badOption, option.name, option.range)
                continue
            }
            switch option.name {
            case "u:id":
                all.id = value.string
                if all.id == nil { report(.badOption, option.name, option.range) }
            case "u:dir":
                let word = value.string ?? ""
                if mayHaveDirection, let direction = MF2Direction(rawValue: word) {
                    all.direction = direction
                } else if !mayHaveDirection || word != "inherit" {
                    report(.badOption, option.name, option.range)
                }
            default:
                if option.name.hasPrefix("u:") { continue }
                var isLiteral = false
                if case .literal = option.value { isLiteral = true }
                all.values.append(
                    MF2ResolvedOption(name: option.name, value: value.value, isLiteral: isLiteral)
                )
            }
        }
        return all
    }
}
