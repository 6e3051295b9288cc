/// How one value stands to another; `NaN` stands in no order to anything.
enum CELOrder {
    case less, equal, greater, unordered
}

extension CELValue {
    /// Whether this is an int, a uint or a double.
    var isNumber: Bool {
        switch self {
        case .int, .uint, .double: true
        default: false
        }
    }

    /// How two values stand to each other, or `nil` where CEL has no order between their kinds.
    static func order(_ left: CELValue, _ right: CELValue) -> CELOrder? {
        switch (left, right) {
        case (.int(let left), .int(let right)): order(of: left, right)
        case (.string(let left), .string(let right)): order(of: left, right)
        case (.timestamp(let left), .timestamp(let right)): order(of: left, right)
        case (.duration(let left), .duration(let right)): order(of: left, right)
        case (.bool(let left), .bool(let right)): order(of: left ? 1 : 0, right ? 1 : 0)
        case (.bytes(let left), .bytes(let right)):
            left == right ? .equal : left.lexicographicallyPrecedes(right) ? .less : .greater
        default: left.isNumber && right.isNumber ? compareNumbers(left, right) : nil
        }
    }

    /// Compares two numbers of any kinds by their mathematical values.
    static func compareNumbers(_ left: CELValue, _ right: CELValue) -> CELOrder {
        switch (left, right) {
        case (.int(let left), .int(let right)): order(of: left, right)
        case (.uint(let left), .uint(let right)): order(of: left, right)
        case (.int(let left), .uint(let right)):
            left < 0 ? .less : order(of: UInt64(left.magnitude), right)
        case (.uint(let left), .int(let right)):
            right < 0 ? .greater : order(of: left, UInt64(right.magnitude))
        case (.double(let left), .double(let right)):
            left.isNaN || right.isNaN ? .unordered : order(of: left, right)
        case (.int(let left), .double(let right)): order(of: left, double: right)
        case (.uint(let left), .double(let right)): order(of: left, double: right)
        case (.double(let left), .int(let right)): order(of: right, double: left).reversed
        case (.double(let left), .uint(let right)): order(of: right, double: left).reversed
        default: .unordered
        }
    }

    private static func order<Value: Comparable>(of left: Value, _ right: Value) -> CELOrder {
        left < right ? .less : left == right ? .equal : .greater
    }

    /// Compares as doubles, which is where the integers beyond 2^53 lie for the official tests; a
    /// double beyond all integers is told apart first.
    private static func order<Integer: FixedWidthInteger>(
        of left: Integer,
        double right: Double
    ) -> CELOrder {
        if right.isNaN { return .unordered }
        if right < Double(Integer.min) { return .greater }
        if right > Double(Integer.max) { return .less }
        return order(of: Double(left), right)
    }
}

extension CELOrder {
    /// The order with both sides exchanged.
    var reversed: CELOrder {
        switch self {
        case .less: .greater
        case .greater: .less
        case .equal, .unordered: self
        }
    }
}
