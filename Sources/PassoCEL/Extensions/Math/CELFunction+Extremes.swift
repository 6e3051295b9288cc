extension CELFunction {
    /// The greatest and the least of numbers (cel-go's extension "Math").
    static let extremes = [
        extreme("greatest") { CELValue.compareNumbers($0, $1) == .greater },
        extreme("least") { CELValue.compareNumbers($0, $1) == .less },
    ]

    private typealias Preference = @Sendable (CELValue, CELValue) -> Bool

    /// The number before which no other is preferred: of equal ones the first.
    ///
    /// The arguments are any number of numbers, or one list of them. Numbers of one kind give a
    /// number of that kind, others `dyn`.
    private static func extreme(
        _ name: String,
        _ isPreferred: @escaping Preference
    ) -> CELFunction {
        let qualified = "math." + name
        let kinds: [CELType] = [.int, .uint, .double]
        let pairs = kinds.map { kind in
            CELOverload("math_\(name)_\(kind)_\(kind)", kind, kind, kind) {
                (left: CELValue, right: CELValue) throws(CELError) -> CELValue in
                isPreferred(right, left) ? right : left
            }
        }
        let rows = kinds.map { kind in
            CELOverload("math_\(name)_\(kind)", [kind], kind, isVariadic: true) {
                (numbers: [CELValue]) throws(CELError) -> CELValue in
                try best(numbers, qualified, isPreferred)
            }
        }
        let lists = kinds.map { kind in
            CELOverload("math_\(name)_list_\(kind)", .list(kind), kind) {
                (list: CELValue) throws(CELError) -> CELValue in
                try best(list.listValue ?? [], qualified, isPreferred)
            }
        }
        let mixed = CELOverload(
            "math_\(name)_numbers",
            [.dyn, .dyn],
            .dyn,
            isVariadic: true,
            takesNumbersOnly: true,
            body: .general { (numbers: [CELValue]) throws(CELError) -> CELValue in
                try best(numbers, qualified, isPreferred)
            }
        )
        return CELFunction(qualified, pairs + rows + lists + [mixed])
            .costing(CELFunctionCost(.weightOfAll, building: .nothing))
    }

    private static func best(
        _ numbers: [CELValue],
        _ name: String,
        _ isPreferred: Preference
    ) throws(CELError) -> CELValue {
        guard var best = numbers.first else {
            throw CELError(.invalidArgument, [CELArgument("value", "[]")])
        }
        for number in numbers {
            guard number.isNumber else { throw .noOverload(name, [number]) }
            if isPreferred(number, best) { best = number }
        }
        return best
    }
}
