extension CELFunction {
    /// The functions of the bits of integers (cel-go's extension "Math").
    static let bits =
        [
            bits("bitAnd", { $0 & $1 }, { $0 & $1 }),
            bits("bitOr", { $0 | $1 }, { $0 | $1 }),
            bits("bitXor", { $0 ^ $1 }, { $0 ^ $1 }),
        ] + [complement] + [
            // Vacant bits are zero on both sides: shifting keeps no sign.
            shift("bitShiftLeft") { $0 << $1 },
            shift("bitShiftRight") { $0 >> $1 },
        ]

    private static let complement = CELFunction(
        "math.bitNot",
        .typed("math_bitNot_int", .int) { (number: Int64) in .int(~number) },
        .typed("math_bitNot_uint", .uint) { (number: UInt64) in .uint(~number) }
    )

    private static func bits(
        _ name: String,
        _ ofInts: @escaping @Sendable (Int64, Int64) -> Int64,
        _ ofUInts: @escaping @Sendable (UInt64, UInt64) -> UInt64
    ) -> CELFunction {
        CELFunction(
            "math." + name,
            .typed("math_\(name)_int_int", .int) { (left: Int64, right: Int64) in
                .int(ofInts(left, right))
            },
            .typed("math_\(name)_uint_uint", .uint) { (left: UInt64, right: UInt64) in
                .uint(ofUInts(left, right))
            }
        )
    }

    /// A shift by a number of bits that is not negative; from 64 on nothing is left.
    private static func shift(
        _ name: String,
        _ shift: @escaping @Sendable (UInt64, Int64) -> UInt64
    ) -> CELFunction {
        CELFunction(
            "math." + name,
            .typed("math_\(name)_int_int", .int) {
                (number: Int64, count: Int64) throws(CELError) in
                try hold(count)
                return .int(
                    Int64(bitPattern: shift(UInt64(bitPattern: number), count))
                )
            },
            .typed("math_\(name)_uint_int", .uint) {
                (number: UInt64, count: Int64) throws(CELError) in
                try hold(count)
                return .uint(shift(number, count))
            }
        )
    }

    /// Refuses to shift by a negative number of bits.
    private static func hold(_ count: Int64) throws(CELError) {
        guard count >= 0 else {
            throw CELError(.invalidArgument, [CELArgument("value", String(count))])
        }
    }
}
