import PassoTesting

/// Files of tables with everything in them that JSON allows, written in many ways.
struct RandomTable {
    var random: SeededRandom
    private var level = 0

    init(_ random: SeededRandom) { self.random = random }

    /// A file; its members stand in any order.
    mutating func file() -> String {
        var members = [space() + "\"@@locale\"" + space() + ":\"da\""]
        for number in 0..<Int.random(in: 0...3, using: &random) {
            members.append("\(string("@@x\(number)")): \(value())")
        }
        for number in 0..<Int.random(in: 0...6, using: &random) {
            let key = word() + String(number)
            if !random.oneIn(6) { members.append("\(string(key)):\(string(word()))") }
            if random.oneIn(2) { members.append("\(string("@" + key)): \(metadata())") }
        }
        members.shuffle(using: &random)
        return (random.oneIn(5) ? "\u{FEFF}" : "") + object(members) + space()
    }

    private mutating func metadata() -> String {
        var members: [String] = []
        if random.oneIn(2) { members.append("\"description\": \(string(word()))") }
        if random.oneIn(3) {
            members.append("\"x-maxLength\": \(Int.random(in: 1...99, using: &random))")
        }
        if random.oneIn(3) { members.append("\"x-screenshot\": \(string(word()))") }
        if random.oneIn(2) { members.append("\"placeholders\": \(placeholders())") }
        for number in 0..<Int.random(in: 0...2, using: &random) {
            members.append("\(string("\(word())-\(number)")): \(value())")
        }
        members.shuffle(using: &random)
        return object(members)
    }

    private mutating func placeholders() -> String {
        var members: [String] = []
        for number in 0..<Int.random(in: 0...2, using: &random) {
            var parts = ["type", "format", "example", "description", "z", "a"].filter { _ in
                random.oneIn(2)
            }
            parts.shuffle(using: &random)
            let written = parts.map { "\"\($0)\": \(string(word()))" }
            members.append("\(string("p\(number)\(word())")): \(object(written))")
        }
        return object(members)
    }

    private mutating func value() -> String {
        level += 1
        defer { level -= 1 }
        switch Int.random(in: 0...(level > 3 ? 3 : 5), using: &random) {
        case 0:
            let numbers = ["0", "-0", "1.50", "1e400", "-12E-3", "12345678901234567890123"]
            return random.pick(numbers) ?? "0"
        case 1: return random.pick(["true", "false", "null"]) ?? "null"
        case 2, 3: return string(word())
        case 4:
            var parts: [String] = []
            for _ in 0..<Int.random(in: 0...3, using: &random) { parts.append(value()) }
            return "[" + space() + parts.joined(separator: "," + space()) + "]"
        default:
            var parts: [String] = []
            for number in 0..<Int.random(in: 0...3, using: &random) {
                parts.append("\(string("\(word())\(number)")):\(space())\(value())")
            }
            return object(parts)
        }
    }

    private mutating func object(_ members: [String]) -> String {
        var text = "{" + space()
        for (index, member) in members.enumerated() {
            text += (index > 0 ? "," + space() : "") + member
        }
        return text + space() + "}"
    }

    private mutating func space() -> String {
        random.pick(["", "", " ", "\n", "\r\n  ", "\t"]) ?? ""
    }

    mutating func word() -> String {
        let pieces = [
            "a", "B", "tag.tooLong", "\"", "\\", "\n", "\u{1}", "\u{7F}", "\u{A0}", "é", "e\u{301}",
            "’", "{n}", "{", "'", "👩‍👧", "🏳️‍🌈", "\u{200B}", "\u{202E}", "\u{E0067}", "\u{FEFF}",
            "\u{2028}", "@", "@@", "\u{10FFFF}", "\u{FFFE}", "/", "zażółć", "\u{3000}", "\u{FFFD}",
        ]
        var text = ""
        for _ in 0..<Int.random(in: 0...3, using: &random) { text += random.pick(pieces) ?? "" }
        return text.hasPrefix("@") ? "x" + text : text
    }

    /// A string in one of the ways to write it.
    private mutating func string(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            let mustEscape = scalar.value < 0x20 || scalar == "\"" || scalar == "\\"
            if mustEscape || random.oneIn(8) {
                for unit in String(scalar).utf16 {
                    let digits = String(unit, radix: 16, uppercase: random.oneIn(2))
                    result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
                }
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
