extension CELTreeBuilder {
    /// Reads a whole expression: `a ? b : c` or what binds tighter.
    mutating func expression() -> NodeID {
        nesting += 1
        defer { nesting -= 1 }
        guard nesting <= nestingLimit else {
            tooDeep(token.range)
            return skipAll()
        }
        let condition = binary(binding: 1)
        let focus = token.range
        guard take(.question) else { return condition }
        let first = binary(binding: 1)
        guard take(.colon) else {
            unexpected("colon")
            return add(.invalid, range(from: condition), children: [condition, first])
        }
        let second = expression()
        let arguments = [condition, first, second]
        return add(
            .call(function: CELOperator.conditional, target: nil, arguments: arguments),
            range(from: condition),
            focus: focus,
            children: arguments
        )
    }

    /// Gives up on the rest of the text: it nests too deep to go on.
    private mutating func skipAll() -> NodeID {
        let start = token.range.lowerBound
        next = tokens.count - 1
        reportedToken = next
        return add(.invalid, start..<token.range.upperBound)
    }

    /// Reads operands joined by operators that bind at least as tightly as `binding`.
    mutating func binary(binding: Int) -> NodeID {
        var left = unary()
        while let (name, strength) = CELOperator.binary(token.kind), strength >= binding {
            if strength <= 2 {
                left = logical(left, token.kind, name, strength)
                continue
            }
            let focus = token.range
            advance()
            let right = binary(binding: strength + 1)
            left = add(
                .call(function: name, target: nil, arguments: [left, right]),
                range(from: left),
                focus: focus,
                children: [left, right]
            )
        }
        return left
    }

    /// Reads a chain of `&&` or of `||` into one node, which keeps long conditions flat.
    private mutating func logical(
        _ first: NodeID,
        _ kind: CELToken.Kind,
        _ name: String,
        _ strength: Int
    ) -> NodeID {
        let focus = token.range
        var operands = [first]
        while take(kind) { operands.append(binary(binding: strength + 1)) }
        return add(
            .call(function: name, target: nil, arguments: operands),
            range(from: first),
            focus: focus,
            children: operands
        )
    }

    /// Reads `!x`, `-x` or what binds tighter; a minus before a number belongs to the number.
    private mutating func unary() -> NodeID {
        var operators: [CELToken] = []
        while token.kind == .not || token.kind == .minus {
            let isSign = token.kind == .minus && isNumber(tokens[next + 1].kind)
            if isSign { break }
            operators.append(token)
            advance()
        }
        var operand = postfix()
        for sign in operators.reversed() {
            let name = sign.kind == .not ? CELOperator.not : CELOperator.negate
            operand = add(
                .call(function: name, target: nil, arguments: [operand]),
                sign.range.lowerBound..<nodes[operand].range.upperBound,
                focus: sign.range,
                children: [operand]
            )
        }
        return operand
    }

    private func isNumber(_ kind: CELToken.Kind) -> Bool { kind == .int || kind == .double }
}
