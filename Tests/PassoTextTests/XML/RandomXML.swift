import PassoTesting

/// Random documents of all that XML has.
struct RandomXML {
    var random: SeededRandom

    private static let names = ["a", "b", "ä", "p:a", "q:b", "c-1.x", "_"]
    private static let texts = [
        "x", " ", "\n", "\t", "é", "😀", "&amp;", "&#65;", "&#x1F600;", "&lt;", "\r\n", "]", "]]",
        "--",
        "'", "\"", ">", "\u{85}", "\u{7F}",
    ]

    mutating func document() -> String {
        let start = random.oneIn(2) ? "<?xml version=\"1.0\"?>\n" : ""
        let names = " xmlns:p=\"u\" xmlns:q='v'" + (random.oneIn(2) ? " xmlns='w'" : "")
        return start + misc() + element(depth: 0, declarations: names) + misc()
    }

    private mutating func misc() -> String {
        switch Int.random(in: 0..<6, using: &random) {
        case 0: "<!-- \(letters()) -->\n"
        case 1: "<?p \(letters())?>"
        default: ""
        }
    }

    private mutating func element(depth: Int, declarations: String = "") -> String {
        let name = random.pick(Self.names) ?? "a"
        var attributes = declarations
        var used: Set<String> = []
        for _ in 0..<Int.random(in: 0...3, using: &random) {
            guard let attribute = random.pick(Self.names), used.insert(attribute).inserted else {
                continue
            }
            let quote = random.oneIn(2) ? "'" : "\""
            let value = text().replacing(quote, with: "").replacing("<", with: "")
            attributes += " \(attribute)\(random.oneIn(5) ? " = " : "=")\(quote)\(value)\(quote)"
        }
        if random.oneIn(4) { return "<\(name)\(attributes)/>" }
        var content = ""
        for _ in 0..<Int.random(in: 0...4, using: &random) where depth < 5 {
            switch Int.random(in: 0..<8, using: &random) {
            case 0, 1, 2: content += element(depth: depth + 1)
            case 3: content += "<![CDATA[\(letters())<&]]>"
            case 4: content += misc()
            // Two texts side by side must not end a section.
            default: content += (content.hasSuffix("]") ? " " : "") + text()
            }
        }
        return "<\(name)\(attributes)>\(content)</\(name)\(random.oneIn(5) ? " " : "")>"
    }

    private mutating func letters() -> String {
        (0..<Int.random(in: 0...3, using: &random)).map { _ in random.pick(["x", " y", "é"]) ?? "" }
            .joined()
    }

    private mutating func text() -> String {
        (0..<Int.random(in: 0...4, using: &random)).map { _ in random.pick(Self.texts) ?? "" }
            .joined().replacing("]]>", with: "")
    }
}
