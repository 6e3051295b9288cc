extension CELValue {
    /// Compares with `<`, `<=`, `>` or `>=`.
    static func compare(
        _ operation: CELInstruction.Operation,
        _ left: CELValue,
        _ right: CELValue
    ) throws(CELError) -> Bool {
        guard let order = order(left, right) else {
            throw .noOverload(operation.symbol, [left, right])
        }
        switch operation {
        case .less: return order == .less
        case .lessOrEqual: return order == .less || order == .equal
        case .greater: return order == .greater
        default: return order == .greater || order == .equal
        }
    }

    /// Gives `-x`.
    func negated() throws(CELError) -> CELValue {
        switch self {
        case .int(let value):
            guard value != .min else { throw CELError(.overflow) }
            return .int(-value)
        case .double(let value): return .double(-value)
        default: throw .noOverload("-", [self])
        }
    }

    /// Gives `x + y`.
    func sum(_ other: CELValue, _ limits: CELLimits) throws(CELError) -> CELValue {
        switch (self, other) {
        case (.int(let left), .int(let right)):
            let (result, overflow) = left.addingReportingOverflow(right)
            return try Self.unlessOverflow(.int(result), overflow)
        case (.string(let left), .string(let right)):
            try Self.hold(left.byteCount + right.byteCount, to: limits.resultBytes)
            return .string(CELString(left.string + right.string))
        case (.uint(let left), .uint(let right)):
            let (result, overflow) = left.addingReportingOverflow(right)
            return try Self.unlessOverflow(.uint(result), overflow)
        case (.double(let left), .double(let right)): return .double(left + right)
        case (.bytes(let left), .bytes(let right)):
            try Self.hold(left.count + right.count, to: limits.resultBytes)
            return .bytes(left + right)
        case (.list(let left), .list(let right)):
            try Self.hold(left.count + right.count, to: limits.resultElements)
            return try CELValue.list(CELList(left.elements + right.elements)).bounded()
        case (.timestamp(let time), .duration(let span)),
            (.duration(let span), .timestamp(let time)):
            return try Self.unlessOverflow(time.adding(span).map(CELValue.timestamp))
        case (.duration(let left), .duration(let right)):
            return try Self.unlessOverflow(left.adding(right).map(CELValue.duration))
        default: throw .noOverload("+", [self, other])
        }
    }

    /// Gives `x - y`, `x * y`, `x / y`, `x % y`.
    func arithmetic(
        _ operation: CELInstruction.Operation,
        _ other: CELValue
    ) throws(CELError) -> CELValue {
        switch (self, other) {
        case (.int(let left), .int(let right)):
            return .int(try Self.integer(operation, left, right))
        case (.uint(let left), .uint(let right)):
            return .uint(try Self.integer(operation, left, right))
        case (.double(let left), .double(let right)) where operation != .remainder:
            return .double(Self.double(operation, left, right))
        case (.timestamp(let left), .timestamp(let right)) where operation == .subtract:
            return try Self.unlessOverflow(left.subtracting(right).map(CELValue.duration))
        case (.timestamp(let left), .duration(let right)) where operation == .subtract:
            return try Self.unlessOverflow(left.subtracting(right).map(CELValue.timestamp))
        case (.duration(let left), .duration(let right)) where operation == .subtract:
            return try Self.unlessOverflow(left.subtracting(right).map(CELValue.duration))
        default: throw .noOverload(operation.symbol, [self, other])
        }
    }

    private static func integer<Integer: FixedWidthInteger>(
        _ operation: CELInstruction.Operation,
        _ left: Integer,
        _ right: Integer
    ) throws(CELError) -> Integer {
        let (result, overflow): (Integer, Bool)
        switch operation {
        case .subtract: (result, overflow) = left.subtractingReportingOverflow(right)
        case .multiply: (result, overflow) = left.multipliedReportingOverflow(by: right)
        case .divide:
            guard right != 0 else { throw CELError(.divideByZero) }
            (result, overflow) = left.dividedReportingOverflow(by: right)
        default:
            guard right != 0 else { throw CELError(.modulusByZero) }
            (result, overflow) = left.remainderReportingOverflow(dividingBy: right)
        }
        guard !overflow else { throw CELError(.overflow) }
        return result
    }

    private static func double(
        _ operation: CELInstruction.Operation,
        _ left: Double,
        _ right: Double
    ) -> Double {
        switch operation {
        case .subtract: left - right
        case .multiply: left * right
        default: left / right
        }
    }

    private static func unlessOverflow(
        _ value: CELValue?,
        _ overflow: Bool = false
    ) throws(CELError) -> CELValue {
        guard let value, !overflow else { throw CELError(.overflow) }
        return value
    }

    private static func hold(_ size: Int, to limit: Int) throws(CELError) {
        guard size <= limit else {
            throw .limit(limit)
        }
    }
}

extension CELError {
    /// The error of a result that is larger than a limit.
    static func limit(_ limit: Int) -> CELError {
        CELError(.limit, [CELArgument("limit", String(limit))])
    }
}

extension CELInstruction.Operation {
    /// How the operator is written.
    var symbol: String {
        switch self {
        case .less: "<"
        case .lessOrEqual: "<="
        case .greater: ">"
        case .greaterOrEqual: ">="
        case .subtract: "-"
        case .multiply: "*"
        case .divide: "/"
        case .remainder: "%"
        default: ""
        }
    }
}
