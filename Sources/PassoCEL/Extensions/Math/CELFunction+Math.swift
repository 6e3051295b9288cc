extension CELFunction {
    /// The mathematical functions (cel-go's extension "Math").
    static let math: [CELFunction] =
        extremes
        + (rounding + classification + [absolute, sign, squareRoot] + bits).map {
            $0.costing(.constant())
        }

    private static let rounding = [
        rounding("ceil") { $0.rounded(.up) },
        rounding("floor") { $0.rounded(.down) },
        rounding("round") { $0.rounded(.toNearestOrAwayFromZero) },
        rounding("trunc") { $0.rounded(.towardZero) },
    ]

    private static let classification = [
        classification("isNaN") { $0.isNaN },
        classification("isInf") { $0.isInfinite },
        classification("isFinite") { $0.isFinite },
    ]

    /// The magnitude; that of the smallest int is no int.
    private static let absolute = CELFunction(
        "math.abs",
        .typed("math_abs_int", .int) { (number: Int64) throws(CELError) in
            guard number != .min else { throw CELError(.overflow) }
            return .int(abs(number))
        },
        .typed("math_abs_uint", .uint) { (number: UInt64) in .uint(number) },
        .typed("math_abs_double", .double) { (number: Double) in .double(number.magnitude) }
    )

    /// -1, 0 or 1 in the number's own type; `NaN` stays, and the zeros are alike.
    private static let sign = CELFunction(
        "math.sign",
        .typed("math_sign_int", .int) { (number: Int64) in .int(number.signum()) },
        .typed("math_sign_uint", .uint) { (number: UInt64) in .uint(number == 0 ? 0 : 1) },
        .typed("math_sign_double", .double) { (number: Double) in
            .double(number.isNaN ? number : number > 0 ? 1 : number < 0 ? -1 : 0)
        }
    )

    /// The square root as a double; `NaN` for negative numbers.
    private static let squareRoot = CELFunction(
        "math.sqrt",
        .typed("math_sqrt_int", .double) { (number: Int64) in
            .double(Double(number).squareRoot())
        },
        .typed("math_sqrt_uint", .double) { (number: UInt64) in
            .double(Double(number).squareRoot())
        },
        .typed("math_sqrt_double", .double) { (number: Double) in
            .double(number.squareRoot())
        }
    )

    private static func rounding(
        _ name: String,
        _ round: @escaping @Sendable (Double) -> Double
    ) -> CELFunction {
        CELFunction(
            "math." + name,
            .typed("math_\(name)_double", .double) { (number: Double) in
                .double(round(number))
            }
        )
    }

    private static func classification(
        _ name: String,
        _ test: @escaping @Sendable (Double) -> Bool
    ) -> CELFunction {
        CELFunction(
            "math." + name,
            .typed("math_\(name)_double", .bool) { (number: Double) in .bool(test(number)) }
        )
    }
}
