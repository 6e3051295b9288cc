import PassoTesting

/// Writes random JSON texts.
struct RandomJSON {
    var random: SeededRandom

    mutating func document() -> String {
        space() + value(0) + space()
    }

    private mutating func value(_ depth: Int) -> String {
        switch Int.random(in: 0..<(depth > 5 ? 6 : 10), using: &random) {
        case 0: random.pick(["true", "false", "null"]) ?? "null"
        case 1, 2: random.pick(["0", "-0", "12", "-3.5", "1e10", "2E-3", "0.25e+1"]) ?? "0"
        case 3, 4, 5: string()
        case 6, 7: list("[", "]", depth) { writer, _ in writer.value(depth + 1) }
        default:
            list("{", "}", depth) { writer, index in
                "\"k\(index)\"" + writer.space() + ":" + writer.space() + writer.value(depth + 1)
            }
        }
    }

    private mutating func list(
        _ open: String,
        _ close: String,
        _ depth: Int,
        _ part: (inout RandomJSON, Int) -> String
    ) -> String {
        var parts: [String] = []
        for index in 0..<Int.random(in: 0...4, using: &random) {
            parts.append(space() + part(&self, index) + space())
        }
        return open + (parts.isEmpty ? space() : parts.joined(separator: ",")) + close
    }

    private mutating func string() -> String {
        var text = ""
        for _ in 0..<Int.random(in: 0...5, using: &random) {
            text +=
                random.pick([
                    "a", " ", "\\n", "\\\"", "\\\\", "\\/", "\\u00e9", "\\ud83d\\ude00", "é", "😀",
                    "'", "#", "[", ": ",
                ]) ?? "a"
        }
        return "\"" + text + "\""
    }

    private mutating func space() -> String {
        random.pick(["", "", " ", "\n", "  ", "\r\n", "\t"]) ?? ""
    }
}
