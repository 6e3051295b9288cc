extension CELExpression: CustomStringConvertible {
    /// The expression in canonical form: parsing it gives an equal tree.
    public var description: String { text(of: root) }

    /// A node in canonical form.
    public func text(of node: NodeID) -> String { text(node, binding: 0) }

    /// How tightly the parts of a postfix expression bind.
    static let postfix = 7
    static let unary = 6

    /// A node in canonical form, in parentheses where its place binds more tightly.
    func text(_ node: NodeID, binding: Int) -> String {
        let (text, strength) = written(nodes[node].kind)
        return strength < binding ? "(\(text))" : text
    }

    /// The text of a node, and how tightly its outermost operator binds.
    func written(_ kind: Kind) -> (String, Int) {
        switch kind {
        case .literal(let value): (value.value.description, Self.postfix)
        case .identifier(let name, let isRooted):
            ((isRooted ? "." : "") + Self.written(name), Self.postfix)
        case .select(let operand, let member, let isTest):
            (selection(operand, member, isTest), Self.postfix)
        case .call(let function, let target, let arguments):
            call(function, target, arguments)
        case .list(let elements): ("[\(joined(elements))]", Self.postfix)
        case .map(let elements): (map(elements), Self.postfix)
        case .message(let name, let fields): (message(name, fields), Self.postfix)
        case .optionalEntry(let value): ("?" + text(value, binding: 0), 0)
        case .comprehension(let macro): (comprehension(macro), Self.postfix)
        case .block(let values, let result):
            ("cel.block([\(joined(values))], \(text(result, binding: 0)))", Self.postfix)
        case .invalid: ("<invalid>", Self.postfix)
        }
    }

    private func joined(_ elements: [NodeID]) -> String {
        elements.map { text($0, binding: 0) }.joined(separator: ", ")
    }

    private func selection(_ operand: NodeID, _ member: String, _ isTest: Bool) -> String {
        let text = text(operand, binding: Self.postfix) + "." + Self.quoted(member)
        return isTest ? "has(\(text))" : text
    }

    private func map(_ elements: [NodeID]) -> String {
        let entries = stride(from: 0, to: elements.count - 1, by: 2).map {
            entry(text(elements[$0], binding: 0), elements[$0 + 1])
        }
        return "{\(entries.joined(separator: ", "))}"
    }

    private func message(_ name: String, _ fields: [Field]) -> String {
        let parts = fields.map { entry(Self.quoted($0.name), $0.value) }
        return "\(name){\(parts.joined(separator: ", "))}"
    }

    /// A key or field with its value; the question mark of an optional value stands before it.
    private func entry(_ key: String, _ value: NodeID) -> String {
        guard case .optionalEntry(let inner) = nodes[value].kind else {
            return "\(key): \(text(value, binding: 0))"
        }
        return "?\(key): \(text(inner, binding: 0))"
    }

    /// A name that a macro of the namespace `cel` stands for is written as that macro.
    static func written(_ name: String) -> String {
        guard name.hasPrefix("@") else { return name }
        let parts = name.split(separator: ":")
        if parts.count == 3 {
            return "cel.\(parts[0] == "@it" ? "iterVar" : "accuVar")(\(parts[1]), \(parts[2]))"
        }
        return "cel.index(\(name.dropFirst("@index".count)))"
    }

    private func comprehension(_ macro: Comprehension) -> String {
        let names = [macro.variable, macro.variable2].compactMap { $0.map(Self.written) }
        let parts = [macro.predicate, macro.transform].compactMap { $0 }
        let isBind = macro.macro == .bind
        let all = names + ((isBind ? [macro.range] : []) + parts).map { text($0, binding: 0) }
        return (isBind ? "cel" : text(macro.range, binding: Self.postfix))
            + ".\(macro.name)(\(all.joined(separator: ", ")))"
    }

    private func call(
        _ function: String,
        _ target: NodeID?,
        _ arguments: [NodeID]
    ) -> (String, Int) {
        if let target {
            let receiver = text(target, binding: Self.postfix)
            return ("\(receiver).\(function)(\(joined(arguments)))", Self.postfix)
        }
        if let (symbol, binding) = CELOperator.symbols[function] {
            return (operation(symbol, binding, arguments), binding)
        }
        switch function {
        case CELOperator.conditional where arguments.count == 3:
            let parts = (0..<3).map { text(arguments[$0], binding: $0 < 2 ? 1 : 0) }
            return ("\(parts[0]) ? \(parts[1]) : \(parts[2])", 0)
        case CELOperator.not: return ("!" + text(arguments[0], binding: Self.unary), Self.unary)
        case CELOperator.negate: return ("-" + negated(arguments[0]), Self.unary)
        case CELOperator.index, CELOperator.optionalIndex:
            let operand = text(arguments[0], binding: Self.postfix)
            let mark = function == CELOperator.index ? "" : "?"
            return ("\(operand)[\(mark)\(text(arguments[1], binding: 0))]", Self.postfix)
        case CELOperator.optionalSelect:
            guard case .literal(.string(let member)) = nodes[arguments[1]].kind else { break }
            let operand = text(arguments[0], binding: Self.postfix)
            return ("\(operand).?\(Self.quoted(member.string))", Self.postfix)
        default: break
        }
        return ("\(function)(\(joined(arguments)))", Self.postfix)
    }

    /// Operands of `&&` and `||` stand in one node, so that any of them that is again such a chain
    /// was in parentheses; all others are read from left to right.
    private func operation(_ symbol: String, _ binding: Int, _ arguments: [NodeID]) -> String {
        let isChain = binding <= 2
        return arguments.enumerated().map { place, argument in
            text(argument, binding: place == 0 && !isChain ? binding : binding + 1)
        }.joined(separator: " \(symbol) ")
    }

    /// A number behind a minus would be read as a negative number.
    private func negated(_ operand: NodeID) -> String {
        switch nodes[operand].kind {
        case .literal(.int(let value)) where value >= 0: "(\(value))"
        case .literal(.double(let value)) where value.sign == .plus: "(\(text(of: operand)))"
        default:
            startsWithNumber(operand)
                ? "(\(text(of: operand)))" : text(operand, binding: Self.unary)
        }
    }

    /// Whether the text of a postfix expression begins with a positive number: `1.f()`.
    private func startsWithNumber(_ node: NodeID) -> Bool {
        var current = node
        while true {
            switch nodes[current].kind {
            case .select(let operand, _, false): current = operand
            case .call(_, let target?, _): current = target
            case .call(CELOperator.index, nil, let arguments),
                .call(CELOperator.optionalIndex, nil, let arguments),
                .call(CELOperator.optionalSelect, nil, let arguments):
                current = arguments[0]
            case .comprehension(let macro) where macro.macro != .bind: current = macro.range
            case .literal(.int(let value)): return value >= 0
            case .literal(.double(let value)): return value.sign == .plus
            default: return false
            }
        }
    }

    /// A member's name, in backticks where it is no plain word.
    static func quoted(_ name: String) -> String {
        let bytes = Array(name.utf8)
        let isPlain =
            bytes.first.map(CELLexer.isWordStart) == true
            && bytes.allSatisfy { CELLexer.isWordStart($0) || CELLexer.isDigit($0) }
            && !["true", "false", "null", "in"].contains(name)
        return isPlain ? name : "`\(name)`"
    }
}

extension CELExpression.Comprehension {
    /// The name by which the macro is called.
    var name: String {
        macro == .existsOne && variable2 != nil ? "existsOne" : macro.rawValue
    }
}
