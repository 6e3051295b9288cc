extension CELExpression {
    /// The expression as people write it: on one line where it fits, otherwise broken before `&&`,
    /// `||`, other operators, `?` and `:` and after the arguments, with two spaces of indentation.
    ///
    /// Parsing it gives an equal tree. A tree has no comments: ``CELParser/format(_:width:limits:)``
    /// keeps them.
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
    /// - Returns: the lines.
    public func formatted(width: Int = 80) -> String { formatted(width: width, []) }

    func formatted(width: Int, _ comments: [CELComment]) -> String {
        var layout = CELLayout(expression: self, width: width, comments: comments[...])
        return layout.run()
    }
}

/// Breaks an expression into lines.
private struct CELLayout {
    typealias NodeID = CELExpression.NodeID

    let expression: CELExpression
    let width: Int
    /// The comments that are not written yet.
    var comments: ArraySlice<CELComment>

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

    mutating func run() -> String {
        let root = expression[expression.root]
        let top = Place(0, 0)
        let head = String(comments(before: root.range.lowerBound, top).drop { $0 == "\n" })
        return head + (head.isEmpty ? "" : "\n") + text(expression.root, 0, top)
            + comments(before: .max, top)
    }

    /// The comments up to an offset, each where it stood: behind the last line or on its own.
    private mutating func comments(before end: Int, _ place: Place) -> String {
        var result = ""
        while let comment = comments.first, comment.start < end {
            result += (comment.endsLine ? " " : place.line) + comment.text
            comments.removeFirst()
        }
        return result
    }

    /// The beginning of the line of a node, behind the comments that come before it.
    private mutating func line(_ node: NodeID, _ place: Place) -> String {
        comments(before: expression[node].range.lowerBound, place) + place.line
    }

    /// A node, on one line if it fits there.
    mutating func text(_ node: NodeID, _ binding: Int, _ place: Place) -> String {
        let flat = expression.text(node, binding: binding)
        let isCommented = comments.first.map { $0.start < expression[node].range.upperBound }
        guard isCommented == true || place.column + flat.count > width else { return flat }
        let (_, strength) = expression.written(expression[node].kind)
        guard strength < binding else { return broken(node, place) }
        return "(" + line(node, place.deeper) + text(node, 0, place.deeper) + place.line + ")"
    }

    private mutating func broken(_ node: NodeID, _ place: Place) -> String {
        switch expression[node].kind {
        case .list(let elements): enclosed("[", elements, "]", node, place)
        case .map(let entries): map(entries, node, place)
        case .select(let operand, let member, false):
            text(operand, CELExpression.postfix, place) + "." + CELExpression.quoted(member)
        case .comprehension(let macro): comprehension(macro, node, place)
        case .optionalEntry(let value): "?" + text(value, 0, place.after("?"))
        case .call(let function, let target, let arguments):
            call(node, function, target, arguments, place)
        default: expression.text(node, binding: 0)
        }
    }

    /// Arguments or elements, each on a line of its own.
    private mutating func enclosed(
        _ open: String,
        _ elements: [NodeID],
        _ close: String,
        _ node: NodeID,
        _ place: Place
    ) -> String {
        guard !elements.isEmpty else { return open + close }
        var result = open
        for (number, element) in elements.enumerated() {
            result += number > 0 ? "," : ""
            result += line(element, place.deeper) + text(element, 0, place.deeper)
        }
        let end = expression[node].range.upperBound
        return result + comments(before: end, place.deeper) + place.line + close
    }

    private mutating func map(_ entries: [NodeID], _ node: NodeID, _ place: Place) -> String {
        var result = "{"
        for index in stride(from: 0, to: entries.count - 1, by: 2) {
            result += index > 0 ? "," : ""
            var value = entries[index + 1]
            result += line(entries[index], place.deeper)
            if case .optionalEntry(let inner) = expression[value].kind {
                value = inner
                result += "?"
            }
            result += text(entries[index], 0, place.deeper.after(result)) + ": "
            result += text(value, 0, place.deeper.after(result))
        }
        let end = expression[node].range.upperBound
        return result + comments(before: end, place.deeper) + place.line + "}"
    }

    private mutating func comprehension(
        _ macro: CELExpression.Comprehension,
        _ node: NodeID,
        _ place: Place
    ) -> String {
        let isBind = macro.macro == .bind
        let operand = isBind ? "cel" : text(macro.range, CELExpression.postfix, place)
        let names = [macro.variable, macro.variable2].compactMap {
            $0.map(CELExpression.written)
        }
        let parts = [isBind ? macro.range : nil, macro.predicate, macro.transform]
        let head = operand + ".\(macro.name)(" + names.joined(separator: ", ") + ","
        return enclosed(head, parts.compactMap { $0 }, ")", node, place)
    }

    private mutating func call(
        _ node: NodeID,
        _ function: String,
        _ target: NodeID?,
        _ arguments: [NodeID],
        _ place: Place
    ) -> String {
        if let target {
            let operand = text(target, CELExpression.postfix, place)
            return enclosed(operand + ".\(function)(", arguments, ")", node, place)
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
        default: return enclosed(function + "(", arguments, ")", node, place)
        }
    }

    private mutating func operation(
        _ symbol: String,
        _ binding: Int,
        _ arguments: [NodeID],
        _ place: Place
    ) -> String {
        var result = text(arguments[0], binding <= 2 ? binding + 1 : binding, place)
        for argument in arguments.dropFirst() {
            result += line(argument, place.deeper) + symbol + " "
            result += text(argument, binding + 1, place.deeper.after(result))
        }
        return result
    }

    /// A chain of conditions with their results.
    private mutating func choice(_ arguments: [NodeID], _ place: Place) -> String {
        var arguments = arguments
        var result = text(arguments[0], 1, place)
        while true {
            result += line(arguments[1], place.deeper) + "? "
            result += text(arguments[1], 1, place.deeper.after(result))
            result += line(arguments[2], place.deeper) + ": "
            guard case .call(CELOperator.conditional, nil, let next) = expression[arguments[2]].kind
            else { break }
            result += text(next[0], 1, place.deeper.after(result))
            arguments = next
        }
        return result + text(arguments[2], 0, place.deeper.after(result))
    }
}
