/// Short texts one after another in one array, known by number.
///
/// A writer in a hot path takes the arrays out and keeps them itself: read through this value they
/// would be retained for each text.
struct TextPool: Sendable {
    /// The UTF-8 of all texts.
    private(set) var bytes: [UInt8] = []
    /// Where each text ends, after a 0.
    private(set) var ends: [Int32] = [0]

    /// How many texts there are.
    var count: Int { ends.count - 1 }

    mutating func append(_ text: some Sequence<UInt8>) {
        bytes.append(contentsOf: text)
        ends.append(Int32(bytes.count))
    }

    /// A text's UTF-8.
    subscript(_ number: Int) -> ArraySlice<UInt8> {
        bytes[Int(ends[number])..<Int(ends[number + 1])]
    }

    /// The bytes of the longest of some texts.
    func longestBytes(_ numbers: Range<Int>) -> Int { numbers.map { self[$0].count }.max() ?? 0 }

    /// The first byte of text 0, if the texts 0 to 9 are single bytes in a row.
    var digitZero: UInt8? {
        guard count >= 10, let first = self[0].first else { return nil }
        return (0..<10).allSatisfy { self[$0].elementsEqual([first &+ UInt8($0)]) } ? first : nil
    }
}
