/// The form of a compiled condition: its tree, with the parts whose values are known.
struct CELForm {
    typealias NodeID = CELExpression.NodeID

    let checked: CELCheckedExpression
    private let folded: [NodeID: CELValue]

    /// Takes a program apart.
    ///
    /// - Parameters:
    ///   - program: the condition.
    ///   - isOpen: whether named constants count as values that nobody knows.
    init(_ program: CELProgram, namedConstantsAreOpen isOpen: Bool) {
        checked = program.source.checked
        var compiler = CELCompiler(checked, program.source.environment)
        _ = compiler.run()
        folded = isOpen ? Self.withoutNames(compiler.folded, checked) : compiler.folded
    }

    /// What is known of an expression's parts while its named constants are not.
    private static func withoutNames(
        _ folded: [NodeID: CELValue],
        _ checked: CELCheckedExpression
    ) -> [NodeID: CELValue] {
        var isNamed = Array(repeating: false, count: checked.expression.nodes.count)
        // Children come before their parents.
        for (id, node) in checked.expression.nodes.enumerated() {
            if case .constant = checked.references[id], !checked.types[id].isType {
                isNamed[id] = true
            } else {
                isNamed[id] = node.kind.children.contains { isNamed[$0] }
            }
        }
        return folded.filter { !isNamed[$0.key] }
    }

    var root: NodeID { checked.expression.root }

    func kind(_ node: NodeID) -> CELExpression.Kind { checked.expression[node].kind }

    func type(_ node: NodeID) -> CELType { checked.types[node] }

    /// The value of a part that depends on nothing.
    func value(_ node: NodeID) -> CELValue? {
        if let value = folded[node] { return value }
        if case .literal(let literal) = kind(node) { return literal.value }
        return nil
    }

    /// The variable that a part is.
    func slot(_ node: NodeID) -> CELSlot? {
        if case .variable(let slot) = checked.references[node] { slot } else { nil }
    }

    /// The operator of a part and what it stands between.
    func operation(_ node: NodeID) -> (name: String, operands: [NodeID])? {
        guard case .call(let function, nil, let operands) = kind(node),
            checked.references[node] == nil
        else { return nil }
        return (function, operands)
    }

    /// The values of a list that is known, element by element.
    func elements(_ node: NodeID) -> [CELValue]? {
        if case .list(let list) = value(node) { return list.elements }
        guard case .list(let elements) = kind(node) else { return nil }
        let values = elements.compactMap { value($0) }
        return values.count == elements.count ? values : nil
    }

    /// A part as something that has a value.
    func term(_ node: NodeID) -> CELTerm {
        CELTerm(
            text: checked.expression.text(of: node),
            type: type(node),
            slot: slot(node),
            isCount: isCount(node)
        )
    }

    /// Whether a part is a number that is never below zero.
    private func isCount(_ node: NodeID) -> Bool {
        guard case .call(let function, _, _) = kind(node) else { return false }
        return type(node) == .int && ["size", "characters", "heaviest"].contains(function)
    }

    /// Whether a condition has an answer, whatever its variables are: it never ends in an error.
    var isTotal: Bool { isTotal(root) }

    private func isTotal(_ root: NodeID) -> Bool {
        var pending = [root]
        while let node = pending.popLast() {
            if value(node) != nil || slot(node) != nil { continue }
            if case .constant = checked.references[node] { continue }
            if let measured = measured(node) {
                pending.append(measured)
                continue
            }
            guard let (name, operands) = operation(node), hasNoErrors(name, operands) else {
                return false
            }
            pending += operands
        }
        return true
    }

    /// What `size` measures.
    private func measured(_ node: NodeID) -> NodeID? {
        guard case .call("size", let target, let arguments) = kind(node),
            let operand = target ?? arguments.first
        else { return nil }
        return switch type(operand) {
        case .string, .bytes, .list, .map: operand
        default: nil
        }
    }

    private func hasNoErrors(_ name: String, _ operands: [NodeID]) -> Bool {
        let types = operands.map { type($0) }
        switch name {
        case CELOperator.and, CELOperator.or, CELOperator.not:
            return types.allSatisfy { $0 == .bool }
        case CELOperator.conditional: return types.first == .bool
        case "_==_", "_!=_": return true
        case "_<_", "_<=_", "_>_", "_>=_":
            return types.count == 2 && types[0] == types[1] && types[0].isOrdered
        case "@in": return types.last.map { if case .list = $0 { true } else { false } } ?? false
        default: return false
        }
    }
}

/// A part of a condition that has a value: equal texts have equal values at one time.
struct CELTerm: Hashable {
    let text: String
    let type: CELType
    let slot: CELSlot?
    /// Whether it is a number that is never below zero.
    let isCount: Bool

    static func == (left: CELTerm, right: CELTerm) -> Bool { left.text == right.text }

    func hash(into hasher: inout Hasher) { hasher.combine(text) }
}

extension CELType {
    /// Whether its values are types.
    var isType: Bool { if case .type = self { true } else { false } }

    /// Whether any two of its values, `NaN` aside, stand in an order.
    var isOrdered: Bool {
        switch self {
        case .bool, .int, .uint, .double, .string, .bytes, .timestamp, .duration: true
        default: false
        }
    }

    /// Whether no two of its values stand apart from each other as `NaN` does.
    var isTotallyOrdered: Bool { isOrdered && self != .double }
}
