/// Makes a message of MessageFormat 1 of one of MessageFormat 2.
struct MF2Reducer {
    private let limits: MessageLimits
    private let resolver: MF2Resolver
    private let branches: MF2Branches?

    init(_ message: MF2Message, limits: MessageLimits) {
        self.limits = limits
        resolver = MF2Resolver(message.declarations)
        branches = message.branches
    }

    func pattern(of body: MF2Body) throws(MF2ConversionProblem) -> MessagePattern {
        switch body {
        case .pattern(let pattern): return MessagePattern(elements: try elements(pattern.elements))
        case .matcher(let matcher):
            let product = try MF2Product(matcher, resolver, limits)
            if let branches, let found = try pattern(of: product, branches) { return found }
            if let branches = try MF2Branches(product),
                let found = try pattern(of: product, branches)
            {
                return found
            }
            var keys: [MessageVariant.Key] = []
            return MessagePattern(elements: try nested(product, &keys, in: nil))
        }
    }

    /// The selections in a row; nil where the branches do not lie so.
    private func pattern(
        of product: MF2Product,
        _ branches: MF2Branches
    ) throws(MF2ConversionProblem) -> MessagePattern? {
        guard let split = try MF2Split(product, branches) else { return nil }
        var result = try elements(MF2Unit.elements(of: split.fixed[0]))
        for (position, place) in split.order.enumerated() {
            let selection = product.selections[place]
            let said = split.branches[place]
            if !branches.dropsEmpty || said.values.contains(where: { !$0.isEmpty }) {
                result.append(
                    try selection.element { key throws(MF2ConversionProblem) in
                        let branch = MF2Unit.elements(of: said[key] ?? [])
                        return MessagePattern(elements: try elements(branch, in: selection))
                    }
                )
            }
            result += try elements(MF2Unit.elements(of: split.fixed[position + 1]))
        }
        return MessagePattern(elements: MF2Reducer.joined(result))
    }

    /// The selections in one another.
    private func nested(
        _ product: MF2Product,
        _ keys: inout [MessageVariant.Key],
        in selection: MF2Selection?
    ) throws(MF2ConversionProblem) -> [MessageElement] {
        guard keys.count < product.selections.count else {
            let units = try product.units(for: keys)
            return try elements(MF2Unit.elements(of: units), in: selection)
        }
        let next = product.selections[keys.count]
        // In the innermost branch there must be room for a placeholder.
        guard keys.count + 1 < limits.maximumNesting else {
            throw MF2ConversionProblem(
                id: .tooLarge,
                range: next.selector.range,
                detail: "\(limits.maximumNesting)"
            )
        }
        var patterns: [MessageVariant.Key: [MessageElement]] = [:]
        for key in next.keys {
            keys.append(key)
            patterns[key] = try nested(product, &keys, in: next)
            keys.removeLast()
        }
        return [
            try next.element { key throws(MF2ConversionProblem) in
                MessagePattern(elements: patterns[key] ?? [])
            }
        ]
    }

    /// The elements of a pattern; in a branch of a plural its number is `#`.
    private func elements(
        _ elements: [MF2Element],
        in selection: MF2Selection? = nil
    ) throws(MF2ConversionProblem) -> [MessageElement] {
        var result: [MessageElement] = []
        for element in elements { result.append(try converted(element, in: selection)) }
        return Self.joined(result)
    }

    /// The elements with neighbouring texts as one, and none that is empty.
    private static func joined(_ elements: [MessageElement]) -> [MessageElement] {
        var result: [MessageElement] = []
        for element in elements where element != .text("") {
            if case .text(let more) = element, case .text(let text)? = result.last {
                result[result.count - 1] = .text(text + more)
            } else {
                result.append(element)
            }
        }
        return result
    }

    private func converted(
        _ element: MF2Element,
        in selection: MF2Selection?
    ) throws(MF2ConversionProblem) -> MessageElement {
        switch element {
        case .text(let text): return .text(text)
        case .markup(let markup):
            throw MF2ConversionProblem(id: .markup, range: markup.range, detail: markup.name)
        case .expression(let expression):
            if let selection, selection.function != .select, expression.function == nil,
                expression.operand == .variable(selection.selector.name)
            {
                return .placeholder(
                    MessageExpression(
                        variable: selection.variable,
                        function: .pluralNumber(offset: selection.function.offset),
                        range: expression.range
                    )
                )
            }
            return try resolver.element(of: expression)
        }
    }
}

/// A product taken apart into what is always said and what each selector says.
private struct MF2Split {
    /// The selectors in the order of the text.
    let order: [Int]
    /// What stands before, between and behind them.
    var fixed: [ArraySlice<MF2Unit>] = []
    /// What each selector says for each of its keys.
    var branches: [[MessageVariant.Key: ArraySlice<MF2Unit>]] = []

    /// Nil where the places do not fit.
    init?(_ product: MF2Product, _ places: MF2Branches) throws(MF2ConversionProblem) {
        let units = try product.units(for: product.fallback)
        let ranges = places.ranges
        guard ranges.count == product.selections.count else { return nil }
        order = ranges.indices.sorted {
            (ranges[$0].lowerBound, ranges[$0].upperBound, $0)
                < (ranges[$1].lowerBound, ranges[$1].upperBound, $1)
        }
        var position = 0
        for place in order {
            guard ranges[place].lowerBound >= position, ranges[place].upperBound <= units.count
            else { return nil }
            fixed.append(units[position..<ranges[place].lowerBound])
            position = ranges[place].upperBound
        }
        fixed.append(units[position...])
        for (place, selection) in product.selections.enumerated() {
            guard let found = try Self.branches(selection, place, ranges[place], product, units)
            else { return nil }
            branches.append(found)
        }
        guard try isWhole(product) else { return nil }
    }

    private static func branches(
        _ selection: MF2Selection,
        _ place: Int,
        _ range: Range<Int>,
        _ product: MF2Product,
        _ units: [MF2Unit]
    ) throws(MF2ConversionProblem) -> [MessageVariant.Key: ArraySlice<MF2Unit>]? {
        var result: [MessageVariant.Key: ArraySlice<MF2Unit>] = [:]
        let tail = units.count - range.upperBound
        for key in selection.keys {
            var keys = product.fallback
            keys[place] = key
            let said = try product.units(for: keys)
            guard said.count >= range.lowerBound + tail,
                said[..<range.lowerBound] == units[..<range.lowerBound],
                said[(said.count - tail)...] == units[range.upperBound...]
            else { return nil }
            result[key] = said[range.lowerBound..<said.count - tail]
        }
        return result
    }

    /// Whether the parts make every combination.
    private func isWhole(_ product: MF2Product) throws(MF2ConversionProblem) -> Bool {
        try product.forEach { keys throws(MF2ConversionProblem) in
            let said = try product.units(for: keys)
            var position = 0
            func goesOn(with part: ArraySlice<MF2Unit>) -> Bool {
                guard said[position...].starts(with: part) else { return false }
                position += part.count
                return true
            }
            guard goesOn(with: fixed[0]) else { return false }
            for (number, place) in order.enumerated() {
                guard goesOn(with: branches[place][keys[place]] ?? []),
                    goesOn(with: fixed[number + 1])
                else { return false }
            }
            return position == said.count
        }
    }
}
