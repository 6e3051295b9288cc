/// Functions of texts (extension "Strings"). Places and lengths are in code points.
extension CELFunction {
    static let extendedTexts: [CELFunction] =
        textPlaces + textChanges + [textSplit, textJoin, textReverse, textQuote, textFormat]

    private static let textPlaces = [
        CELFunction(
            "charAt",
            .text(
                "string_char_at_int",
                "charAt",
                [.int],
                .string,
                CELFunctionCost(.reading(0)) { _ in .text(bytes: 4) }
            ) { (text, arguments, _) throws(CELError) in
                .string(try text.character(at: arguments.integer(1)))
            }
        ),
        CELFunction(
            "substring",
            .text("string_substring_int", "substring", [.int], .string, part) {
                (text, arguments, _) throws(CELError) in
                .string(try text.substring(from: arguments.integer(1)))
            },
            .text("string_substring_int_int", "substring", [.int, .int], .string, part) {
                (text, arguments, _) throws(CELError) in
                .string(
                    try text.substring(from: arguments.integer(1), to: arguments.integer(2))
                )
            }
        ),
        CELFunction(
            "indexOf",
            .text("string_index_of_string", "indexOf", [.string], .int, search) {
                (text, arguments, _) throws(CELError) in
                .int(try text.firstIndex(of: arguments.text(1)))
            },
            .text("string_index_of_string_int", "indexOf", [.string, .int], .int, search) {
                (text, arguments, _) throws(CELError) in
                .int(try text.firstIndex(of: arguments.text(1), from: arguments.integer(2)))
            }
        ),
        CELFunction(
            "lastIndexOf",
            .text("string_last_index_of_string", "lastIndexOf", [.string], .int, search) {
                (text, arguments, _) throws(CELError) in
                .int(try text.lastIndex(of: arguments.text(1)))
            },
            .text("string_last_index_of_string_int", "lastIndexOf", [.string, .int], .int, search) {
                (text, arguments, _) throws(CELError) in
                .int(try text.lastIndex(of: arguments.text(1), upTo: arguments.integer(2)))
            }
        ),
    ]

    private static let textChanges = [
        CELFunction(
            "lowerAscii",
            .text("string_lower_ascii", "lowerAscii", [], .string, part) { text, _, _ in
                .string(text.asciiLowercased)
            }
        ),
        CELFunction(
            "upperAscii",
            .text("string_upper_ascii", "upperAscii", [], .string, part) { text, _, _ in
                .string(text.asciiUppercased)
            }
        ),
        CELFunction(
            "trim",
            .text("string_trim", "trim", [], .string, part) { text, _, _ in
                .string(text.trimmed)
            }
        ),
        CELFunction(
            "replace",
            .text(
                "string_replace_string_string",
                "replace",
                [.string, .string],
                .string,
                replacement
            ) { (text, arguments, limits) throws(CELError) in
                try text.replacing(arguments, atMost: -1, limits)
            },
            .text(
                "string_replace_string_string_int",
                "replace",
                [.string, .string, .int],
                .string,
                replacement
            ) { (text, arguments, limits) throws(CELError) in
                try text.replacing(arguments, atMost: arguments.integer(3), limits)
            }
        ),
    ]

    private static let textSplit = CELFunction(
        "split",
        .text("string_split_string", "split", [.string], .list(.string), split) {
            (text, arguments, limits) throws(CELError) in
            CELValue(try text.split(arguments.text(1), atMost: -1, limits))
        },
        .text("string_split_string_int", "split", [.string, .int], .list(.string), split) {
            (text, arguments, limits) throws(CELError) in
            CELValue(try text.split(arguments.text(1), atMost: arguments.integer(2), limits))
        }
    )

    private static let textReverse = CELFunction(
        "reverse",
        .text("string_reverse", "reverse", [], .string, part) { text, _, _ in
            .string(text.reversed)
        }
    )

    private static let textQuote = CELFunction(
        "strings.quote",
        CELOverload(
            "strings_quote",
            [.string],
            .string,
            isMember: false,
            body: .prepared { _, limits in
                .unary { (value: CELValue) throws(CELError) -> CELValue in
                    guard case .string(let text) = value else {
                        throw .noOverload("strings.quote", [value])
                    }
                    return .string(try text.quoted(limits))
                }
            }
        )
        .costing(
            CELFunctionCost(.bytes(0)) { .text(bytes: $0[0].bytes.times(2).plus(2)) }
        )
    )
}

// MARK: - Costs

extension CELFunction {
    /// Reads a text and gives one that is no longer.
    private static let part = CELFunctionCost(.reading(0, times: 2)) { .text(bytes: $0[0].bytes) }

    /// Reads both texts and gives a number.
    private static let search = CELFunctionCost(
        .reading(0, times: 4),
        .reading(1, times: 4),
        building: .nothing
    ) { .integer(upTo: $0[0].bytes) }

    /// The replacement comes at most once for each byte, and once at the end.
    private static let replacement = CELFunctionCost(
        .reading(0, times: 4),
        .reading(1, times: 4)
    ) { arguments in
        .text(
            bytes: arguments[0].bytes.plus(
                arguments[0].bytes.plus(1).times(arguments[2].bytes)
            )
        )
    }

    /// At most one part for each byte, and one more.
    private static let split = CELFunctionCost(
        .reading(0, times: 4),
        .reading(1, times: 4)
    ) { .parts(of: $0[0]) }
}

extension CELBounds {
    /// The bounds of a list of parts of a text, which do not overlap: at most one for each byte, and
    /// one more.
    static func parts(of text: CELBounds) -> CELBounds {
        var parts = list(text.bytes.plus(1), of: .text(bytes: text.bytes))
        // Together they are no longer than the text.
        parts.levels[0].weight = text.bytes.plus(2).plus(CELUnits.weight(bytes: text.bytes))
        return parts
    }
}

extension CELString {
    fileprivate func replacing(
        _ arguments: CELArguments,
        atMost count: Int64,
        _ limits: CELLimits
    ) throws(CELError) -> CELValue {
        .string(
            try replacing(arguments.text(1), with: arguments.text(2), atMost: count, limits)
        )
    }
}
