import PassoCEL

/// The values that an expression sees.
struct Scope {
    let data: [CELValue]
    let event: [CELValue]
    let inputs: [CELValue]

    func value(_ program: CELProgram) throws(CELError) -> CELValue {
        try program.evaluate(data: data, event: event, inputs: inputs).get()
    }

    func values(_ programs: [CELProgram]) throws(CELError) -> [CELValue] {
        var result: [CELValue] = []
        for program in programs { result.append(try value(program)) }
        return result
    }

    /// The text that a program gives; anything else is an error.
    func text(_ program: CELProgram) throws(CELError) -> String {
        guard case .string(let text) = try value(program) else {
            throw CELError(.invalidArgument)
        }
        return text.string
    }

    func text(_ program: CELProgram?) throws(CELError) -> String? {
        guard let program else { return nil }
        let text: String = try text(program)
        return text
    }
}

extension Span<CELValue> {
    /// A copy, for what keeps a payload or takes longer anyway.
    var array: [CELValue] {
        var result: [CELValue] = []
        result.reserveCapacity(count)
        for place in indices { result.append(self[place]) }
        return result
    }
}
