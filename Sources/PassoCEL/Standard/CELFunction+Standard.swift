extension CELFunction {
    /// The standard library (language definition, "List of Standard Definitions"), without
    /// operators, which every environment has.
    public static let standard: [CELFunction] =
        [size, matches] + texts + conversions + timestampParts(in: nil) + durationParts

    private static let size = CELFunction(
        "size",
        [
            .string, .bytes, .list(.parameter("T")),
            .map(key: .parameter("K"), value: .parameter("V")),
        ]
        .flatMap { (type: CELType) in
            [false, true].map { isMember in
                CELOverload(
                    (isMember ? "" : "size_") + type.runtimeName + (isMember ? "_size" : ""),
                    [type],
                    .int,
                    isMember: isMember,
                    body: .size
                )
            }
        }
    )

    private static let texts = [
        text("contains") { left, right in left.contains(right) },
        text("startsWith") { left, right in left.hasPrefix(right) },
        text("endsWith") { left, right in left.hasSuffix(right) },
    ]

    /// A member of strings that takes another string and gives a bool.
    private static func text(
        _ name: String,
        _ test: @escaping @Sendable (CELString, CELString) -> Bool
    ) -> CELFunction {
        CELFunction(
            name,
            CELOverload(name + "_string", .string, .string, .bool, isMember: true) {
                (left: CELValue, right: CELValue) throws(CELError) -> CELValue in
                guard case .string(let left) = left, case .string(let right) = right else {
                    throw .noOverload(name, [left, right])
                }
                return .bool(test(left, right))
            }
            .costing(.finding)
        )
    }
}
