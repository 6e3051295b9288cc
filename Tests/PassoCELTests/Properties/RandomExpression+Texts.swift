import PassoTesting

extension RandomExpression {
    mutating func string(_ depth: Int) -> String {
        switch Int.random(in: 0..<12, using: &random) {
        case 0, 1: return "\(text(.string, depth)) + \(text(.string, depth))".grouped
        case 2:
            let kinds: [Kind] = [.int, .uint, .double, .bytes, .bool, .timestamp, .duration]
            return "string(\(text(random.pick(kinds) ?? .int, depth)))"
        case 3, 4:
            let name = random.pick(["lowerAscii", "upperAscii", "trim", "reverse"]) ?? "trim"
            return "\(text(.string, depth)).\(name)()"
        case 5: return "\(text(.string, depth)).replace(\(leaf(.string)), \(text(.string, depth)))"
        case 6: return "\(text(.string, depth)).charAt(\(text(.int, depth)))"
        case 7:
            let end = random.oneIn(2) ? ", \(text(.int, 0))" : ""
            return "\(text(.string, depth)).substring(\(text(.int, 0))\(end))"
        case 8:
            let separator = random.oneIn(2) ? leaf(.string) : ""
            return "\(text(.list(.string), depth)).join(\(separator))"
        case 9: return format(depth)
        case 10: return "strings.quote(\(text(.string, depth)))"
        default: return encoded(depth)
        }
    }

    private mutating func encoded(_ depth: Int) -> String {
        random.oneIn(2)
            ? "base64.encode(\(text(.bytes, depth)))"
            : "regex.replace(\(text(.string, depth)), \(pattern()), \(leaf(.string)))"
    }

    private mutating func format(_ depth: Int) -> String {
        switch Int.random(in: 0..<5, using: &random) {
        case 0:
            return "'%d|%x|%o'.format([\(text(.int, depth)), \(text(.int, 0)), \(text(.uint, 0))])"
        case 1: return "'%.2f %e'.format([\(text(.double, depth)), \(text(.double, 0))])"
        case 2: return "'%s'.format([\(text(anyKind(2), depth))])"
        case 3: return "'%b %%%X'.format([\(text(.bool, depth)), \(text(.string, 0))])"
        default: return "\(text(.string, 0)).format([\(text(.string, depth)), \(text(.int, 0))])"
        }
    }

    mutating func bytes(_ depth: Int) -> String {
        switch Int.random(in: 0..<4, using: &random) {
        case 0, 1: return "\(text(.bytes, depth)) + \(text(.bytes, depth))".grouped
        case 2: return "bytes(\(text(.string, depth)))"
        default: return "base64.decode(\(text(.string, depth)))"
        }
    }

    mutating func timestamp(_ depth: Int) -> String {
        switch Int.random(in: 0..<5, using: &random) {
        case 0, 1:
            let sign = random.oneIn(2) ? "+" : "-"
            return "\(text(.timestamp, depth)) \(sign) \(text(.duration, depth))".grouped
        case 2: return "\(text(.duration, depth)) + \(text(.timestamp, depth))".grouped
        case 3: return "timestamp(\(text(.int, depth)))"
        default: return "timestamp(\(text(.string, depth)))"
        }
    }

    mutating func duration(_ depth: Int) -> String {
        switch Int.random(in: 0..<5, using: &random) {
        case 0, 1:
            let sign = random.oneIn(2) ? "+" : "-"
            return "\(text(.duration, depth)) \(sign) \(text(.duration, depth))".grouped
        case 2, 3: return "\(text(.timestamp, depth)) - \(text(.timestamp, depth))".grouped
        default: return "duration(\(text(.string, depth)))"
        }
    }
}
