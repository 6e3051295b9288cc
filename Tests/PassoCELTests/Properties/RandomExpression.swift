import PassoCEL
import PassoTesting

/// Writes random expressions, most of them well typed.
struct RandomExpression {
    var random: SeededRandom

    enum Kind: CaseIterable {
        case bool, int, string, list
    }

    /// Variables of the expressions: `b`, `i`, `j`, `s`, `l`, `u`, `d`.
    static let variables: [(String, CELType)] = [
        ("b", .bool), ("i", .int), ("j", .int), ("s", .string), ("l", .list(.int)), ("u", .uint),
        ("d", .double), ("m", .map(key: .string, value: .int)),
    ]

    mutating func data() -> [CELValue] {
        [
            .bool(Bool.random(using: &random)), int(), int(),
            CELValue(random.pick(["", "a", "ab", "é", "b"]) ?? ""),
            CELValue((0..<Int.random(in: 0...3, using: &random)).map { _ in int() }),
            .uint(UInt64.random(in: 0...3, using: &random)),
            .double(Double(Int.random(in: -2...2, using: &random)) / 2),
            random.oneIn(2) ? ["a": int()] : ["b": 1, "a": 2],
        ]
    }

    private mutating func int() -> CELValue {
        .int(random.pick([0, 1, -1, 2, 3, .max, .min]) ?? 0)
    }

    mutating func text(_ kind: Kind, depth: Int) -> String {
        if random.oneIn(30) { return text(random.pick(Kind.allCases) ?? .int, depth: depth) }
        switch kind {
        case .bool: return bool(depth)
        case .int: return int(depth)
        case .string: return string(depth)
        case .list: return list(depth)
        }
    }

    private mutating func bool(_ depth: Int) -> String {
        guard depth > 0 else { return random.pick(["true", "false", "b", "x == 1"]) ?? "b" }
        let below = depth - 1
        switch Int.random(in: 0..<13, using: &random) {
        case 0: return "\(bool(below)) && \(bool(below))"
        case 1: return "(\(bool(below)) || \(bool(below)))"
        case 2: return "!(\(bool(below)))"
        case 3:
            return
                "\(int(below)) \(random.pick(["<", "<=", ">", ">=", "==", "!="]) ?? "<") \(int(below))"
        case 4: return "(\(bool(below)) ? \(bool(below)) : \(bool(below)))"
        case 5:
            return
                "\(list(below)).\(random.pick(["all", "exists", "exists_one"]) ?? "all")(x, \(bool(below)))"
        case 6: return "\(int(below)) in \(list(below))"
        case 7:
            return
                "\(string(below)).\(random.pick(["contains", "startsWith", "endsWith"]) ?? "contains")(\(string(below)))"
        case 8: return "\(string(below)) == \(string(below))"
        case 9: return "has(m.\(random.pick(["a", "b", "c"]) ?? "a"))"
        case 10: return "i > \(literal()) && i <= \(literal())"
        case 11: return "dyn(\(int(below))) == u && d < \(int(below))"
        default: return "(\(bool(below)) && \(bool(below)) && \(bool(below)) || b)"
        }
    }

    private mutating func literal() -> String {
        random.pick(["0", "1", "-1", "2", "50", "0x10", "9223372036854775807"]) ?? "0"
    }

    private mutating func int(_ depth: Int) -> String {
        guard depth > 0 else {
            return random.oneIn(2) ? literal() : random.pick(["i", "j", "x"]) ?? "i"
        }
        let below = depth - 1
        switch Int.random(in: 0..<9, using: &random) {
        case 0, 1:
            return "(\(int(below)) \(random.pick(["+", "-", "*", "/", "%"]) ?? "+") \(int(below)))"
        case 2: return "-(\(int(below)))"
        case 3: return "-\(int(0))"
        case 4: return "size(\(list(below)))"
        case 5: return "\(string(below)).size()"
        case 6: return "\(list(below))[\(int(below))]"
        case 7: return "m.\(random.pick(["a", "b", "c"]) ?? "a")"
        default: return "(\(bool(below)) ? \(int(below)) : \(int(below)))"
        }
    }

    private mutating func string(_ depth: Int) -> String {
        guard depth > 0 else {
            return random.pick(["s", "'a'", "r'\\n'", "'\\u00e9\\''", "\"\""]) ?? "s"
        }
        let below = depth - 1
        switch Int.random(in: 0..<4, using: &random) {
        case 0, 1: return "(\(string(below)) + \(string(below)))"
        case 2: return "string(\(int(below)))"
        default: return "(\(bool(below)) ? \(string(below)) : \(string(below)))"
        }
    }

    private mutating func list(_ depth: Int) -> String {
        guard depth > 0 else { return random.pick(["l", "[]", "[1, 2]"]) ?? "l" }
        let below = depth - 1
        switch Int.random(in: 0..<5, using: &random) {
        case 0: return "[\(int(below)), \(int(below))]"
        case 1: return "(\(list(below)) + \(list(below)))"
        case 2: return "\(list(below)).map(x, \(int(below)))"
        case 3: return "\(list(below)).filter(x, \(bool(below)))"
        default: return "\(list(below)).map(x, \(bool(below)), \(int(below)))"
        }
    }
}
