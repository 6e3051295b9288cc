/// A text with places in it, written `1️⃣` to `9️⃣` (and `🔟`) where a test expects something.
///
/// ```swift
/// let marked = MarkedText("to: 1️⃣draf2️⃣")
/// #expect(diagnostic.range.offsets == marked.range(1, 2))
/// ```
public struct MarkedText: Sendable {
    /// The text without the markers.
    public let text: String

    /// The UTF-8 offset in ``text`` of each marker, by its number.
    public let offsets: [Int: Int]

    /// Takes the markers out of a text.
    public init(_ marked: String) {
        var text = ""
        var offsets: [Int: Int] = [:]
        let scalars = Array(marked.unicodeScalars)
        var index = 0
        while index < scalars.count {
            if let marker = Self.marker(in: scalars, at: index) {
                offsets[marker.number] = text.utf8.count
                index += marker.length
            } else {
                text.unicodeScalars.append(scalars[index])
                index += 1
            }
        }
        self.text = text
        self.offsets = offsets
    }

    /// Returns the offset of a marker; -1 when the text has none of that number.
    public subscript(_ number: Int) -> Int {
        offsets[number] ?? -1
    }

    /// Returns the range between two markers; empty at -1 when one of them is missing.
    public func range(_ first: Int, _ second: Int) -> Range<Int> {
        guard let lower = offsets[first], let upper = offsets[second], lower <= upper else {
            return -1 ..< -1
        }
        return lower..<upper
    }

    /// A keycap is a digit, variation selector 16 and U+20E3.
    private static func marker(
        in scalars: [Unicode.Scalar],
        at index: Int
    ) -> (number: Int, length: Int)? {
        let next = scalars[index..<min(index + 3, scalars.count)].map(\.value)
        if next.first == 0x1F51F { return (10, 1) }
        guard next.count == 3, next[1] == 0xFE0F, next[2] == 0x20E3,
            (0x31...0x39).contains(next[0])
        else { return nil }
        return (Int(next[0]) - 0x30, 3)
    }
}
