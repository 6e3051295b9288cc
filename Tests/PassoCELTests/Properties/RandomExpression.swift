import PassoCEL
import PassoTesting

/// Writes random expressions, nearly all of them well typed, over ``RandomData``'s variables.
///
/// An expression is written from its type down: every operator, macro and function that can give
/// the type may stand there, and its operands are written in the same way.
struct RandomExpression {
    var random: SeededRandom
    /// The variables of the open macros, innermost last.
    var locals: [(name: String, kind: Kind)] = []

    /// The type of an expression.
    indirect enum Kind: Hashable, Sendable {
        case bool, int, uint, double, string, bytes, timestamp, duration, type, null, dyn
        case list(Kind)
        case map(Kind, Kind)
        case optional(Kind)
    }

    static let scalars: [Kind] = [
        .bool, .int, .uint, .double, .string, .bytes, .timestamp, .duration,
    ]
    static let keys: [Kind] = [.bool, .int, .uint, .string]
    /// Few enough that shadowing is common.
    static let names = ["x", "y", "z", "i", "s", "l"]

    init(random: SeededRandom) { self.random = random }

    /// An expression of any type that says much by its result.
    mutating func text(depth: Int) -> (String, Kind) {
        let kind = random.oneIn(3) ? Kind.bool : anyKind(2)
        return (text(kind, depth), kind)
    }

    /// An expression of a type; once in a while of another.
    mutating func text(_ kind: Kind, _ depth: Int) -> String {
        if random.oneIn(150) { return written(anyKind(1), depth) }
        return written(kind, depth)
    }

    private mutating func written(_ kind: Kind, _ depth: Int) -> String {
        guard depth > 0 else { return leaf(kind) }
        switch Int.random(in: 0..<14, using: &random) {
        case 0: return leaf(kind)
        case 1: return general(kind, depth - 1)
        default: return special(kind, depth - 1)
        }
    }

    /// What gives any type.
    private mutating func general(_ kind: Kind, _ depth: Int) -> String {
        switch Int.random(in: 0..<11, using: &random) {
        case 0, 1:
            return "(\(text(.bool, depth)) ? \(text(kind, depth)) : \(text(kind, depth)))"
        case 2: return "\(text(.list(kind), depth))[\(text(.int, 0))]"
        case 3: return "\(text(.map(.string, kind), depth))\(random.oneIn(2) ? ".a" : "['b']")"
        case 4: return "\(text(.optional(kind), depth)).orValue(\(text(kind, depth)))"
        case 5: return "\(text(.optional(kind), depth)).value()"
        case 6: return "dyn(\(text(kind, depth)))"
        case 7:
            let key = random.pick(Self.keys) ?? .int
            return "\(text(.map(key, kind), depth))[\(text(key, 0))]"
        case 8: return "[\(text(kind, depth)), \(text(kind, depth))][\(random.oneIn(2) ? 0 : 1)]"
        default:
            let bound = anyKind(1)
            let name = newName()
            let value = text(bound, depth)
            return
                "cel.bind(\(name), \(value), \(within([(name, bound)]) { $0.text(kind, depth) }))"
        }
    }

    private mutating func special(_ kind: Kind, _ depth: Int) -> String {
        switch kind {
        case .bool: return random.oneIn(2) ? bool(depth) : test(depth)
        case .int: return int(depth)
        case .uint: return uint(depth)
        case .double: return double(depth)
        case .string: return string(depth)
        case .bytes: return bytes(depth)
        case .timestamp: return timestamp(depth)
        case .duration: return duration(depth)
        case .type: return "type(\(text(anyKind(1), depth)))"
        case .null: return "null"
        case .dyn: return "dyn(\(text(random.pick(Self.scalars) ?? .int, depth)))"
        case .list(let element): return list(element, depth)
        case .map(let key, let value): return map(key, value, depth)
        case .optional(let value): return optional(value, depth)
        }
    }

    /// A variable or a constant.
    mutating func leaf(_ kind: Kind) -> String {
        let visible = variables(kind)
        if let name = random.pick(visible), !random.oneIn(3) { return name }
        switch kind {
        case .bool: return random.oneIn(2) ? "true" : "false"
        case .int: return random.pick(Self.ints) ?? "0"
        case .uint:
            return random.pick(["0u", "1u", "2u", "0x1Fu", "18446744073709551615u"]) ?? "0u"
        case .double: return random.pick(Self.doubles) ?? "0.5"
        case .string: return random.pick(Self.strings) ?? "''"
        case .bytes:
            return random.pick(["b''", "b'a'", "b'\\xff\\000'", "b'é'", "b\"ab\""]) ?? "b''"
        case .timestamp: return random.pick(Self.timestamps) ?? "timestamp(0)"
        case .duration: return random.pick(Self.durations) ?? "duration('0s')"
        case .type:
            return random.pick(["int", "string", "list", "map", "type", "null_type"]) ?? "int"
        case .null: return "null"
        case .dyn: return random.pick(["any", "null", "dyn(1)", "dyn('a')", "dyn([])"]) ?? "any"
        case .list(let element): return random.oneIn(3) ? "[]" : "[\(leaf(element))]"
        case .map(let key, let value):
            return random.oneIn(3) ? "{}" : "{\(leaf(key)): \(leaf(value))}"
        case .optional(let value):
            return random.oneIn(2) ? "optional.none()" : "optional.of(\(leaf(value)))"
        }
    }

    private static let ints = [
        "0", "1", "-1", "2", "3", "50", "0x10", "9223372036854775807", "-9223372036854775808",
    ]
    private static let doubles = ["0.0", "-0.0", "0.5", "1.0", "-2.5", "1e3", "1e308", "2.0"]
    private static let strings = [
        "''", "'a'", "'b'", "\"ab\"", "r'\\n'", "'\\u00e9\\''", "'1'", "'true'", "'1.5'",
        "'''a\nb'''", "'a,b,c'", "'%s: %d'", "'😀'", "' a '", "'[a-c]+'", "'2023-01-01T00:00:00Z'",
    ]
    private static let timestamps = [
        "timestamp(0)", "timestamp('2023-12-25T00:30:00.123456789Z')",
        "timestamp('9999-12-31T23:59:59.999999999Z')", "timestamp('0001-01-01T00:00:00Z')",
        "timestamp('2024-02-29T12:00:00+05:45')",
    ]
    private static let durations = [
        "duration('0s')", "duration('1.5s')", "duration('-1h30m')", "duration('100ms')",
        "duration('315576000000s')",
    ]
}

// MARK: - Names and types

extension RandomExpression {
    /// A type of at most so many levels of collections.
    mutating func anyKind(_ levels: Int) -> Kind {
        guard levels > 0, random.oneIn(3) else {
            if random.oneIn(20) { return random.pick([.type, .null, .dyn]) ?? .dyn }
            return random.pick(Self.scalars) ?? .int
        }
        switch Int.random(in: 0..<6, using: &random) {
        case 0: return .map(random.pick(Self.keys) ?? .int, anyKind(levels - 1))
        case 1: return .optional(anyKind(levels - 1))
        default: return .list(anyKind(levels - 1))
        }
    }

    /// A type whose values have an order.
    mutating func orderedKind() -> Kind { random.pick(Self.scalars) ?? .int }

    mutating func newName() -> String { random.pick(Self.names) ?? "x" }

    /// Writes what stands within a macro, where its variables are known.
    mutating func within(
        _ variables: [(name: String, kind: Kind)],
        _ write: (inout RandomExpression) -> String
    ) -> String {
        locals += variables
        defer { locals.removeLast(variables.count) }
        return write(&self)
    }

    /// The visible variables of a type.
    private func variables(_ kind: Kind) -> [String] {
        var hidden: Set<String> = []
        var names: [String] = []
        for local in locals.reversed() where hidden.insert(local.name).inserted {
            // The variable of a macro is what the macro is for.
            if local.kind == kind { names += [local.name, local.name, local.name] }
        }
        return names
            + RandomData.variables.filter { $0.kind == kind && !hidden.contains($0.name) }.map(
                \.name
            )
    }
}

extension RandomExpression.Kind {
    /// The type that the checker knows it by.
    var type: CELType {
        switch self {
        case .bool: .bool
        case .int: .int
        case .uint: .uint
        case .double: .double
        case .string: .string
        case .bytes: .bytes
        case .timestamp: .timestamp
        case .duration: .duration
        case .type: .type(.dyn)
        case .null: .null
        case .dyn: .dyn
        case .list(let element): .list(element.type)
        case .map(let key, let value): .map(key: key.type, value: value.type)
        case .optional(let value): .opaque("optional_type", [value.type])
        }
    }
}
