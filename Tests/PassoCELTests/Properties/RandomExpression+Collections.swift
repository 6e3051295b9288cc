import PassoTesting

extension RandomExpression {
    mutating func list(_ element: Kind, _ depth: Int) -> String {
        switch Int.random(in: 0..<12, using: &random) {
        case 0, 1: return "[\(elements(element, depth))]"
        case 2: return "\(text(.list(element), depth)) + \(text(.list(element), depth))".grouped
        case 3, 4: return map(to: element, depth)
        case 5:
            let name = newName()
            let list = text(.list(element), depth)
            return "\(list).filter(\(name), \(within([(name, element)]) { $0.text(.bool, depth) }))"
        case 6, 7: return transformList(element, depth)
        case 8:
            let name = random.pick(["distinct", "reverse"]) ?? "distinct"
            return "\(text(.list(element), depth)).\(name)()"
        case 9: return "\(text(.list(element), depth)).slice(\(text(.int, 0)), \(text(.int, 0)))"
        case 10: return sorted(element, depth)
        default: return other(element, depth)
        }
    }

    private mutating func elements(_ element: Kind, _ depth: Int) -> String {
        (0..<Int.random(in: 0...3, using: &random)).map { _ in
            random.oneIn(8) ? "?\(text(.optional(element), depth))" : text(element, depth)
        }.joined(separator: ", ")
    }

    private mutating func map(to element: Kind, _ depth: Int) -> String {
        let name = newName()
        let from = anyKind(1)
        let list = text(.list(from), depth)
        let result = within([(name, from)]) { $0.text(element, depth) }
        guard random.oneIn(3) else { return "\(list).map(\(name), \(result))" }
        let condition = within([(name, from)]) { $0.text(.bool, depth) }
        return "\(list).map(\(name), \(condition), \(result))"
    }

    private mutating func transformList(_ element: Kind, _ depth: Int) -> String {
        let (range, variables) = pairs(depth)
        return "\(range).transformList(\(transform(element, variables, depth)))"
    }

    /// The arguments of a transformation: two names, perhaps a condition, and the result.
    private mutating func transform(
        _ kind: Kind,
        _ variables: [(name: String, kind: Kind)],
        _ depth: Int
    ) -> String {
        var parts = variables.map(\.name)
        if random.oneIn(2) { parts.append(within(variables) { $0.text(.bool, depth) }) }
        parts.append(within(variables) { $0.text(kind, depth) })
        return parts.joined(separator: ", ")
    }

    private mutating func sorted(_ element: Kind, _ depth: Int) -> String {
        guard random.oneIn(2) else { return "\(text(.list(element), depth)).sort()" }
        let name = newName()
        let list = text(.list(element), depth)
        let key = within([(name, element)]) { $0.text($0.orderedKind(), depth) }
        return "\(list).sortBy(\(name), \(key))"
    }

    /// What gives lists of a certain type only.
    private mutating func other(_ element: Kind, _ depth: Int) -> String {
        switch element {
        case .int: return "lists.range(\(text(.int, 0)))"
        case .string where random.oneIn(2):
            return "\(text(.string, depth)).split(\(leaf(.string)))"
        case .string: return "regex.extractAll(\(text(.string, depth)), \(pattern()))"
        case .dyn: return "[\(text(anyKind(1), depth)), \(text(anyKind(1), depth))].flatten()"
        default: return "[\(text(.list(element), depth))].flatten()"
        }
    }

    mutating func map(_ key: Kind, _ value: Kind, _ depth: Int) -> String {
        switch Int.random(in: 0..<6, using: &random) {
        case 0, 1, 2: return "{\(entries(key, value, depth))}"
        case 3, 4:
            let first = newName()
            let second = random.pick(Self.names.filter { $0 != first }) ?? "y"
            let from = anyKind(1)
            let map = text(.map(key, from), depth)
            let arguments = transform(value, [(first, key), (second, from)], depth)
            return "\(map).transformMap(\(arguments))"
        default:
            let (range, variables) = pairs(depth)
            var parts = variables.map(\.name)
            if random.oneIn(2) { parts.append(within(variables) { $0.text(.bool, depth) }) }
            parts.append(within(variables) { "{\($0.text(key, depth)): \($0.text(value, depth))}" })
            return "\(range).transformMapEntry(\(parts.joined(separator: ", ")))"
        }
    }

    private mutating func entries(_ key: Kind, _ value: Kind, _ depth: Int) -> String {
        (0..<Int.random(in: 0...2, using: &random)).map { _ in
            random.oneIn(8)
                ? "?\(text(key, 0)): \(text(.optional(value), depth))"
                : "\(text(key, 0)): \(text(value, depth))"
        }.joined(separator: ", ")
    }

    mutating func optional(_ value: Kind, _ depth: Int) -> String {
        switch Int.random(in: 0..<10, using: &random) {
        case 0: return "optional.of(\(text(value, depth)))"
        case 1: return "optional.ofNonZeroValue(\(text(value, depth)))"
        case 2: return "optional.none()"
        case 3: return "\(text(.optional(value), depth)).or(\(text(.optional(value), depth)))"
        case 4:
            let member = random.pick(["a", "b", "c"]) ?? "a"
            return "\(text(.map(.string, value), depth)).?\(member)"
        case 5: return "\(text(.list(value), depth))[?\(text(.int, 0))]"
        case 6: return "\(text(.list(value), depth)).\(random.oneIn(2) ? "first" : "last")()"
        case 7:
            let key = random.pick(Self.keys) ?? .string
            return "\(text(.map(key, value), depth))[?\(text(key, 0))]"
        default: return optionalMap(to: value, depth)
        }
    }

    private mutating func optionalMap(to value: Kind, _ depth: Int) -> String {
        let name = newName()
        let from = anyKind(1)
        let operand = text(.optional(from), depth)
        let isFlat = random.oneIn(2)
        let result = within([(name, from)]) { $0.text(isFlat ? .optional(value) : value, depth) }
        return "\(operand).\(isFlat ? "optFlatMap" : "optMap")(\(name), \(result))"
    }
}
