/// Follows the variables of a message of MessageFormat 2 to the arguments behind them.
struct MF2Resolver {
    /// What an expression is in the end: an argument or a text, a function and its options.
    struct Value {
        var variable = ""
        var literal: String?
        var function: String?
        var options: [String: String] = [:]
        /// What is taken from the number before it is used.
        var offset = 0.0
        var isTime = false
    }

    private var known: [String: Result<Value, MF2ConversionProblem>] = [:]

    init(_ declarations: [MF2Declaration]) {
        for declaration in declarations {
            let value = Result { () throws(MF2ConversionProblem) in
                try self.value(of: declaration.expression)
            }
            known[declaration.variable.name] = value
        }
    }

    /// The value of an expression.
    func value(of expression: MF2Expression) throws(MF2ConversionProblem) -> Value {
        var value: Value
        switch expression.operand {
        case .variable(let name): value = try known[name]?.get() ?? Value(variable: name)
        case .literal(let text): value = Value(literal: text)
        case nil: throw problem(.function, expression, expression.function?.name)
        }
        if let function = expression.function { try apply(function, to: &value) }
        value.isTime = expression.attributes.contains {
            $0.name == MF2FunctionNames.timeAttribute
        }
        return value
    }

    /// The value of a selector.
    func value(of selector: MF2Variable) throws(MF2ConversionProblem) -> Value {
        guard let value = try known[selector.name]?.get() else {
            throw MF2ConversionProblem(id: .selector, range: selector.range, detail: selector.name)
        }
        return value
    }

    /// What an expression writes: a text, or a placeholder.
    func element(of expression: MF2Expression) throws(MF2ConversionProblem) -> MessageElement {
        let value = try value(of: expression)
        if let literal = value.literal {
            guard value.function == nil || value.function == "string" else {
                throw problem(.literal, expression, literal)
            }
            return .text(literal)
        }
        guard let name = MF2Name.decoded(value.variable) else {
            throw problem(.name, expression, value.variable)
        }
        guard value.offset == 0 else { throw problem(.function, expression, "offset") }
        var options = value.options
        options["select"] = nil
        guard
            let function = MF2FunctionNames.function(value.function, options, isTime: value.isTime)
        else {
            let isKnown =
                MF2FunctionNames.function(value.function, [:], isTime: false) != nil
                || value.function?.hasPrefix("passo:") == true
            throw problem(isKnown ? .option : .function, expression, value.function)
        }
        return .placeholder(
            MessageExpression(variable: name, function: function, range: expression.range)
        )
    }

    /// A function takes the options of the number that it is given, unless it says otherwise.
    private func apply(
        _ function: MF2Function,
        to value: inout Value
    ) throws(MF2ConversionProblem) {
        var options: [String: String] = [:]
        for option in function.options {
            guard case .literal(let text) = option.value else {
                throw MF2ConversionProblem(id: .option, range: option.range, detail: option.name)
            }
            options[option.name] = text
        }
        let isNumber = value.function == "number" || value.function == "integer"
        switch function.name {
        case "offset", "passo:offset":
            let signed = options["subtract"] ?? options["add"].map { "-\($0)" } ?? ""
            guard options.count == 1, isNumber || value.function == nil,
                let offset = PatternNumber.parse(signed), offset.isFinite
            else {
                throw MF2ConversionProblem(id: .option, range: function.range, detail: "offset")
            }
            value.offset += offset
            value.function = value.function ?? "number"
        case "number", "integer", "percent":
            if isNumber { options.merge(value.options) { mine, _ in mine } }
            value.options = options
            value.function = function.name
        default:
            value.options = options
            value.function = function.name
        }
    }

    private func problem(
        _ id: MF2ConversionProblemID,
        _ expression: MF2Expression,
        _ detail: String?
    ) -> MF2ConversionProblem {
        MF2ConversionProblem(id: id, range: expression.range, detail: detail ?? "")
    }
}
