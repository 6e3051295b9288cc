/// A kind of number as functions take it out of a value.
protocol CELNumber: Sendable {
    /// The type of such values.
    static var celType: CELType { get }

    /// The number of a value of this kind.
    init?(_ value: CELValue)
}

extension Int64: CELNumber {
    static var celType: CELType { .int }

    init?(_ value: CELValue) {
        guard case .int(let number) = value else { return nil }
        self = number
    }
}

extension UInt64: CELNumber {
    static var celType: CELType { .uint }

    init?(_ value: CELValue) {
        guard case .uint(let number) = value else { return nil }
        self = number
    }
}

extension Double: CELNumber {
    static var celType: CELType { .double }

    init?(_ value: CELValue) {
        guard case .double(let number) = value else { return nil }
        self = number
    }
}

extension CELOverload {
    /// A signature with one number.
    static func number<Number: CELNumber>(
        _ id: String,
        _ result: CELType,
        _ operation: @escaping @Sendable (Number) throws(CELError) -> CELValue
    ) -> CELOverload {
        CELOverload(id, Number.celType, result) {
            (value: CELValue) throws(CELError) -> CELValue in
            guard let number = Number(value) else { throw .noOverload(id, [value]) }
            return try operation(number)
        }
    }

    /// A signature with two numbers.
    static func numbers<Left: CELNumber, Right: CELNumber>(
        _ id: String,
        _ result: CELType,
        _ operation: @escaping @Sendable (Left, Right) throws(CELError) -> CELValue
    ) -> CELOverload {
        CELOverload(id, Left.celType, Right.celType, result) {
            (left: CELValue, right: CELValue) throws(CELError) -> CELValue in
            guard let first = Left(left), let second = Right(right) else {
                throw .noOverload(id, [left, right])
            }
            return try operation(first, second)
        }
    }
}
