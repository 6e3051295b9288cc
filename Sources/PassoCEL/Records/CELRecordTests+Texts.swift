extension CELRecordTests {
    /// A condition on a text; an element of a list is tested where it lies.
    func text(
        _ node: NodeID,
        _ condition: @escaping @Sendable (String) -> Bool?
    ) -> CELTest<Record>? {
        guard case .string(let read) = reader(node)?.kind else { return nil }
        if case .local = checked.references[node],
            let test = CELTest<String>(condition) as? CELTest<Record>
        {
            return test
        }
        return CELTest { condition(read($0)) }
    }

    /// A function of a text and a constant: `text.startsWith('a')`.
    func textFunction(_ node: NodeID) -> CELTest<Record>? {
        guard case .function(_, let overloads, isQualified: false) = checked.references[node],
            case .call(_, let target, let arguments) = checked.expression[node].kind
        else { return nil }
        let all = (target.map { [$0] } ?? []) + arguments
        guard all.count == 2, case .string(let part) = constant(all[1]) else { return nil }
        let form = overloads.first { $0.isMember == (target != nil) }
        return condition(form?.id ?? "", part).flatMap { text(all[0], $0) }
    }

    /// What the overload of an id asks of a text.
    private func condition(
        _ id: String,
        _ part: CELString
    ) -> (@Sendable (String) -> Bool?)? {
        let bytes = part.string.utf8
        switch id {
        case "startsWith_string": return { $0.utf8.starts(with: bytes) }
        case "endsWith_string": return { $0.utf8.suffix(bytes.count).elementsEqual(bytes) }
        case "contains_string":
            let search = CELTextSearch(part)
            return { search.first(in: $0.utf8Span.span, from: 0) != nil }
        case "matches", "matches_string":
            // A pattern that is none is an error of the program of values.
            let expression = try? CELRegularExpression(
                part,
                isConstant: true,
                environment.limits
            )
            guard let expression else { return nil }
            // What it cannot answer is again an error of the program of values.
            return { try? expression.matches($0) }
        default: return nil
        }
    }
}
