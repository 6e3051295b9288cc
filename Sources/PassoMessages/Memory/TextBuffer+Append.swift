internal import PassoICU

extension TextBuffer {
    /// Appends a stretch of the texts of a table.
    @inline(__always)
    mutating func append(_ table: TableStorage, from start: UInt32, to end: UInt32) {
        let place = table.layout.texts.offset &+ Int(start)
        unsafe append(table.view.slice(place, Int(end) &- Int(start)))
    }

    /// Appends a number that has been written already.
    @inline(__always)
    mutating func append(_ text: borrowing ShortText) {
        let start = text.start
        let digits = text.bytes.span
        unsafe digits.withUnsafeBytes { bytes in
            unsafe append(UnsafeRawBufferPointer(rebasing: bytes[start...]))
        }
    }
}

extension TableStorage {
    /// The text of a word of a `select`.
    func text(of word: FlatWord) -> String {
        view.text(layout.texts.offset + word.start, word.length)
    }
}
