import PassoDiagnostics
import PassoText

/// Hashes what a definition says: comments, layout, quotes where they change nothing, and aliases
/// do not count; the order of keys does, because states and transitions have one.
struct ContentHash {
    /// FNV-1a over 64 bits.
    private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

    init() {}

    /// Begins with what is known of a text.
    init(_ value: UInt64) { self.value = value }

    static func hash(of root: TextNode) -> UInt64 {
        var hash = ContentHash()
        hash.add(root)
        return hash.value
    }

    /// Of a text in a syntax whose layout counts.
    static func hash(of source: SourceText) -> UInt64 {
        var hash = ContentHash()
        hash.add(source)
        return hash.value
    }

    /// Adds the text of a document that belongs to the definition.
    mutating func add(_ source: SourceText) {
        for byte in source.utf8 { add(byte) }
        add(0xFF)
    }

    private mutating func add(_ byte: UInt8) {
        value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
    }

    private mutating func add(_ text: String) {
        for byte in text.utf8 { add(byte) }
        // No byte of UTF-8, so that two texts never run together.
        add(0xFF)
    }

    private mutating func add(_ node: TextNode) {
        switch node.content {
        case .scalar(let scalar):
            add(UInt8(ascii: "s"))
            // A quoted 5 is a text, a plain one a number.
            if case .string = scalar.value { add(UInt8(ascii: "t")) }
            add(scalar.text)
        case .sequence(let items):
            add(UInt8(ascii: "["))
            for item in items { add(item) }
            add(UInt8(ascii: "]"))
        case .mapping(let entries):
            add(UInt8(ascii: "{"))
            for entry in entries {
                add(entry.name)
                add(entry.value)
            }
            add(UInt8(ascii: "}"))
        }
    }
}
