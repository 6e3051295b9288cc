extension CELFunction {
    /// Declares a function of Swift values, whose signature follows from its types.
    ///
    /// ```swift
    /// var environment = CELEnvironment()
    /// environment.declare(CELFunction("characters") { (text: String) in text.count })
    /// environment.declare(
    ///     CELFunction("isOlder", isMember: true, cost: .constant()) { (user: User, age: Int) in
    ///         user.age > age
    ///     }
    /// )
    /// // size(request.title) < 200 && characters(request.title) <= 50 && user.isOlder(17)
    /// ```
    ///
    /// - Parameters:
    ///   - name: the name, which may be qualified: `office.isOpen`.
    ///   - isMember: whether it is called on its first argument: `x.f(y)` instead of `f(x, y)`.
    ///   - cost: what a call costs and how large its result may be. Without it a call costs what all
    ///     its arguments weigh, and its result counts as being as large as the limits allow.
    ///   - body: what it does. It must be pure: equal arguments give equal results. What it throws
    ///     is an error value of the expression: a ``CELError`` as it is, any other error as one with
    ///     the code ``CELErrorCode/invalidArgument`` that names the function and the error.
    public init<each Parameter: CELConvertible, Output: CELConvertible>(
        _ name: String,
        isMember: Bool = false,
        cost: CELFunctionCost = .undescribed,
        _ body: @escaping @Sendable (repeat each Parameter) throws -> Output
    ) {
        var parameters: [CELType] = []
        repeat parameters.append((each Parameter).celType)
        let call = CELSwiftCall<repeat each Parameter, Output>(name: name, body: body)
        let id = ([name] + parameters.map(\.runtimeName)).joined(separator: "_")
        let form: CELOverload.Body =
            switch parameters.count {
            case 1: .unary { value throws(CELError) in try call.result([value]) }
            case 2:
                .binary { (first, second) throws(CELError) in try call.result([first, second]) }
            default: .general { values throws(CELError) in try call.result(values) }
            }
        let overload = CELOverload(
            id,
            parameters,
            Output.celType,
            isMember: isMember,
            body: form
        )
        self.init(name, overload.costing(cost))
    }
}

/// A Swift function with the conversions of its arguments and its result.
private struct CELSwiftCall<each Parameter: CELConvertible, Output: CELConvertible>: Sendable {
    let name: String
    let body: @Sendable (repeat each Parameter) throws -> Output

    func result(_ values: [CELValue]) throws(CELError) -> CELValue {
        do {
            var place = 0
            return try body(repeat argument((each Parameter).self, values, &place)).celValue
        } catch let error as CELError {
            throw error
        } catch {
            throw CELError(
                .invalidArgument,
                [CELArgument("function", name), CELArgument("value", "\(error)")]
            )
        }
    }

    /// The next argument as a Swift value.
    private func argument<Value: CELConvertible>(
        _ type: Value.Type,
        _ values: [CELValue],
        _ place: inout Int
    ) throws(CELError) -> Value {
        defer { place += 1 }
        guard values.indices.contains(place), let value = Value(celValue: values[place]) else {
            throw .noOverload(name, values)
        }
        return value
    }
}
