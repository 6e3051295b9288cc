extension CELFunction {
    /// `join`: the texts of a list as one, with another between them (extension "Strings").
    static let textJoin = CELFunction(
        "join",
        [("list_join", []), ("list_join_string", [CELType.string])].map { id, separator in
            CELOverload(
                id,
                [.list(.string)] + separator,
                .string,
                isMember: true,
                body: .prepared { _, limits in
                    .general { (values: [CELValue]) throws(CELError) -> CELValue in
                        let arguments = CELArguments(function: "join", values: values)
                        let between = values.count > 1 ? try arguments.text(1) : ""
                        return .string(try .join(arguments.list(0), between, limits))
                    }
                }
            )
        }
    )
    .costing(
        CELFunctionCost(.weight(0)) { arguments in
            let separator = arguments.count > 1 ? arguments[1].bytes : 0
            let each = arguments[0].element.bytes.plus(separator)
            return .text(bytes: arguments[0].count.times(each))
        }
    )
}
