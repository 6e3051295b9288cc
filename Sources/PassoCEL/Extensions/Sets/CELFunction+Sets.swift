extension CELFunction {
    /// The functions that take lists as sets (cel-go's extension "Sets").
    static let sets = [
        relation("contains") { first, second in contains(first, all: second) },
        relation("equivalent") { first, second in
            contains(first, all: second) && contains(second, all: first)
        },
        relation("intersects") { first, second in
            let (few, many) = first.count < second.count ? (first, second) : (second, first)
            return within(few) { isKnown in many.contains(where: isKnown) }
        },
    ]

    /// Whether each element of the second list equals one of the first.
    private static func contains(_ list: [CELValue], all others: [CELValue]) -> Bool {
        within(list) { isKnown in others.allSatisfy(isKnown) }
    }

    /// The size up to which comparing with each element is faster than hashing.
    private static let scannedCount = 8

    /// Gives a test whether a value equals one of the list.
    private static func within(
        _ list: [CELValue],
        _ body: ((CELValue) -> Bool) -> Bool
    ) -> Bool {
        guard list.count > scannedCount else { return body { list.contains($0) } }
        let set = CELValueSet(list)
        return body { set.contains($0) }
    }

    private static func relation(
        _ name: String,
        _ holds: @escaping @Sendable ([CELValue], [CELValue]) -> Bool
    ) -> CELFunction {
        let anyList = CELType.list(.parameter("T"))
        return CELFunction(
            "sets." + name,
            CELOverload("list_sets_\(name)_list", anyList, anyList, .bool) {
                (first: CELValue, second: CELValue) throws(CELError) -> CELValue in
                guard let left = first.listValue, let right = second.listValue else {
                    throw .noOverload("sets." + name, [first, second])
                }
                return .bool(holds(left, right))
            }
        )
        // Each element is hashed, looked up and compared with one that is equal, both ways.
        .costing(CELFunctionCost(.weightOfAll, .weightOfAll, .weightOfAll, building: .nothing))
    }
}
