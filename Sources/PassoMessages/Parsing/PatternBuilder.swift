/// Collects the elements of a pattern, joining neighbouring texts.
struct PatternBuilder {
    /// The text since the last element.
    var bytes: [UInt8] = []
    private var elements: [MessageElement] = []

    mutating func append(_ element: MessageElement) {
        flush()
        elements.append(element)
    }

    mutating func append(raw: some Sequence<UInt8>) {
        bytes.append(contentsOf: raw)
    }

    private mutating func flush() {
        guard !bytes.isEmpty else { return }
        elements.append(.text(String(decoding: bytes, as: UTF8.self)))
        bytes.removeAll(keepingCapacity: true)
    }

    mutating func finish() -> MessagePattern {
        flush()
        return MessagePattern(elements: elements)
    }
}
