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
                    .binary(
                        withPattern(constants[1], limits) { text, expression throws(CELError) in
                            .bool(try expression.matches(text))
                        }
                    )
                }
            )
        }
    )

    /// What a function of a text and a pattern does: a constant pattern is compiled once, here, and
    /// any other at each call.
    ///
    /// A constant that is no regular expression is an error of each call, so that the call has a place
    /// and `&&` and `||` can absorb it.
    static func withPattern(
        _ pattern: CELValue?,
        _ limits: CELLimits,
        _ body: @escaping @Sendable (CELString, CELRegularExpression) throws(CELError) -> CELValue
    ) -> @Sendable (CELValue, CELValue) throws(CELError) -> CELValue {
        guard case .string(let pattern) = pattern else {
            return { (text: CELValue, pattern: CELValue) throws(CELError) -> CELValue in
                guard case .string(let text) = text, case .string(let pattern) = pattern else {
                    throw .noOverload("matches", [text, pattern])
                }
                return try body(text, CELRegularExpression(pattern, limits))
            }
        }
        do throws(CELError) {
            let expression = try CELRegularExpression(pattern, limits)
            return { (text: CELValue, pattern: CELValue) throws(CELError) -> CELValue in
                guard case .string(let text) = text else {
                    throw .noOverload("matches", [text, pattern])
                }
                return try body(text, expression)
            }
        } catch {
            return { (_: CELValue, _: CELValue) throws(CELError) -> CELValue in throw error }
        }
    }
}
