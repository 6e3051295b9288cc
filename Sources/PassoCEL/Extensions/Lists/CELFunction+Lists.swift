extension CELFunction {
    /// The functions of lists (cel-go's extension "Lists").
    static let lists = [slice, flatten, range, reverse, distinct, sort] + ends

    private static let anyList = CELType.list(.parameter("T"))

    /// `list.slice(start, end)`: the elements from one place to before another.
    private static let slice = CELFunction(
        "slice",
        CELOverload("list_slice", [anyList, .int, .int], anyList, isMember: true) {
            (arguments: [CELValue]) throws(CELError) -> CELValue in
            guard let list = arguments[0].listValue, let start = arguments[1].intValue,
                let end = arguments[2].intValue
            else { throw .noOverload("slice", arguments) }
            guard 0 <= start, start <= end, end <= list.count else {
                throw CELError(
                    .indexOutOfRange,
                    [
                        CELArgument("index", String(0 <= start && start <= end ? end : start)),
                        CELArgument("size", String(list.count)),
                    ]
                )
            }
            return CELValue(Array(list[Int(start)..<Int(end)]))
        }
    )
    .costing(CELFunctionCost(building: .shallow) { $0[0] })

    /// `list.flatten()` and `list.flatten(depth)`: lists in the list replaced by their elements.
    private static let flatten = CELFunction(
        "flatten",
        .prepared("list_flatten", [.list(anyList)], anyList, isMember: true) { _, limits in
            .unary { (list: CELValue) throws(CELError) -> CELValue in
                try list.flattened(1, limits)
            }
        },
        .prepared("list_flatten_int", [.list(.dyn), .int], .list(.dyn), isMember: true) {
            _,
            limits in
            .binary { (list: CELValue, depth: CELValue) throws(CELError) -> CELValue in
                guard let depth = depth.intValue, depth >= 0 else {
                    throw CELError(.invalidArgument, [CELArgument("value", depth.description)])
                }
                return try list.flattened(depth, limits)
            }
        }
    )
    .costing(CELFunctionCost(.weight(0), building: .shallow))

    /// `lists.range(n)`: the integers from 0 to before `n`.
    private static let range = CELFunction(
        "lists.range",
        .prepared("lists_range", [.int], .list(.int)) { _, limits in
            .unary { (value: CELValue) throws(CELError) -> CELValue in
                guard let count = value.intValue, count >= 0 else {
                    throw CELError(.invalidArgument, [CELArgument("value", value.description)])
                }
                guard count <= limits.resultElements else {
                    throw .limit(limits.resultElements)
                }
                return CELValue((0..<count).map { .int($0) })
            }
        }
    )
    .costing(
        CELFunctionCost(building: .shallow) {
            .list($0[0].integer, of: .integer(upTo: $0[0].integer))
        }
    )

    private static let reverse = CELFunction(
        "reverse",
        .list("list_reverse", anyList) { list in CELValue(list.reversed()) }
    )
    .costing(CELFunctionCost(building: .shallow) { $0[0] })

    /// The elements that are equal to none before them.
    private static let distinct = CELFunction(
        "distinct",
        .list("list_distinct", anyList) { list in
            var seen = CELValueSet()
            return CELValue(list.filter { seen.insert($0) })
        }
    )
    // Each element is hashed, and compared with one that is equal.
    .costing(CELFunctionCost(.weight(0), .weight(0), building: .shallow) { $0[0] })

    /// `list.first()` and `list.last()`, which an empty list does not have.
    private static let ends = [
        CELFunction(
            "first",
            .list("list_first", .optional(.parameter("T"))) { list in
                .optional(list.first.map { CELOptional($0) } ?? .none)
            }
        ),
        CELFunction(
            "last",
            .list("list_last", .optional(.parameter("T"))) { list in
                .optional(list.last.map { CELOptional($0) } ?? .none)
            }
        ),
    ]
    .map { $0.costing(CELFunctionCost(building: .nothing) { .optional($0[0].element) }) }
}

extension CELOverload {
    /// A member of lists without arguments.
    fileprivate static func list(
        _ id: String,
        _ result: CELType,
        _ body: @escaping @Sendable ([CELValue]) -> CELValue
    ) -> CELOverload {
        CELOverload(id, .list(.parameter("T")), result, isMember: true) {
            (value: CELValue) throws(CELError) -> CELValue in
            guard let list = value.listValue else { throw .noOverload(id, [value]) }
            return body(list)
        }
    }

    /// A signature whose body knows the limits.
    fileprivate static func prepared(
        _ id: String,
        _ parameters: [CELType],
        _ result: CELType,
        isMember: Bool = false,
        _ prepare: @escaping @Sendable ([CELValue?], CELLimits) -> Body
    ) -> CELOverload {
        CELOverload(id, parameters, result, isMember: isMember, body: .prepared(prepare))
    }
}

extension CELValue {
    /// A list with the lists in it replaced by their elements, so many levels deep.
    ///
    /// Lists may share their parts, so that what is gone through is counted, empty lists too.
    /// Values nest no deeper than ``CELLimits/valueDepth``, which bounds the recursion.
    fileprivate func flattened(_ depth: Int64, _ limits: CELLimits) throws(CELError) -> CELValue {
        guard let list = listValue else { throw .noOverload("flatten", [self]) }
        var result: [CELValue] = []
        var rest = limits.resultElements
        func add(_ elements: [CELValue], _ depth: Int64) throws(CELError) {
            rest -= elements.count
            guard rest >= 0 else { throw .limit(limits.resultElements) }
            for element in elements {
                guard depth > 0, let inner = element.listValue else {
                    result.append(element)
                    continue
                }
                try add(inner, depth - 1)
            }
        }
        try add(list, depth)
        return CELValue(result)
    }
}
