import PassoTesting

extension RandomExpression {
    mutating func int(_ depth: Int) -> String {
        switch Int.random(in: 0..<14, using: &random) {
        case 0, 1, 2: return arithmetic(.int, ["+", "-", "*", "/", "%"], depth)
        case 3: return "-\(text(.int, depth).grouped)"
        // A minus before a number would be its sign, which no member can follow.
        case 4: return "-\(leaf(.int))".grouped
        case 5: return size(depth)
        case 6: return "int(\(text(conversion(), depth)))"
        case 7: return timePart(depth)
        case 8:
            return
                "\(text(.string, depth)).\(random.oneIn(2) ? "indexOf" : "lastIndexOf")(\(text(.string, depth)))"
        case 9: return "math.\(greatest())(\(text(.int, depth)), \(text(.int, depth)))"
        case 10: return bits(.int, depth)
        case 11: return "math.\(random.oneIn(2) ? "abs" : "sign")(\(text(.int, depth)))"
        case 12: return "\(text(.list(.int), depth)).first().orValue(\(text(.int, depth)))"
        default: return "math.\(greatest())(\(text(.list(.int), depth)))"
        }
    }

    mutating func uint(_ depth: Int) -> String {
        switch Int.random(in: 0..<8, using: &random) {
        case 0, 1, 2: return arithmetic(.uint, ["+", "-", "*", "/", "%"], depth)
        case 3: return "uint(\(text(random.pick([.int, .double, .string]) ?? .int, depth)))"
        case 4: return "math.\(greatest())(\(text(.uint, depth)), \(text(.uint, depth)))"
        case 5: return bits(.uint, depth)
        default: return "math.\(random.oneIn(2) ? "abs" : "sign")(\(text(.uint, depth)))"
        }
    }

    mutating func double(_ depth: Int) -> String {
        switch Int.random(in: 0..<8, using: &random) {
        case 0, 1, 2: return arithmetic(.double, ["+", "-", "*", "/"], depth)
        case 3: return "-\(text(.double, depth).grouped)"
        case 4: return "double(\(text(random.pick([.int, .uint, .string]) ?? .int, depth)))"
        case 5: return "math.\(greatest())(\(text(.double, depth)), \(text(.double, depth)))"
        case 6: return "math.sqrt(\(text(random.pick([.int, .uint, .double]) ?? .int, depth)))"
        default:
            let name = random.pick(["ceil", "floor", "round", "trunc", "abs", "sign"]) ?? "ceil"
            return "math.\(name)(\(text(.double, depth)))"
        }
    }

    private mutating func arithmetic(_ kind: Kind, _ signs: [String], _ depth: Int) -> String {
        "\(text(kind, depth)) \(random.pick(signs) ?? "+") \(text(kind, depth))".grouped
    }

    private mutating func greatest() -> String { random.oneIn(2) ? "greatest" : "least" }

    private mutating func bits(_ kind: Kind, _ depth: Int) -> String {
        switch Int.random(in: 0..<3, using: &random) {
        case 0: return "math.bitNot(\(text(kind, depth)))"
        case 1:
            let name = random.oneIn(2) ? "bitShiftLeft" : "bitShiftRight"
            return "math.\(name)(\(text(kind, depth)), \(text(.int, depth)))"
        default:
            let name = random.pick(["bitOr", "bitAnd", "bitXor"]) ?? "bitOr"
            return "math.\(name)(\(text(kind, depth)), \(text(kind, depth)))"
        }
    }

    private mutating func size(_ depth: Int) -> String {
        let kinds: [Kind] = [.string, .bytes, .list(anyKind(1)), .map(.string, anyKind(1))]
        let operand = text(random.pick(kinds) ?? .string, depth)
        return random.oneIn(2) ? "size(\(operand))" : "\(operand).size()"
    }

    private mutating func conversion() -> Kind {
        random.pick([.uint, .double, .string, .timestamp, .int]) ?? .double
    }

    private mutating func timePart(_ depth: Int) -> String {
        if random.oneIn(3) {
            let name = random.pick(["getHours", "getMinutes", "getSeconds", "getMilliseconds"])
            return "\(text(.duration, depth)).\(name ?? "getHours")()"
        }
        let name = random.pick([
            "getFullYear", "getMonth", "getDate", "getDayOfMonth", "getDayOfWeek", "getDayOfYear",
            "getHours", "getMinutes", "getSeconds", "getMilliseconds",
        ])
        let zone = random.pick(["", "", "'+05:45'", "'-11:00'", "'Europe/Copenhagen'", "'Nowhere'"])
        return "\(text(.timestamp, depth)).\(name ?? "getHours")(\(zone ?? ""))"
    }
}
