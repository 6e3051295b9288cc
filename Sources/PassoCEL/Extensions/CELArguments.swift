/// The arguments of a call, read as the types that its signature declares.
struct CELArguments {
    /// The name of the function, for errors.
    let function: String
    let values: [CELValue]

    func text(_ place: Int) throws(CELError) -> CELString {
        guard place < values.count, case .string(let text) = values[place] else { throw refusal }
        return text
    }

    func integer(_ place: Int) throws(CELError) -> Int64 {
        guard place < values.count, case .int(let number) = values[place] else { throw refusal }
        return number
    }

    func list(_ place: Int) throws(CELError) -> CELList {
        guard place < values.count, case .list(let list) = values[place] else { throw refusal }
        return list
    }

    private var refusal: CELError { .noOverload(function, values) }
}

extension CELOverload {
    /// Declares a member of texts.
    ///
    /// - Parameters:
    ///   - id: the name of the signature.
    ///   - function: the name of the function.
    ///   - parameters: the types of the arguments behind the receiver.
    ///   - result: the type of the result.
    ///   - cost: what a call costs; the receiver comes first.
    ///   - body: takes the receiver and all arguments, and the limits that its result is held to.
    /// - Returns: the signature.
    static func text(
        _ id: String,
        _ function: String,
        _ parameters: [CELType],
        _ result: CELType,
        _ cost: CELFunctionCost,
        _ body:
            @escaping @Sendable (CELString, CELArguments, CELLimits) throws(CELError) -> CELValue
    ) -> CELOverload {
        CELOverload(
            id,
            [.string] + parameters,
            result,
            isMember: true,
            body: .prepared { _, limits in
                .general { (values: [CELValue]) throws(CELError) -> CELValue in
                    let arguments = CELArguments(function: function, values: values)
                    return try body(arguments.text(0), arguments, limits)
                }
            }
        )
        .costing(cost)
    }
}
