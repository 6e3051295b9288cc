import PassoTesting

/// Breaks texts at random: bytes and pieces are removed, doubled, moved and put in.
struct Mutation {
    var random: SeededRandom

    private static let yamlPieces: [String] = [
        ":", ": ", "- ", "-", "\n", "\r\n", "\r", " ", "  ", "\t", "#", " # ", "[", "]", "{", "}",
        ",", "\"", "'", "|", ">",
        "&a ", "*a", "!", "%", "@", "`", "\\", "?", "? ", "---", "...", "---\n", "\\u12", "\\ud800",
        "é", "😀", "\u{301}",
        "\u{FEFF}", "\u{85}", "\u{2028}", "\0", "\u{1B}", "<<: ", "a", "1", "~", "|2-", ">+\n",
        "null", "//", "/*", "\\n",
    ]

    mutating func broken(_ text: String, with pieces: [String] = yamlPieces) -> [UInt8] {
        var bytes = Array(text.utf8)
        for _ in 0..<Int.random(in: 1...4, using: &random) { change(&bytes, pieces) }
        return bytes
    }

    private mutating func change(_ bytes: inout [UInt8], _ pieces: [String]) {
        let place = Int.random(in: 0...bytes.count, using: &random)
        let length = min(Int.random(in: 1...8, using: &random), bytes.count - place)
        switch Int.random(in: 0..<12, using: &random) {
        case 0, 1: bytes.removeSubrange(place..<place + length)
        case 2: bytes.insert(contentsOf: Array(bytes[place..<place + length]), at: place)
        case 3:
            let piece = Array(bytes[place..<place + length])
            bytes.removeSubrange(place..<place + length)
            bytes.insert(
                contentsOf: piece,
                at: Int.random(in: 0...bytes.count, using: &random)
            )
        case 4:
            guard place < bytes.count, random.oneIn(6) else { return }
            bytes[place] = UInt8.random(in: .min ... .max, using: &random)
        case 5: bytes.removeLast(length)
        default:
            let piece = pieces.randomElement(using: &random) ?? ":"
            bytes.insert(contentsOf: Array(piece.utf8), at: place)
        }
    }
}
