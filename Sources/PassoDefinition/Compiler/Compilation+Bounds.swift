import PassoCEL
import PassoDiagnostics
import PassoICU

extension Compilation {
    /// Tells expressions how large the values of a data item may be, now that its rules are known.
    mutating func declareBounds(of item: DataSymbol) {
        guard let rules = item.rules else { return }
        valueScope.environment.declare(
            item.name,
            item.type,
            at: CELSlot(.data, item.slot),
            bounds: bounds(of: item.type, rules)
        )
    }

    /// A limit in characters stands beside one in bytes, which is what counts here.
    private func bounds(of type: CELType, _ rules: FieldRules) -> CELBounds {
        switch type {
        case .string: return text(rules.limit)
        case .list(.string):
            let count = rules.maximum ?? limits.undeclaredElements
            return .list(UInt64(max(0, count)), of: text(rules.each))
        default: return undeclaredBounds(of: type)
        }
    }

    private func text(_ limit: Int?) -> CELBounds {
        let bytes = limit.map { CharacterLimit($0).bytesPerText } ?? limits.undeclaredTextBytes
        return .text(bytes: UInt64(max(0, bytes)))
    }

    /// What the values of a type are taken to be for which nothing is declared.
    func undeclaredBounds(of type: CELType) -> CELBounds {
        let count = UInt64(max(0, limits.undeclaredElements))
        switch type {
        case .string, .bytes: return text(nil)
        case .list(let element): return .list(count, of: undeclaredBounds(of: element))
        case .map(let key, let value):
            return .map(
                count,
                keys: undeclaredBounds(of: key),
                values: undeclaredBounds(of: value)
            )
        case .dyn: return .unbounded
        default: return .scalar
        }
    }
}

extension Compilation {
    /// Reports an expression whose worst case exceeds the budget, at the smallest part that does so
    /// alone.
    mutating func isAffordable(
        _ checked: CELCheckedExpression,
        _ expression: ExpressionDeclaration,
        in scope: Scope
    ) -> Bool {
        let budget = scope.environment.limits.cost
        let cost = checked.cost(in: scope.environment)
        guard let part = cost.smallestPart(over: budget) else { return true }
        let bytes = Array(expression.text.utf8)
        let text = String(decoding: bytes[part.range.clamped(to: bytes.indices)], as: UTF8.self)
        report(
            .expressionTooCostly(
                Self.shortened(text),
                // Worst cases reach numbers that nobody reads.
                cost: Int(min(part.units, 999_999_999_999)),
                limit: Int(clamping: budget),
                at: expression.sourceRange(of: part.range),
                in: source
            )
        )
        return false
    }

    /// The beginning of a long text, on one line.
    private static func shortened(_ text: String) -> String {
        let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return line.count <= 60 ? line : line.prefix(59) + "…"
    }
}
