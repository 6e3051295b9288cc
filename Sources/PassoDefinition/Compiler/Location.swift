import PassoCEL

/// A place where a value can be stored, as it is written: `order.lines[0].count`.
struct LocationPath: Sendable {
    /// One step into a value.
    enum Step: Sendable {
        case member(String, range: Range<Int>)
        /// The index in a list or the key in a map.
        case index(range: Range<Int>)
    }

    /// The name at its beginning, dotted as far as names of data are.
    let name: String
    /// The steps behind the name.
    let steps: [Step]

    /// Reads a location; nil when the expression is none.
    ///
    /// - Parameters:
    ///   - expression: the location, parsed as an expression.
    ///   - isDeclared: whether a dotted name is one of a data item; the longest one counts.
    init?(_ expression: CELExpression, isDeclared: (String) -> Bool) {
        var steps: [Step] = []
        var node = expression.root
        while true {
            switch expression[node].kind {
            case .identifier(let name, isRooted: false):
                (self.name, self.steps) = Self.longest(name, steps.reversed(), isDeclared)
                return
            case .select(let operand, let member, isTest: false):
                steps.append(.member(member, range: expression[node].focus))
                node = operand
            case .call("_[_]", target: nil, let arguments) where arguments.count == 2:
                steps.append(.index(range: expression[arguments[1]].range))
                node = arguments[0]
            default: return nil
            }
        }
    }

    /// Takes as many members into the name as there are in a declared one.
    private static func longest(
        _ name: String,
        _ steps: [Step],
        _ isDeclared: (String) -> Bool
    ) -> (String, [Step]) {
        var best = (name, steps)
        var dotted = name
        for (count, step) in steps.enumerated() {
            guard case .member(let member, _) = step else { break }
            dotted += ".\(member)"
            if isDeclared(dotted) { best = (dotted, Array(steps[(count + 1)...])) }
        }
        return best
    }
}
