import PassoCEL

/// Variables of fuzzed expressions, by the names that the corpus uses, and hostile values of them.
enum ExpressionData {
    /// The declared types with values; every row takes the next value of each.
    private static let variables: [(name: String, type: CELType, values: [CELValue])] = [
        ("a", .dyn, [1, "a", [1, "a", nil], ["b": ["c": [1]]]]),
        ("b", .bool, [true, false]),
        ("i", .int, [0, -1, .int(.max), .int(.min)]),
        ("x", .int, [2, 0, 50]),
        ("u", .uint, [.uint(0), .uint(.max), .uint(1)]),
        ("d", .double, [0.5, .double(.nan), .double(.infinity), -0.0, 1e300]),
        ("s", .string, ["", "text", "é😀\u{0}", "a,b,c", "(a*)*b", "%s %d"]),
        ("bs", .bytes, [.bytes([]), .bytes([255, 0, 97]), .bytes([195, 169])]),
        ("t", .timestamp, [time(0), time(253_402_300_799), time(-62_135_596_800)]),
        ("v", .duration, [span(0), span(315_576_000_000), span(-1)]),
        ("n", .null, [nil]),
        ("l", .list(.int), [[], [1, 2, 3], [.int(.max), .int(.min)]]),
        ("names", .list(.string), [["b", "a"], [], ["", "é", "a"]]),
        ("m", .map(key: .string, value: .int), [["a": 1, "b": 2], [:]]),
        ("k", .map(key: .int, value: .string), [[:], [1: "a", 2: "b"]]),
        ("o", .opaque("optional_type", [.int]), [.optional(.none), .optional(CELOptional(1))]),
        ("request.title", .string, ["", "Broken lamp"]),
        ("request.tags", .list(.string), [["new"], []]),
    ]

    /// So small that a run takes no second, whatever the fuzzer thinks of.
    private static let limits: CELLimits = {
        var limits = CELLimits()
        limits.cost = 200_000
        limits.resultElements = 2_000
        limits.resultBytes = 20_000
        return limits
    }()

    /// What the expressions may name.
    static let environment: CELEnvironment = {
        var environment = CELEnvironment(limits: limits)
        for (place, variable) in variables.enumerated() {
            environment.declare(variable.name, variable.type, at: CELSlot(.data, place))
        }
        return environment
    }()

    /// Two rows of values, which depend on the text alone.
    static func rows(for text: String) -> [[CELValue]] {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return [hash >> 7, hash >> 29].map { start in
            variables.enumerated().map { place, variable in
                let index = (start &+ UInt64(place) &* 7) % UInt64(variable.values.count)
                return variable.values[Int(index)]
            }
        }
    }

    private static func time(_ seconds: Int64) -> CELValue {
        CELTimestamp(seconds: seconds).map(CELValue.timestamp) ?? .null
    }

    private static func span(_ seconds: Int64) -> CELValue {
        CELDuration(seconds: seconds, nanoseconds: 0).map(CELValue.duration) ?? .null
    }
}
