extension CELFunction {
    private typealias Body = @Sendable (CELValue) throws(CELError) -> CELValue

    /// The conversions between types; a value that its new type cannot hold is an error.
    static let conversions = [
        conversion("bool", .bool, from: [.bool, .string]) { (value) throws(CELError) in
            try value.toBool()
        },
        conversion("bytes", .bytes, from: [.bytes, .string]) { (value) throws(CELError) in
            if case .string(let text) = value { return .bytes(Array(text.string.utf8)) }
            return value
        },
        conversion("double", .double, from: [.double, .int, .uint, .string]) {
            (value) throws(CELError) in try value.toDouble()
        },
        conversion("int", .int, from: [.int, .uint, .double, .string, .timestamp]) {
            (value) throws(CELError) in try value.toInt()
        },
        conversion("uint", .uint, from: [.uint, .int, .double, .string]) {
            (value) throws(CELError) in try value.toUInt()
        },
        conversion(
            "string",
            .string,
            from: [.string, .bool, .bytes, .double, .duration, .int, .timestamp, .uint]
        ) { (value) throws(CELError) in try value.toText() },
        conversion("timestamp", .timestamp, from: [.timestamp, .string, .int]) {
            (value) throws(CELError) in try value.toTimestamp()
        },
        conversion("duration", .duration, from: [.duration, .string]) {
            (value) throws(CELError) in try value.toDuration()
        },
        CELFunction(
            "dyn",
            CELOverload("to_dyn", [.parameter("T")], .dyn, isMember: false, body: .unary { $0 })
                .costing(.passing(0))
        ),
        CELFunction(
            "type",
            CELOverload(
                "type",
                [.parameter("T")],
                .type(.parameter("T")),
                isMember: false,
                body: .unary { .type($0.type) }
            )
            .costing(.constant())
        ),
    ]

    private static func conversion(
        _ name: String,
        _ type: CELType,
        from sources: [CELType],
        _ body: @escaping Body
    ) -> CELFunction {
        CELFunction(
            name,
            sources.map { source in
                CELOverload(
                    "\(source.description)_to_\(name)",
                    [source],
                    type,
                    isMember: false,
                    body: .unary(body)
                )
                .costing(source == type ? .passing(0) : .converting)
            }
        )
    }
}
