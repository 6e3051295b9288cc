extension CELFunction {
    private static let value = CELType.parameter("T")
    private static let optional = CELType.optional(.parameter("T"))

    /// The functions of optional values.
    static let optionals = [
        CELFunction(
            "optional.of",
            CELOverload("optional_of", value, optional) { (value) throws(CELError) in
                try .checked(optional: value)
            }
        )
        .costing(CELFunctionCost(building: .nothing) { .optional($0[0]) }),
        CELFunction(
            "optional.ofNonZeroValue",
            CELOverload("optional_ofNonZeroValue", value, optional) { (value) throws(CELError) in
                value.isZero ? .optional(.none) : try .checked(optional: value)
            }
        )
        .costing(CELFunctionCost(building: .nothing) { .optional($0[0]) }),
        CELFunction(
            "optional.none",
            CELOverload("optional_none", [], optional) {
                (_: [CELValue]) throws(CELError) in .optional(.none)
            }
        )
        .costing(CELFunctionCost(building: .nothing) { _ in .optional(.scalar) }),
        CELFunction(
            "optional.unwrap",
            CELOverload("optional_unwrap", .list(optional), .list(value)) {
                (list) throws(CELError) in try list.unwrapped()
            }
        )
        .costing(
            CELFunctionCost(.elements(0), building: .shallow) {
                .list($0[0].count, of: $0[0].element.element)
            }
        ),
        CELFunction(
            "unwrapOpt",
            CELOverload("optional_unwrapOpt", .list(optional), .list(value), isMember: true) {
                (list) throws(CELError) in try list.unwrapped()
            }
        )
        .costing(
            CELFunctionCost(.elements(0), building: .shallow) {
                .list($0[0].count, of: $0[0].element.element)
            }
        ),
        CELFunction(
            "hasValue",
            CELOverload("optional_hasValue", optional, .bool, isMember: true) {
                (optional) throws(CELError) in
                guard case .optional(let optional) = optional else { return .bool(false) }
                return .bool(optional.value != nil)
            }
        )
        .costing(.constant()),
        CELFunction(
            "value",
            CELOverload("optional_value", optional, value, isMember: true) {
                (optional) throws(CELError) in
                guard case .optional(let optional) = optional, let value = optional.value else {
                    throw CELError(.invalidArgument, [CELArgument("value", "optional.none()")])
                }
                return value
            }
        )
        .costing(CELFunctionCost(building: .nothing) { $0[0].element }),
        CELFunction(
            "or",
            CELOverload(
                "optional_or_optional",
                [optional, optional],
                optional,
                isMember: true,
                body: .alternative(givesValue: false)
            )
        )
        .costing(CELFunctionCost(building: .nothing) { $0[0].merged(with: $0[1]) }),
        CELFunction(
            "orValue",
            CELOverload(
                "optional_orValue_value",
                [optional, value],
                value,
                isMember: true,
                body: .alternative(givesValue: true)
            )
        )
        .costing(
            CELFunctionCost(building: .nothing) { $0[0].element.merged(with: $0[1]) }
        ),
    ]
}

extension CELValue {
    /// Whether this is the value that a variable of its type has when nothing was set.
    fileprivate var isZero: Bool {
        switch self {
        case .null: true
        case .bool(let value): !value
        case .int(let value): value == 0
        case .uint(let value): value == 0
        case .double(let value): value == 0
        case .string(let value): value.byteCount == 0
        case .bytes(let value): value.isEmpty
        case .list(let value): value.count == 0
        case .map(let value): value.count == 0
        case .timestamp(let value): value == .epoch
        case .duration(let value): value == .zero
        case .optional, .type, .object: false
        }
    }

    /// The values of a list of optionals, without those that have none.
    fileprivate func unwrapped() throws(CELError) -> CELValue {
        var values: [CELValue] = []
        for element in listValue ?? [] {
            guard case .optional(let optional) = element else {
                throw .noOverload("optional.unwrap", [self])
            }
            if let value = optional.value { values.append(value) }
        }
        return CELValue(values)
    }
}
