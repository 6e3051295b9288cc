import PassoCEL
import PassoTesting

/// The variables of random expressions and random values of them.
struct RandomData {
    var random: SeededRandom

    typealias Kind = RandomExpression.Kind

    static let variables: [(name: String, kind: Kind)] = [
        ("b", .bool), ("i", .int), ("j", .int), ("u", .uint), ("d", .double), ("s", .string),
        ("agent.name", .string), ("agent.calls", .int), ("y8", .bytes), ("at", .timestamp),
        ("span", .duration), ("any", .dyn), ("l", .list(.int)), ("names", .list(.string)),
        ("lists", .list(.list(.int))), ("m", .map(.string, .int)), ("keyed", .map(.int, .string)),
    ]

    /// The environment in which the variables are declared.
    static func environment(_ limits: CELLimits = CELLimits()) -> CELEnvironment {
        var environment = CELEnvironment(limits: limits)
        for (place, variable) in variables.enumerated() {
            environment.declare(variable.name, variable.kind.type, at: CELSlot(.data, place))
        }
        return environment
    }

    /// Values of all variables, in order.
    mutating func values() -> [CELValue] { Self.variables.map { value($0.kind) } }

    /// A value of a type.
    mutating func value(_ kind: Kind) -> CELValue {
        switch kind {
        case .bool: return .bool(Bool.random(using: &random))
        case .int: return .int(random.pick([0, 1, -1, 2, 3, .max, .min]) ?? 0)
        case .uint: return .uint(random.pick([0, 1, 2, .max]) ?? 0)
        case .double:
            return .double(random.pick([0, -0.0, 0.5, 1, -2.5, .nan, .infinity, 1e300]) ?? 0)
        case .string: return CELValue(random.pick(["", "a", "ab", "é", "b", "😀a", "a,b"]) ?? "")
        case .bytes: return .bytes(random.pick([[], [97], [255, 0], [195, 169]]) ?? [])
        case .timestamp:
            return CELTimestamp(random.pick(Self.times) ?? "").map(CELValue.timestamp) ?? .null
        case .duration:
            return CELDuration(random.pick(Self.spans) ?? "").map(CELValue.duration) ?? .null
        case .type: return .type(.int)
        case .null: return .null
        case .dyn: return value(random.pick(Self.anything) ?? .int)
        case .list(let element):
            return CELValue((0..<Int.random(in: 0...3, using: &random)).map { _ in value(element) })
        case .map(let key, let element):
            let count = Int.random(in: 0...2, using: &random)
            return .map(CELMap((0..<count).map { _ in (value(key), value(element)) }))
        case .optional: return .null
        }
    }

    private static let times = [
        "1970-01-01T00:00:00Z", "2023-12-25T00:30:00.123Z", "9999-12-31T23:59:59.999999999Z",
        "0001-01-01T00:00:00Z",
    ]
    private static let spans = ["0s", "1.5s", "-90m", "315576000000s"]
    private static let anything: [Kind] = [
        .null, .bool, .int, .uint, .double, .string, .list(.int), .map(.string, .int),
    ]
}
