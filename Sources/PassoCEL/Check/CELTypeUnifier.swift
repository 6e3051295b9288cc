/// What is known of the type variables while an expression is checked.
///
/// The rules of assignability and generality are those of CEL's gradual typing (language
/// definition, "Gradual Type Checking"): `dyn` goes with everything, and of two types that agree
/// the more general one is kept.
struct CELTypeUnifier {
    private var bindings: [String: CELType] = [:]
    private var count = 0

    /// A type variable that is used nowhere else.
    mutating func fresh() -> CELType {
        count += 1
        return .parameter("%\(count)")
    }

    /// Whether every argument may stand for its parameter; if so, the variables remember it.
    mutating func assign(_ arguments: [CELType], to parameters: [CELType]) -> Bool {
        guard arguments.count == parameters.count else { return false }
        var attempt = self
        for (argument, parameter) in zip(arguments, parameters) {
            guard attempt.agree(argument, parameter) else { return false }
        }
        self = attempt
        return true
    }

    /// Whether one type may stand for the other; if so, the variables remember it.
    mutating func assign(_ argument: CELType, to parameter: CELType) -> Bool {
        assign([argument], to: [parameter])
    }

    /// The common type of an element seen before and a new one; `dyn` where they disagree.
    mutating func join(_ previous: CELType?, _ current: CELType) -> CELType {
        guard let previous else { return current }
        if previous == current { return previous }
        return assign(previous, to: current) ? Self.moreGeneral(previous, current) : .dyn
    }

    /// The type with its variables replaced by what they stand for.
    func resolved(_ type: CELType, unboundAsDyn: Bool = false) -> CELType {
        switch type {
        case .parameter(let name):
            if let bound = bindings[name] { return resolved(bound, unboundAsDyn: unboundAsDyn) }
            return unboundAsDyn ? .dyn : type
        default: return type.mapped { resolved($0, unboundAsDyn: unboundAsDyn) }
        }
    }

    /// The types with their declared parameters replaced by fresh variables.
    mutating func instantiate(_ signature: CELSignature) -> ([CELType], CELType) {
        guard signature.isGeneric else { return (signature.parameters, signature.result) }
        var names: [String: CELType] = [:]
        let parameters = signature.parameters.map { instantiate($0, &names) }
        return (parameters, instantiate(signature.result, &names))
    }

    private mutating func instantiate(
        _ type: CELType,
        _ names: inout [String: CELType]
    ) -> CELType {
        guard type.hasParameters else { return type }
        if case .parameter(let name) = type {
            if let known = names[name] { return known }
            let variable = fresh()
            names[name] = variable
            return variable
        }
        var copy = self
        let result = type.mapped { copy.instantiate($0, &names) }
        self = copy
        return result
    }
}

extension CELTypeUnifier {
    private mutating func agree(_ first: CELType, _ second: CELType) -> Bool {
        if first == second { return true }
        if case .parameter(let name) = second {
            if let isValid = substitute(first, for: name) { return isValid }
        }
        if case .parameter(let name) = first { return substitute(second, for: name) ?? false }
        switch (first, second) {
        case (.dyn, _), (_, .dyn): return true
        case (.null, let other), (let other, .null): return other.isNullable
        case (.wrapper(let inner), let other), (let other, .wrapper(let inner)):
            return agree(inner, other)
        case (.list(let first), .list(let second)): return agree(first, second)
        case (.map(let firstKey, let firstValue), .map(let secondKey, let secondValue)):
            return agree(firstKey, secondKey) && agree(firstValue, secondValue)
        case (.type, .type): return true
        case (.opaque(let first, let firsts), .opaque(let second, let seconds)):
            guard first == second, firsts.count == seconds.count else { return false }
            for (first, second) in zip(firsts, seconds) where !agree(first, second) {
                return false
            }
            return true
        default: return false
        }
    }

    /// Whether a variable may stand for a type; `nil` when it is free but occurs in the type, which
    /// leaves the question to the other side.
    private mutating func substitute(_ type: CELType, for name: String) -> Bool? {
        guard let bound = bindings[name] else {
            if occurs(name, in: type) { return nil }
            bindings[name] = type
            return true
        }
        if type == bound { return true }
        guard agree(type, bound) else { return false }
        let general = Self.moreGeneral(type, bound)
        if !occurs(name, in: general) { bindings[name] = general }
        return true
    }

    private func occurs(_ name: String, in type: CELType) -> Bool {
        switch type {
        case .parameter(let other):
            other == name || bindings[other].map { occurs(name, in: $0) } ?? false
        case .list(let element): occurs(name, in: element)
        case .map(let key, let value): occurs(name, in: key) || occurs(name, in: value)
        case .type(let inner), .wrapper(let inner): occurs(name, in: inner)
        case .opaque(_, let parameters): parameters.contains { occurs(name, in: $0) }
        default: false
        }
    }

    private static func moreGeneral(_ first: CELType, _ second: CELType) -> CELType {
        isAtLeastAsGeneral(first, second) ? first : second
    }

    private static func isAtLeastAsGeneral(_ first: CELType, _ second: CELType) -> Bool {
        switch (first, second) {
        case (.dyn, _), (.parameter, _): true
        case (_, .dyn), (_, .parameter): false
        case (_, .null): true
        case (.wrapper(let inner), let other): inner == other || first == second
        case (.list(let first), .list(let second)): isAtLeastAsGeneral(first, second)
        case (.map(let firstKey, let firstValue), .map(let secondKey, let secondValue)):
            isAtLeastAsGeneral(firstKey, secondKey) && isAtLeastAsGeneral(firstValue, secondValue)
        case (.opaque(let first, let firsts), .opaque(let second, let seconds)):
            first == second && firsts.count == seconds.count
                && zip(firsts, seconds).allSatisfy { isAtLeastAsGeneral($0, $1) }
        case (.type, .type): true
        default: first == second
        }
    }
}

extension CELType {
    /// The type with each of its direct parts replaced.
    func mapped(_ transform: (CELType) -> CELType) -> CELType {
        switch self {
        case .list(let element): .list(transform(element))
        case .map(let key, let value): .map(key: transform(key), value: transform(value))
        case .type(let type): .type(transform(type))
        case .wrapper(let type): .wrapper(transform(type))
        case .opaque(let name, let parameters) where !parameters.isEmpty:
            .opaque(name, parameters.map(transform))
        default: self
        }
    }

    /// Whether `null` may stand for a value of this type.
    fileprivate var isNullable: Bool {
        switch self {
        case .null, .dyn, .opaque, .timestamp, .duration, .wrapper: true
        default: false
        }
    }
}
