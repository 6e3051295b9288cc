extension CELFunction {
    /// The operators with their types (language definition, "List of Standard Definitions").
    ///
    /// They are listed for the checker only: programs have instructions of their own for them.
    static let operators: [String: [CELSignature]] = [
        CELOperator.conditional: [CELSignature([.bool, .anyT, .anyT], .anyT)],
        CELOperator.not: [CELSignature([.bool], .bool)],
        CELOperator.negate: [.unary(.int), .unary(.double)],
        CELOperator.index: elements, CELOperator.optionalIndex: elements,
        "@in": [
            CELSignature([.anyT, .list(.anyT)], .bool),
            CELSignature([.anyT, .map(key: .anyT, value: .anyU)], .bool),
        ],
        "_==_": [CELSignature([.anyT, .anyT], .bool)],
        "_!=_": [CELSignature([.anyT, .anyT], .bool)],
        "_<_": comparisons, "_<=_": comparisons, "_>_": comparisons, "_>=_": comparisons,
        "_+_": [
            .binary(.int), .binary(.string), .binary(.uint), .binary(.double), .binary(.bytes),
            .binary(.list(.anyT)), .binary(.duration),
            CELSignature([.timestamp, .duration], .timestamp),
            CELSignature([.duration, .timestamp], .timestamp),
        ],
        "_-_": [
            .binary(.int), .binary(.uint), .binary(.double), .binary(.duration),
            CELSignature([.timestamp, .duration], .timestamp),
            CELSignature([.timestamp, .timestamp], .duration),
        ],
        "_*_": [.binary(.int), .binary(.uint), .binary(.double)],
        "_/_": [.binary(.int), .binary(.uint), .binary(.double)],
        "_%_": [.binary(.int), .binary(.uint)],
    ]

    /// What an index gives; that an optional has an optional element is the checker's business.
    private static let elements = [
        CELSignature([.list(.anyT), .int], .anyT),
        CELSignature([.map(key: .anyT, value: .anyU), .anyT], .anyU),
    ]

    private static let comparisons: [CELSignature] =
        [.int, .uint, .double, .string, .bool, .bytes, .timestamp, .duration].map {
            CELSignature([$0, $0], .bool)
        }
        + numbers.flatMap { left in
            numbers.filter { $0 != left }.map { CELSignature([left, $0], .bool) }
        }

    private static let numbers: [CELType] = [.int, .uint, .double]
}

extension CELType {
    /// The type parameters of the operators.
    fileprivate static let anyT = CELType.parameter("T")
    fileprivate static let anyU = CELType.parameter("U")

    /// Whether a type parameter occurs in the type.
    var hasParameters: Bool {
        switch self {
        case .parameter: true
        case .list(let element): element.hasParameters
        case .map(let key, let value): key.hasParameters || value.hasParameters
        case .type(let type), .wrapper(let type): type.hasParameters
        case .opaque(_, let parameters): parameters.contains { $0.hasParameters }
        default: false
        }
    }
}

extension CELType {
    /// Whether something in the type is not known.
    var isOpen: Bool {
        switch self {
        case .dyn, .parameter: true
        case .list(let element): element.isOpen
        case .map(let key, let value): key.isOpen || value.isOpen
        case .wrapper(let type): type.isOpen
        case .opaque(_, let parameters): parameters.contains(where: \.isOpen)
        default: false
        }
    }

    /// Whether a value of this type can be a number.
    var mayBeNumber: Bool {
        switch self {
        case .int, .uint, .double, .dyn, .parameter: true
        case .wrapper(let type): type.mayBeNumber
        default: false
        }
    }
}

/// The types of an overload, for the checker.
struct CELSignature: Sendable {
    let parameters: [CELType]
    let result: CELType
    let isGeneric: Bool
    /// Whether the last parameter takes one argument or any number more.
    let isVariadic: Bool
    /// Whether arguments that are known to be no numbers are refused, whatever the parameters are.
    let takesNumbersOnly: Bool

    init(
        _ parameters: [CELType],
        _ result: CELType,
        isVariadic: Bool = false,
        takesNumbersOnly: Bool = false
    ) {
        self.parameters = parameters
        self.result = result
        self.isVariadic = isVariadic
        self.takesNumbersOnly = takesNumbersOnly
        isGeneric = parameters.contains { $0.hasParameters } || result.hasParameters
    }

    /// Whether a call may have so many arguments.
    func takes(_ count: Int) -> Bool {
        isVariadic ? count >= parameters.count : count == parameters.count
    }

    /// The types of `count` arguments, which the signature must take.
    static func repeated(_ parameters: [CELType], to count: Int) -> [CELType] {
        guard let last = parameters.last, count > parameters.count else { return parameters }
        return parameters + Array(repeating: last, count: count - parameters.count)
    }

    static func unary(_ type: CELType) -> CELSignature { CELSignature([type], type) }

    static func binary(_ type: CELType) -> CELSignature { CELSignature([type, type], type) }
}
