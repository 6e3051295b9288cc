extension CELLibrary {
    /// Captures and replacement by regular expressions (extension "Regex").
    public static let regex = CELLibrary(
        "regex",
        functions: [
            CELFunction.regexExtract, CELFunction.regexExtractAll, CELFunction.regexReplace,
        ]
    )
}

extension CELFunction {
    /// `regex.extract`: the first match, or what its only group captured.
    fileprivate static let regexExtract = CELFunction(
        "regex.extract",
        extraction("regex_extract_string_string", .optional(.string)) {
            (expression, text, _) throws(CELError) in
            var found: CELString?
            try expression.forEachMatch(in: text, groups: expression.groupCount) {
                (match) throws(CELError) in
                found = match[expression.groupCount].map { text.part($0) }
                return false
            }
            // A group that captured nothing counts as none.
            guard let found, expression.groupCount == 0 || found.byteCount > 0 else {
                return .optional(.none)
            }
            return .optional(CELOptional(.string(found)))
        }
        .costing(
            .searching { .optional(.text(bytes: $0[0].bytes)) }
        )
    )

    /// `regex.extractAll`: all matches, or what their only group captured.
    fileprivate static let regexExtractAll = CELFunction(
        "regex.extractAll",
        extraction("regex_extractAll_string_string", .list(.string)) {
            (expression, text, limits) throws(CELError) in
            var parts: [CELValue] = []
            try expression.forEachMatch(in: text, groups: expression.groupCount) {
                (match) throws(CELError) in
                guard let part = match[expression.groupCount],
                    expression.groupCount == 0 || !part.isEmpty
                else { return true }
                guard parts.count < limits.resultElements else {
                    throw .limit(limits.resultElements)
                }
                parts.append(.string(text.part(part)))
                return true
            }
            return CELValue(parts)
        }
        .costing(.searchingAll { .parts(of: $0[0]) })
    )

    private typealias Extraction =
        @Sendable (CELRegularExpression, CELString, CELLimits) throws(CELError) -> CELValue

    /// A function of a text and a pattern with one group at most.
    private static func extraction(
        _ id: String,
        _ result: CELType,
        _ body: @escaping Extraction
    ) -> CELOverload {
        CELOverload(
            id,
            [.string, .string],
            result,
            isMember: false,
            body: .prepared { constants, limits in
                let pattern = CELPattern(constants[1], limits)
                return .binary { (text: CELValue, value: CELValue) throws(CELError) in
                    guard case .string(let text) = text else {
                        throw .noOverload(id, [text, value])
                    }
                    let expression = try pattern.expression(value)
                    guard expression.groupCount <= 1 else {
                        throw CELError(
                            .invalidArgument,
                            [CELArgument("value", value.description)]
                        )
                    }
                    return try body(expression, text, limits)
                }
            }
        )
    }
}
