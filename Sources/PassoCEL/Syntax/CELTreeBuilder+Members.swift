extension CELTreeBuilder {
    /// Reads an operand with its members, calls and indices: `a.b(c)[d]`.
    mutating func postfix() -> NodeID {
        var operand = primary()
        while true {
            switch token.kind {
            case .dot:
                advance()
                operand = member(of: operand)
            case .leftBracket: operand = index(of: operand)
            case .leftBrace:
                guard let name = messageName(operand) else { return operand }
                operand = message(name, from: operand)
            default: return operand
            }
        }
    }

    private mutating func member(of operand: NodeID) -> NodeID {
        let isOptional = take(.question)
        let name = token
        switch name.kind {
        case .identifier, .reserved: advance()
        case .quotedIdentifier:
            advance()
            let word = String(text(name).dropFirst().dropLast())
            return select(operand, word, name.range, isOptional: isOptional)
        default:
            unexpected("name")
            return add(.invalid, range(from: operand), children: [operand])
        }
        guard token.kind == .leftParenthesis, !isOptional else {
            return select(operand, text(name), name.range, isOptional: isOptional)
        }
        let arguments = list(closing: .rightParenthesis)
        return macroCall(text(name), name.range, target: operand, arguments)
    }

    private mutating func select(
        _ operand: NodeID,
        _ name: String,
        _ focus: Range<Int>,
        isOptional: Bool
    ) -> NodeID {
        guard isOptional else {
            return add(
                .select(operand, member: name, isTest: false),
                range(from: operand),
                focus: focus,
                children: [operand]
            )
        }
        let member = add(.literal(.string(CELString(name))), focus)
        return add(
            .call(
                function: CELOperator.optionalSelect,
                target: nil,
                arguments: [operand, member]
            ),
            range(from: operand),
            focus: focus,
            children: [operand, member]
        )
    }

    private mutating func index(of operand: NodeID) -> NodeID {
        let bracket = token.range
        advance()
        let isOptional = take(.question)
        let index = expression()
        if !take(.rightBracket) { close("']'", .rightBracket) }
        return add(
            .call(
                function: isOptional ? CELOperator.optionalIndex : CELOperator.index,
                target: nil,
                arguments: [operand, index]
            ),
            range(from: operand),
            focus: bracket.lowerBound..<max(previousEnd, bracket.upperBound),
            children: [operand, index]
        )
    }

    /// The dotted name of a message type, if that is what the node is.
    private func messageName(_ node: NodeID) -> String? {
        var parts: [String] = []
        var current = node
        while case .select(let operand, let name, false) = nodes[current].kind {
            parts.append(name)
            current = operand
        }
        guard case .identifier(let name, let isRooted) = nodes[current].kind else { return nil }
        parts.append(name)
        return (isRooted ? "." : "") + parts.reversed().joined(separator: ".")
    }

    private mutating func message(_ name: String, from operand: NodeID) -> NodeID {
        advance()
        var fields: [CELExpression.Field] = []
        while token.kind != .rightBrace, token.kind != .end {
            let before = next
            if let field = field() { fields.append(field) }
            if !take(.comma) { break }
            if next == before { break }
        }
        if !take(.rightBrace) { close("'}'", .rightBrace) }
        return add(
            .message(name: name, fields: fields),
            range(from: operand),
            focus: nodes[operand].range,
            children: fields.map(\.value)
        )
    }

    private mutating func field() -> CELExpression.Field? {
        let isOptional = take(.question)
        let name = token
        guard name.kind == .identifier || name.kind == .reserved || name.kind == .quotedIdentifier
        else {
            unexpected("field")
            return nil
        }
        advance()
        if !take(.colon) { unexpected("colon") }
        let isQuoted = name.kind == .quotedIdentifier
        let word = isQuoted ? String(text(name).dropFirst().dropLast()) : text(name)
        let value = expression()
        return CELExpression.Field(
            name: word,
            value: isOptional ? optionalEntry(value, nodes[value].range) : value
        )
    }

    /// Marks an element or value that is left out where it is none.
    mutating func optionalEntry(_ value: NodeID, _ range: Range<Int>) -> NodeID {
        add(.optionalEntry(value), range, focus: nodes[value].range, children: [value])
    }

    /// An element of a list, or an argument.
    private mutating func element(isOptional: Bool) -> NodeID {
        let start = token.range.lowerBound
        guard isOptional, take(.question) else { return expression() }
        let value = expression()
        return optionalEntry(value, start..<max(nodes[value].range.upperBound, start))
    }

    /// Reads `(a, b)` or `[a, b]` from the opening bracket on.
    mutating func list(closing: CELToken.Kind, allowsTrailingComma: Bool = false) -> [NodeID] {
        advance()
        var elements: [NodeID] = []
        if take(closing) { return elements }
        while true {
            elements.append(element(isOptional: closing == .rightBracket))
            if take(closing) { return elements }
            guard take(.comma) else { break }
            if allowsTrailingComma, take(closing) { return elements }
        }
        close(closing == .rightParenthesis ? "')'" : "']'", closing)
        return elements
    }

    /// Reports a missing closing bracket, and skips to it if it comes at this level.
    mutating func close(_ expected: String, _ closing: CELToken.Kind) {
        unexpected(expected)
        var depth = 0
        var place = next
        while place < tokens.count - 1 {
            let kind = tokens[place].kind
            if depth == 0, kind == closing {
                next = place + 1
                return
            }
            switch kind {
            case .leftParenthesis, .leftBracket, .leftBrace: depth += 1
            case .rightParenthesis, .rightBracket, .rightBrace: depth -= 1
            default: break
            }
            if depth < 0 { return }
            place += 1
        }
    }
}
