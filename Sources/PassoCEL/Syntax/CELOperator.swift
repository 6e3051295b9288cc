/// The names of the operators, as functions (language definition, "Standard definitions").
enum CELOperator {
    static let conditional = "_?_:_"
    static let and = "_&&_"
    static let or = "_||_"
    static let not = "!_"
    static let negate = "-_"
    static let index = "_[_]"
    /// `a.?b`, with the name of the member as its second argument.
    static let optionalSelect = "_?._"
    /// `a[?b]`, with the index as its second argument.
    static let optionalIndex = "_[?_]"

    /// The function of a binary operator's token, and how tightly it binds.
    static func binary(_ kind: CELToken.Kind) -> (name: String, binding: Int)? {
        switch kind {
        case .or: (or, 1)
        case .and: (and, 2)
        case .equal: ("_==_", 3)
        case .notEqual: ("_!=_", 3)
        case .less: ("_<_", 3)
        case .lessOrEqual: ("_<=_", 3)
        case .greater: ("_>_", 3)
        case .greaterOrEqual: ("_>=_", 3)
        case .in: ("@in", 3)
        case .plus: ("_+_", 4)
        case .minus: ("_-_", 4)
        case .star: ("_*_", 5)
        case .slash: ("_/_", 5)
        case .percent: ("_%_", 5)
        default: nil
        }
    }

    /// How a binary function is written and how tightly it binds.
    static let symbols: [String: (symbol: String, binding: Int)] = [
        or: ("||", 1), and: ("&&", 2), "_==_": ("==", 3), "_!=_": ("!=", 3), "_<_": ("<", 3),
        "_<=_": ("<=", 3), "_>_": (">", 3), "_>=_": (">=", 3), "@in": ("in", 3), "_+_": ("+", 4),
        "_-_": ("-", 4), "_*_": ("*", 5), "_/_": ("/", 5), "_%_": ("%", 5),
    ]
}
