extension CELTreeBuilder {
    /// Reads a literal, a name, a global call, a list, a map or a parenthesis.
    mutating func primary() -> NodeID {
        let first = token
        switch first.kind {
        case .identifier: return name(isRooted: false, from: first.range.lowerBound)
        case .quotedIdentifier where allowsQuotedNames:
            advance()
            let word = String(text(first).dropFirst().dropLast())
            return add(.identifier(word, isRooted: false), first.range)
        case .dot: return rootedName()
        case .leftParenthesis: return parenthesis()
        case .leftBracket:
            let elements = list(closing: .rightBracket, allowsTrailingComma: true)
            return add(
                .list(elements),
                first.range.lowerBound..<previousEnd,
                children: elements
            )
        case .leftBrace: return map()
        case .minus, .int, .uint, .double: return number()
        case .string, .bytes: return string()
        case .true, .false, .null:
            advance()
            let value: CELLiteral = first.kind == .null ? .null : .bool(first.kind == .true)
            return add(.literal(value), first.range)
        default:
            unexpected("expression")
            let isSkipped = first.kind == .invalid || first.kind == .reserved
            if isSkipped { advance() }
            return add(
                .invalid,
                isSkipped ? first.range : first.range.lowerBound..<first.range.lowerBound
            )
        }
    }

    private mutating func rootedName() -> NodeID {
        let start = token.range.lowerBound
        advance()
        guard token.kind == .identifier else {
            unexpected("name")
            return add(.invalid, start..<previousEnd)
        }
        return name(isRooted: true, from: start)
    }

    private mutating func name(isRooted: Bool, from start: Int) -> NodeID {
        let word = token
        let text = text(word)
        advance()
        guard token.kind == .leftParenthesis else {
            return add(
                .identifier(text, isRooted: isRooted),
                start..<word.range.upperBound,
                focus: word.range
            )
        }
        let arguments = list(closing: .rightParenthesis)
        let range = start..<previousEnd
        if text == "has", !isRooted, arguments.count == 1 {
            return has(arguments[0], word.range, range)
        }
        return add(
            .call(function: isRooted ? "." + text : text, target: nil, arguments: arguments),
            range,
            focus: word.range,
            children: arguments
        )
    }

    private mutating func parenthesis() -> NodeID {
        advance()
        let inner = expression()
        if !take(.rightParenthesis) { close("')'", .rightParenthesis) }
        return inner
    }

    private mutating func map() -> NodeID {
        let start = token.range.lowerBound
        advance()
        var entries: [NodeID] = []
        while token.kind != .rightBrace, token.kind != .end {
            let isOptional = take(.question)
            entries.append(expression())
            if !take(.colon) { unexpected("colon") }
            let value = expression()
            entries.append(isOptional ? optionalEntry(value, nodes[value].range) : value)
            if !take(.comma) { break }
        }
        if !take(.rightBrace) { close("'}'", .rightBrace) }
        return add(.map(entries), start..<previousEnd, children: entries)
    }

    private mutating func string() -> NodeID {
        let token = token
        advance()
        let decoder = CELStringDecoder(source, token.range)
        for range in decoder.invalid {
            let escape = String(decoding: source[range], as: UTF8.self)
            report(.invalidEscape, range, [CELArgument("escape", escape)])
        }
        if decoder.isBytes { return add(.literal(.bytes(decoder.output)), token.range) }
        let text = String(decoding: decoder.output, as: UTF8.self)
        return add(.literal(.string(CELString(text))), token.range)
    }

    private mutating func number() -> NodeID {
        let start = token.range.lowerBound
        let isNegative = take(.minus)
        let number = token
        advance()
        let range = start..<number.range.upperBound
        let digits = (isNegative ? "-" : "") + text(number)
        guard let literal = Self.number(digits, number.kind) else {
            report(.invalidNumber, range, [CELArgument("number", digits)])
            return add(.invalid, range)
        }
        return add(.literal(literal), range)
    }

    private static func number(_ digits: String, _ kind: CELToken.Kind) -> CELLiteral? {
        if kind == .double {
            guard let value = Double(digits), value.isFinite else { return nil }
            return .double(value)
        }
        let isNegative = digits.hasPrefix("-")
        var digits = isNegative ? digits.dropFirst() : Substring(digits)
        if kind == .uint { digits = digits.dropLast() }
        let isHex = digits.hasPrefix("0x")
        if isHex { digits = digits.dropFirst(2) }
        let signed = (isNegative ? "-" : "") + digits
        return kind == .uint
            ? UInt64(digits, radix: isHex ? 16 : 10).map(CELLiteral.uint)
            : Int64(signed, radix: isHex ? 16 : 10).map(CELLiteral.int)
    }
}
