import PassoTesting

extension RandomExpression {
    /// What joins truth values, and macros over collections.
    mutating func bool(_ depth: Int) -> String {
        switch Int.random(in: 0..<10, using: &random) {
        case 0: return "\(text(.bool, depth)) && \(text(.bool, depth))".grouped
        case 1: return "\(text(.bool, depth)) || \(text(.bool, depth))".grouped
        case 2: return "!\(text(.bool, depth).grouped)"
        case 3:
            return
                "(\(text(.bool, depth)) && \(text(.bool, depth)) && \(text(.bool, depth)) || b)"
        case 4: return "(\(text(.bool, depth)) ? \(text(.bool, depth)) : \(text(.bool, depth)))"
        case 5, 6: return oneVariableTest(depth)
        case 7: return twoVariableTest(depth)
        case 8: return "i > \(leaf(.int)) && i <= \(leaf(.int))".grouped
        default: return has(depth)
        }
    }

    private mutating func oneVariableTest(_ depth: Int) -> String {
        let name = newName()
        let macro = random.pick(["all", "exists", "exists_one"]) ?? "all"
        if random.oneIn(4) {
            let key = random.pick(Self.keys) ?? .string
            let map = text(.map(key, anyKind(1)), depth)
            return "\(map).\(macro)(\(name), \(within([(name, key)]) { $0.text(.bool, depth) }))"
        }
        let element = anyKind(1)
        let list = text(.list(element), depth)
        return "\(list).\(macro)(\(name), \(within([(name, element)]) { $0.text(.bool, depth) }))"
    }

    private mutating func twoVariableTest(_ depth: Int) -> String {
        let macro = random.pick(["all", "exists", "existsOne"]) ?? "all"
        let (range, variables) = pairs(depth)
        let names = variables.map(\.name).joined(separator: ", ")
        return "\(range).\(macro)(\(names), \(within(variables) { $0.text(.bool, depth) }))"
    }

    /// A collection for a macro with two variables, and what they are called.
    mutating func pairs(_ depth: Int) -> (String, [(name: String, kind: Kind)]) {
        let first = newName()
        let second = random.pick(Self.names.filter { $0 != first }) ?? "y"
        let value = anyKind(1)
        if random.oneIn(2) {
            return (text(.list(value), depth), [(first, .int), (second, value)])
        }
        let key = random.pick(Self.keys) ?? .string
        return (text(.map(key, value), depth), [(first, key), (second, value)])
    }

    private mutating func has(_ depth: Int) -> String {
        let member = random.pick(["a", "b", "c", "`a b`"]) ?? "a"
        return "has(\(text(.map(.string, anyKind(1)), depth)).\(member))"
    }

    /// What tests values of other types.
    mutating func test(_ depth: Int) -> String {
        switch Int.random(in: 0..<12, using: &random) {
        case 0, 1:
            let kind = orderedKind()
            let sign = random.pick(["<", "<=", ">", ">="]) ?? "<"
            return "\(text(kind, depth)) \(sign) \(text(kind, depth))".grouped
        case 2:
            let numbers: [Kind] = [.int, .uint, .double]
            let sign = random.pick(["<", "<=", ">", ">="]) ?? "<"
            let left = text(random.pick(numbers) ?? .int, depth)
            return "\(left) \(sign) \(text(random.pick(numbers) ?? .int, depth))".grouped
        case 3, 4:
            let kind = anyKind(2)
            return "\(text(kind, depth)) \(random.oneIn(2) ? "==" : "!=") \(text(kind, depth))"
                .grouped
        case 5: return "dyn(\(text(anyKind(1), depth))) == \(text(anyKind(1), depth))".grouped
        case 6:
            let kind = anyKind(1)
            return "\(text(kind, depth)) in \(text(.list(kind), depth))".grouped
        case 7:
            let kind = random.pick(Self.keys) ?? .int
            return "\(text(kind, depth)) in \(text(.map(kind, anyKind(1)), depth))".grouped
        case 8: return "\(text(.optional(anyKind(1)), depth)).hasValue()"
        case 9: return sets(depth)
        case 10: return doubleTest(depth)
        default: return textTest(depth)
        }
    }

    private mutating func sets(_ depth: Int) -> String {
        let kind = anyKind(1)
        let name = random.pick(["contains", "equivalent", "intersects"]) ?? "contains"
        return "sets.\(name)(\(text(.list(kind), depth)), \(text(.list(kind), depth)))"
    }

    private mutating func doubleTest(_ depth: Int) -> String {
        let name = random.pick(["isNaN", "isInf", "isFinite"]) ?? "isNaN"
        return "math.\(name)(\(text(.double, depth)))"
    }

    private mutating func textTest(_ depth: Int) -> String {
        switch Int.random(in: 0..<5, using: &random) {
        case 0: return "\(text(.string, depth)).matches(\(pattern()))"
        case 1: return "matches(\(text(.string, depth)), \(pattern()))"
        case 2: return "isIP(\(text(.string, depth)))"
        default:
            let name = random.pick(["contains", "startsWith", "endsWith"]) ?? "contains"
            return "\(text(.string, depth)).\(name)(\(text(.string, depth)))"
        }
    }

    /// A regular expression, mostly a right one.
    mutating func pattern() -> String {
        random.pick([
            "'a'", "'^a.*b$'", "r'\\d+'", "'[a-c]+'", "'(a|b)*'", "'.'", "''", "'é'", "'('", "s",
            "'(?i)A'", "'(.)(.)'",
        ]) ?? "'a'"
    }
}

extension String {
    /// In parentheses, so that it is one operand.
    var grouped: String { "(\(self))" }
}
