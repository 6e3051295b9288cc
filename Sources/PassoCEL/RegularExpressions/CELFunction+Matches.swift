extension CELFunction {
    /// `matches`: whether some part of a text matches a regular expression in RE2's syntax (language
    /// definition, "Regular Expressions"), as a member of the text or as a function.
    static let matches = CELFunction(
        "matches",
        [(false, "matches"), (true, "matches_string")].map { isMember, id in
            CELOverload(
                id,
                [.string, .string],
                .bool,
                isMember: isMember,
                body: .prepared { constants, limits in
                    let pattern = CELPattern(constants[1], limits)
                    guard let expression = pattern.known else {
                        return .binary { (text: CELValue, value: CELValue) throws(CELError) in
                            try test(text, pattern.expression(value))
                        }
                    }
                    return .binary { (text: CELValue, _: CELValue) throws(CELError) in
                        try test(text, expression)
                    }
                }
            )
        }
    )
    .costing(.searching(building: .nothing))

    private static func test(
        _ text: CELValue,
        _ expression: CELRegularExpression
    ) throws(CELError) -> CELValue {
        guard case .string(let text) = text else { throw .noOverload("matches", [text]) }
        return .bool(try expression.matches(text))
    }
}

extension CELFunctionCost {
    /// What a search for a match costs in the text 0 by the pattern 1, which is compiled.
    static func searching(
        building: Building = .deep,
        _ result: (@Sendable ([CELBounds]) -> CELBounds)? = nil
    ) -> CELFunctionCost {
        CELFunctionCost(
            .reading(0, times: 2),
            .matching(text: 0, pattern: 1),
            building: building,
            result: result
        )
    }

    /// What going through all matches costs: each search may look at the whole text.
    static func searchingAll(
        _ result: @escaping @Sendable ([CELBounds]) -> CELBounds
    ) -> CELFunctionCost {
        CELFunctionCost(
            .reading(0, times: 2),
            .product(0, 0),
            .matching(text: 0, pattern: 1),
            result: result
        )
    }
}
