/// How one value may stand to another.
struct CELRelation: OptionSet, Hashable {
    let rawValue: UInt8

    static let less = CELRelation(rawValue: 1)
    static let equal = CELRelation(rawValue: 2)
    static let greater = CELRelation(rawValue: 4)
    /// In no order, as `NaN` to everything, or values of different kinds.
    static let unordered = CELRelation(rawValue: 8)
    static let any: CELRelation = [.less, .equal, .greater, .unordered]

    /// What holds when this does not.
    var complement: CELRelation { Self.any.subtracting(self) }

    /// The same with both sides exchanged.
    var reversed: CELRelation {
        var result = intersection([.equal, .unordered])
        if contains(.less) { result.insert(.greater) }
        if contains(.greater) { result.insert(.less) }
        return result
    }
}

extension CELRelation {
    /// The relation that an operator asks for.
    init?(_ operation: String) {
        switch operation {
        case "_==_": self = .equal
        case "_!=_": self = [.less, .greater, .unordered]
        case "_<_": self = .less
        case "_<=_": self = [.less, .equal]
        case "_>_": self = .greater
        case "_>=_": self = [.greater, .equal]
        default: return nil
        }
    }
}
