/// What the states of a picture are called in its source text.
///
/// The id where it is a plain word, otherwise a name made of the state's number; two states never
/// share one.
struct GraphNames {
    private let names: [String]
    private let ports: [String]

    init(_ nodes: [StateGraph.Node]) {
        var taken = Set(nodes.map(\.id).filter { Self.isPlain($0) })
        let names = nodes.enumerated().map { number, node in
            if Self.isPlain(node.id) { return node.id }
            var name = "s\(number)"
            while !taken.insert(name).inserted { name += "_" }
            return name
        }
        self.names = names
        ports = names.map { base in
            var name = base + "_self"
            while !taken.insert(name).inserted { name += "_" }
            return name
        }
    }

    /// The name of a state.
    subscript(number: Int) -> String { names[number] }

    /// The name of the mark inside a box that stands for the box.
    func port(of number: Int) -> String { ports[number] }

    /// Words with which Mermaid's statements begin, some of which are read where a longer word begins
    /// so, and what every object of JavaScript has.
    private static let reserved = [
        "constructor", "hasown", "isprototypeof", "propertyis", "tolocalestring", "tostring",
        "valueof", "accdescr", "acctitle", "as", "class", "click", "default", "direction", "end",
        "fork",
        "hide", "href", "join", "left", "note", "right", "root", "scale", "state", "style", "title",
    ]

    /// Whether an id is a word that both languages read as a name.
    private static func isPlain(_ id: String) -> Bool {
        guard let first = id.utf8.first, isLetter(first), id.utf8.allSatisfy(isPartOfWord) else {
            return false
        }
        let lower = id.lowercased()
        return !reserved.contains { lower.hasPrefix($0) }
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }

    private static func isPartOfWord(_ byte: UInt8) -> Bool {
        isLetter(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
            || byte == UInt8(ascii: "_")
    }
}
