import PassoTesting

/// Writes random documents of the subset: any nesting, any style, any white space.
struct RandomYAML {
    var random: SeededRandom
    private var anchors: [String] = []

    init(random: SeededRandom) {
        self.random = random
    }

    mutating func document() -> String {
        anchors = []
        var text = random.oneIn(6) ? "# head\n\n" : ""
        if random.oneIn(6) { text += "---\n" }
        text += random.oneIn(8) ? flow(0) + "\n" : blockCollection(0, indent: 0)
        if random.oneIn(10) { text += "...\n" }
        return random.oneIn(5) ? text.replacing("\n", with: "\r\n") : text
    }

    private mutating func blockCollection(_ depth: Int, indent: Int) -> String {
        random.oneIn(3)
            ? sequence(depth, indent: indent) : mapping(depth, indent: indent)
    }

    private mutating func mapping(_ depth: Int, indent: Int) -> String {
        var text = ""
        for index in 0..<Int.random(in: 1...4, using: &random) {
            text += filler(indent)
            let key = key(index)
            text += spaces(indent) + key + ":" + value(depth + 1, indent: indent, isItem: false)
        }
        return text
    }

    private mutating func sequence(_ depth: Int, indent: Int) -> String {
        var text = ""
        for _ in 0..<Int.random(in: 1...4, using: &random) {
            text += filler(indent)
            if depth < 5, random.oneIn(5) {
                let inner = Int.random(in: 1...3, using: &random)
                let nested = blockCollection(depth + 1, indent: indent + 1 + inner)
                // The first line of the nested collection goes onto the line of the dash.
                let first = nested.drop { $0 == " " || $0 == "\n" || $0 == "\t" }
                guard first.first != "#" else { continue }
                text += spaces(indent) + "-" + spaces(inner) + first
            } else {
                text += spaces(indent) + "-" + value(depth + 1, indent: indent, isItem: true)
            }
        }
        return text.isEmpty ? spaces(indent) + "- x\n" : text
    }

    /// What follows `key:` or `-`, with its line break.
    private mutating func value(_ depth: Int, indent: Int, isItem: Bool) -> String {
        let choice = Int.random(in: 0..<12, using: &random)
        let anchor = random.oneIn(9) ? anchor() : ""
        let inner = indent + Int.random(in: 1...4, using: &random)
        switch choice {
        case 0: return (anchor.isEmpty ? "" : " " + anchor) + end()
        case 1, 2,
            3 where depth < 6:
            let noIndent = !isItem && random.oneIn(4)
            return (anchor.isEmpty ? "" : " " + anchor) + end()
                + (noIndent
                    ? sequence(depth, indent: indent) : blockCollection(depth, indent: inner))
        case 4: return " " + (anchor.isEmpty ? "" : anchor + " ") + block(inner, indent)
        case 5, 6: return blank() + (anchor.isEmpty ? "" : anchor + " ") + flow(inner) + end()
        case 7 where !anchors.isEmpty: return " *" + (random.pick(anchors) ?? "a") + end()
        default: return blank() + (anchor.isEmpty ? "" : anchor + " ") + scalar(inner) + end()
        }
    }

    private mutating func anchor() -> String {
        let name = random.pick(["a", "b1", "c-d", "e_f"]) ?? "a"
        if !anchors.contains(name), random.oneIn(2) { return "&x" + name }
        anchors.append(name)
        return "&" + name
    }

    private mutating func key(_ index: Int) -> String {
        let name =
            random.pick(["a", "key", "two words", "é", "日本", "x-y", "a.b", "1", "-z", "?q"]) ?? "a"
        switch Int.random(in: 0..<6, using: &random) {
        case 0: return "\"\(name)\(index)\"" + (random.oneIn(3) ? " " : "")
        case 1: return "'\(name)\(index)'"
        default: return "\(name)\(index)"
        }
    }

    private mutating func scalar(_ indent: Int) -> String {
        switch Int.random(in: 0..<8, using: &random) {
        case 0: return doubleQuoted(indent)
        case 1: return singleQuoted(indent)
        case 2: return plain() + gap(indent) + plain() + gap(indent) + "z"
        default: return plain()
        }
    }

    private mutating func plain() -> String {
        random.pick([
            "x", "true", "null", "~", "1.5", "-3", "hello world", "a#b", "a:b", "http://x.y/z?q=1",
            "it's", "\"no\" end".replacing("\"", with: "n"), "é ü 日本 😀", "a - b", "a ? b",
            "(x && y) || z", "!x".replacing("!", with: "x!"),
            "-x", ":x", "?x", "<=", "= 3", "x >= 1", "a\tb", "50%", "a & b", "a*b", "x | y", "..",
            "--",
        ]) ?? "x"
    }

    private mutating func doubleQuoted(_ indent: Int) -> String {
        var text = "\""
        for _ in 0..<Int.random(in: 0...6, using: &random) {
            switch Int.random(in: 0..<8, using: &random) {
            case 0: text += gap(indent)
            case 1: text += "\\\n" + spaces(indent + 1)
            default:
                text +=
                    random.pick([
                        "a", " ", "  ", "\\n", "\\t", "\\\"", "\\\\", "\\u00e9", "\\x41",
                        "\\U0001F600", "'", "#", ": ",
                        "é", "😀", "\\ ", "\\/", "\\0", "[", "}", ",",
                    ]) ?? "a"
            }
        }
        return text + "\""
    }

    private mutating func singleQuoted(_ indent: Int) -> String {
        var text = "'"
        for _ in 0..<Int.random(in: 0...6, using: &random) {
            text +=
                random.oneIn(6)
                ? gap(indent)
                : random.pick(["a", " ", "''", "\"", "\\n", "#", ": ", "é", "😀", "- ", "{"]) ?? "a"
        }
        return text + "'"
    }

    private mutating func gap(_ indent: Int) -> String {
        (random.oneIn(3) ? " " : "")
            + (random.oneIn(4) ? "\n\n" + (random.oneIn(2) ? "  \n" : "") : "\n")
            + spaces(indent + (random.oneIn(3) ? 2 : 0))
    }

    private mutating func block(_ indent: Int, _ parent: Int) -> String {
        let folded = random.oneIn(2)
        let chomping = random.pick(["", "-", "+"]) ?? ""
        let isExplicit = random.oneIn(4)
        var text = folded ? ">" : "|"
        text += isExplicit ? "\(indent - parent)" + chomping : chomping
        text += (random.oneIn(4) ? " # note" : "") + "\n"
        var isFirst = true
        for _ in 0..<Int.random(in: 1...5, using: &random) {
            if random.oneIn(4) {
                text += (random.oneIn(3) ? spaces(min(indent, 1)) : "") + "\n"
                continue
            }
            let more = isFirst && !isExplicit ? 0 : random.pick([0, 0, 0, 1, 3]) ?? 0
            text += spaces(indent + more)
            text +=
                (random.pick(["a", "b c", "# d", "- e", "f: g", "é 😀", "\"h", "i\tj "]) ?? "a")
                + "\n"
            isFirst = false
        }
        return text
    }

    private mutating func flow(_ indent: Int, _ depth: Int = 0) -> String {
        let isMapping = random.oneIn(2)
        var parts: [String] = []
        for index in 0..<Int.random(in: 0...4, using: &random) {
            let value = flowValue(indent, depth)
            if isMapping {
                parts.append(flowPair(index, value))
            } else {
                parts.append(random.oneIn(8) ? "p\(index): \(value)" : value)
            }
        }
        let separator = random.pick([", ", ",", " , ", ",\n" + spaces(indent + 1)]) ?? ","
        let body = parts.joined(separator: separator)
        let tail = !parts.isEmpty && random.oneIn(6) ? "," : ""
        let pad = random.pick(["", " ", "\n" + spaces(indent + 1)]) ?? ""
        return (isMapping ? "{" : "[") + pad + body + tail + pad + (isMapping ? "}" : "]")
    }

    private mutating func flowPair(_ index: Int, _ value: String) -> String {
        switch Int.random(in: 0..<6, using: &random) {
        case 0: "k\(index)"
        case 1: "\"k\(index)\":\(value)"
        case 2: "k\(index):"
        default: "k\(index): \(value)"
        }
    }

    private mutating func flowValue(_ indent: Int, _ depth: Int) -> String {
        switch Int.random(in: 0..<8, using: &random) {
        case 0,
            1 where depth < 4:
            flow(indent, depth + 1)
        case 2: doubleQuoted(indent + 1)
        case 3: singleQuoted(indent + 1)
        case 4 where !anchors.isEmpty: "*" + (random.pick(anchors) ?? "a")
        default:
            random.pick([
                "x", "a b", "1", "-1", "true", "a:b", "it's", "é😀", "a#b",
                "x y\n" + spaces(indent + 1) + "z",
            ]) ?? "x"
        }
    }

    private mutating func end() -> String {
        random.pick(["\n", "\n", "\n", " \n", " # note\n", "\t# note\n", "\n\n"]) ?? "\n"
    }

    private mutating func blank() -> String {
        random.oneIn(8) ? "   " : " "
    }

    private mutating func filler(_ indent: Int) -> String {
        random.oneIn(8)
            ? random.pick(["\n", "# note\n", spaces(indent) + "# x: [\n", "  \n"]) ?? "" : ""
    }

    private func spaces(_ count: Int) -> String {
        String(repeating: " ", count: max(0, count))
    }
}
