extension CELOverload {
    /// A signature with one argument of a Swift type.
    static func typed<Argument: CELConvertible>(
        _ id: String,
        _ result: CELType,
        isMember: Bool = false,
        _ body: @escaping @Sendable (Argument) throws(CELError) -> CELValue
    ) -> CELOverload {
        CELOverload(id, Argument.celType, result, isMember: isMember) {
            (value: CELValue) throws(CELError) -> CELValue in
            guard let argument = Argument(celValue: value) else { throw .noOverload(id, [value]) }
            return try body(argument)
        }
    }

    /// A signature with two arguments of Swift types.
    static func typed<First: CELConvertible, Second: CELConvertible>(
        _ id: String,
        _ result: CELType,
        isMember: Bool = false,
        _ body: @escaping @Sendable (First, Second) throws(CELError) -> CELValue
    ) -> CELOverload {
        CELOverload(id, First.celType, Second.celType, result, isMember: isMember) {
            (first: CELValue, second: CELValue) throws(CELError) -> CELValue in
            guard let left = First(celValue: first), let right = Second(celValue: second) else {
                throw .noOverload(id, [first, second])
            }
            return try body(left, right)
        }
    }
}
