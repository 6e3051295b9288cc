extension CELFunction {
    /// `regex.replace`: a text in the place of matches; a negative number replaces all.
    ///
    /// In it `\1` to `\9` stand for what the groups captured, `\0` for the match and `\\` for a
    /// backslash.
    static let regexReplace = CELFunction(
        "regex.replace",
        [
            ("regex_replace_string_string_string", []),
            ("regex_replace_string_string_string_int", [CELType.int]),
        ]
        .map { id, count in
            CELOverload(
                id,
                [.string, .string, .string] + count,
                .string,
                isMember: false,
                body: .prepared { constants, limits in
                    let pattern = CELPattern(constants[1], limits)
                    return .general { (values: [CELValue]) throws(CELError) -> CELValue in
                        let arguments = CELArguments(function: "regex.replace", values: values)
                        let count = values.count > 3 ? try arguments.integer(3) : -1
                        let text = try arguments.text(0)
                        guard count != 0 else { return .string(text) }
                        let expression = try pattern.expression(values[1])
                        let template = try CELReplacement(
                            arguments.text(2),
                            groupCount: expression.groupCount
                        )
                        return .string(
                            try template.replacing(expression, in: text, atMost: count, limits)
                        )
                    }
                }
            )
        }
    )
    .costing(
        .searchingAll { arguments in
            // The replacement comes at most once for each byte and at the end, and each of its
            // references may stand for the whole match.
            let text = arguments[0].bytes
            let references = (arguments[2].bytes / 2).times(text)
            return .text(bytes: text.plus(1).times(arguments[2].bytes).plus(text).plus(references))
        }
    )
}

/// The replacement of a match: texts and references to groups in turn.
struct CELReplacement {
    private var parts: [Part] = []
    /// The highest number of a group that is referred to.
    private var groups = 0

    private enum Part {
        case bytes([UInt8])
        case group(Int)
    }

    /// Reads a text.
    ///
    /// - Throws: `invalidArgument` for a backslash before anything but a digit or a backslash, and for
    ///   a group that the pattern does not have.
    init(_ text: CELString, groupCount: Int) throws(CELError) {
        let backslash = UInt8(ascii: "\\")
        var bytes: [UInt8] = []
        var isEscaped = false
        for byte in text.string.utf8 {
            if isEscaped, CELLexer.isDigit(byte), Int(byte - UInt8(ascii: "0")) <= groupCount {
                let group = Int(byte - UInt8(ascii: "0"))
                parts += [.bytes(bytes), .group(group)]
                groups = max(groups, group)
                bytes = []
            } else if isEscaped, byte != backslash {
                throw Self.refusal(text)
            } else if isEscaped || byte != backslash {
                bytes.append(byte)
            }
            isEscaped = !isEscaped && byte == backslash
        }
        guard !isEscaped else { throw Self.refusal(text) }
        parts.append(.bytes(bytes))
    }

    private static func refusal(_ text: CELString) -> CELError {
        CELError(.invalidArgument, [CELArgument("value", CELValue.string(text).description)])
    }

    /// The text with its matches replaced, so many of them; a negative number replaces all.
    func replacing(
        _ expression: CELRegularExpression,
        in text: CELString,
        atMost count: Int64,
        _ limits: CELLimits
    ) throws(CELError) -> CELString {
        let string = text.string
        let bytes = string.utf8Span.span
        var builder = CELTextBuilder(limits)
        var done = 0
        var remaining = count
        try expression.forEachMatch(in: text, groups: groups) { (match) throws(CELError) in
            try builder.append(bytes, done..<match.range.lowerBound)
            for part in parts {
                switch part {
                case .bytes(let bytes): try builder.append(bytes)
                case .group(let group):
                    if let range = match[group] { try builder.append(bytes, range) }
                }
            }
            done = match.range.upperBound
            remaining -= 1
            return remaining != 0
        }
        try builder.append(bytes, done..<bytes.count)
        return builder.text
    }
}
