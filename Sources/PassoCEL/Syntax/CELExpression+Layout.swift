extension CELExpression {
    /// The expression as people write it: on one line where it fits, otherwise broken before `&&`,
    /// `||`, other operators, `?` and `:` and after the arguments, with two spaces of indentation.
    ///
    /// Parsing it gives an equal tree.
    ///
    /// ```
    /// request.status == 'open'
    ///   && size(request.title) > 0
    ///   && request.tags.all(t,
    ///     size(t) <= 50
    ///   )
    /// ```
    ///
    /// - Parameter width: the characters of a line; what cannot be broken may be longer.
    public func formatted(width: Int = 80) -> String {
        CELLayout(expression: self, width: width).text(root, 0, CELLayout.Place(0, 0))
    }
}

/// Breaks an expression into lines.
private struct CELLayout {
    typealias NodeID = CELExpression.NodeID

    let expression: CELExpression
    let width: Int

    /// Where a text begins: the indentation of its line, and its own column.
    struct Place {
        let indentation: Int
        let column: Int

        init(_ indentation: Int, _ column: Int) {
            self.indentation = indentation
            self.column = column
        }

        /// The beginning of a line that continues this one.
        var deeper: Place { Place(indentation + 2, indentation + 2) }
        var line: String { "\n" + String(repeating: " ", count: indentation) }

        /// The place behind a text.
        func after(_ text: String) -> Place {
            guard let end = text.lastIndex(of: "\n") else {
                return Place(indentation, column + text.count)
            }
            return Place(indentation, text.distance(from: end, to: text.endIndex) - 1)
        }
    }

    /// A node, on one line if it fits there.
    func text(_ node: NodeID, _ binding: Int, _ place: Place) -> String {
        let flat = expression.text(node, binding: binding)
        guard place.column + flat.count > width else { return flat }
        let (_, strength) = expression.written(expression[node].kind)
        guard strength < binding else { return broken(node, place) }
        return "(" + place.deeper.line + text(node, 0, place.deeper) + place.line + ")"
    }

    private func broken(_ node: NodeID, _ place: Place) -> String {
        switch expression[node].kind {
        case .list(let elements): enclosed("[", elements, "]", place)
        case .map(let entries): map(entries, place)
        case .select(let operand, let member, false):
            text(operand, CELExpression.postfix, place) + "." + CELExpression.quoted(member)
        case .comprehension(let macro): comprehension(macro, place)
        case .optionalEntry(let value): "?" + text(value, 0, place.after("?"))
        case .call(let function, let target, let arguments):
            call(node, function, target, arguments, place)
        default: expression.text(node, binding: 0)
        }
    }

    /// Arguments or elements, each on a line of its own.
    private func enclosed(
        _ open: String,
        _ elements: [NodeID],
        _ close: String,
        _ place: Place
    ) -> String {
        guard !elements.isEmpty else { return open + close }
        let lines = elements.map { place.deeper.line + text($0, 0, place.deeper) }
        return open + lines.joined(separator: ",") + place.line + close
    }

    private func map(_ entries: [NodeID], _ place: Place) -> String {
        let lines = stride(from: 0, to: entries.count - 1, by: 2).map { index in
            var value = entries[index + 1]
            var key = place.deeper.line
            if case .optionalEntry(let inner) = expression[value].kind {
                value = inner
                key += "?"
            }
            key += text(entries[index], 0, place.deeper.after(key)) + ": "
            return key + text(value, 0, place.deeper.after(key))
        }
        return "{" + lines.joined(separator: ",") + place.line + "}"
    }

    private func comprehension(
        _ macro: CELExpression.Comprehension,
        _ place: Place
    ) -> String {
        let isBind = macro.macro == .bind
        let operand = isBind ? "cel" : text(macro.range, CELExpression.postfix, place)
        let names = [macro.variable, macro.variable2].compactMap {
            $0.map(CELExpression.written)
        }
        let parts = [isBind ? macro.range : nil, macro.predicate, macro.transform]
        let head = operand + ".\(macro.name)(" + names.joined(separator: ", ") + ","
        return enclosed(head, parts.compactMap { $0 }, ")", place)
    }

    private func call(
        _ node: NodeID,
        _ function: String,
        _ target: NodeID?,
        _ arguments: [NodeID],
        _ place: Place
    ) -> String {
        if let target {
            let operand = text(target, CELExpression.postfix, place)
            return enclosed(operand + ".\(function)(", arguments, ")", place)
        }
        if let (symbol, binding) = CELOperator.symbols[function] {
            return operation(symbol, binding, arguments, place)
        }
        switch function {
        case CELOperator.conditional: return choice(arguments, place)
        case CELOperator.not:
            return "!" + text(arguments[0], CELExpression.unary, place.after("!"))
        case CELOperator.negate, CELOperator.index, CELOperator.optionalIndex,
            CELOperator.optionalSelect:
            return expression.text(node, binding: 0)
        default: return enclosed(function + "(", arguments, ")", place)
        }
    }

    private func operation(
        _ symbol: String,
        _ binding: Int,
        _ arguments: [NodeID],
        _ place: Place
    ) -> String {
        var result = text(arguments[0], binding <= 2 ? binding + 1 : binding, place)
        for argument in arguments.dropFirst() {
            let head = place.deeper.line + symbol + " "
            result += head + text(argument, binding + 1, place.deeper.after(head))
        }
        return result
    }

    /// A chain of conditions with their results.
    private func choice(_ arguments: [NodeID], _ place: Place) -> String {
        var arguments = arguments
        var result = text(arguments[0], 1, place)
        let lines = (yes: place.deeper.line + "? ", no: place.deeper.line + ": ")
        while true {
            result += lines.yes + text(arguments[1], 1, place.deeper.after(lines.yes))
            guard case .call(CELOperator.conditional, nil, let next) = expression[arguments[2]].kind
            else { break }
            result += lines.no + text(next[0], 1, place.deeper.after(lines.no))
            arguments = next
        }
        return result + lines.no + text(arguments[2], 0, place.deeper.after(lines.no))
    }
}
