extension CELFunction {
    /// `list.sort()`: the elements in ascending order, equal ones in the order that they had.
    static let sort = CELFunction(
        "sort",
        CELType.ordered.map { type in
            CELOverload(
                "list_\(type)_sort",
                .list(type),
                .list(type),
                isMember: true
            ) { (value: CELValue) throws(CELError) -> CELValue in
                guard let list = value.listValue else { throw .noOverload("sort", [value]) }
                return CELValue(try CELValue.sorted(list, by: list))
            }
        }
    )
    .costing(sortCost)

    private static let sortCost = CELFunctionCost(.sorting(0), building: .shallow) { $0[0] }

    /// What sorting keys of a size costs, in units, without the list that it gives.
    static func sortingUnits(_ keys: CELSize) -> UInt64 {
        sortCost.units(count: 1, { _ in keys }, pattern: { _ in 0 })
    }
}

extension CELType {
    /// The types whose values have an order (language definition, "Ordering").
    static let ordered: [CELType] = [
        .int, .uint, .double, .bool, .duration, .timestamp, .string, .bytes,
    ]

    /// The scalar that may also be `null`, or the type itself.
    var unwrapped: CELType { if case .wrapper(let type) = self { type } else { self } }
}

extension CELValue {
    /// Values in the order of their keys, of which there is one for each value.
    ///
    /// - Throws: `noMatchingOverload` when the keys have no order or are not all of one type.
    static func sorted(
        _ values: [CELValue],
        by keys: [CELValue]
    ) throws(CELError) -> [CELValue] {
        guard let first = keys.first else { return values }
        let type = first.type
        for key in keys where order(key, first) == nil || key.type != type {
            throw .noOverload("sort", [first, key])
        }
        let places = keys.indices.sorted { left, right in
            switch order(keys[left], keys[right]) {
            case .less: true
            case .greater: false
            default: left < right
            }
        }
        return places.map { values[$0] }
    }
}
