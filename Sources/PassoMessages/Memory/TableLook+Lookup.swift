extension TableLook {
    /// Whether a look-up of a key finds this message and no other.
    func isFound(_ entry: FlatEntry, _ number: Int) -> Bool {
        let key = unsafe view.slice(texts + entry.keyStart, entry.keyLength)
        return unsafe keys.place(of: key.bindMemory(to: UInt8.self)) == number
    }

    /// Whether a name of the table is a text.
    @inline(__always)
    func isString(_ number: UInt32, _ text: String) -> Bool {
        let range = view.long(at: strings &+ 8 &* Int(number))
        return holds(text, Int(range & 0xFFFF_FFFF), Int(range >> 32))
    }

    /// Whether the word of a `select` is a text.
    func isWord(_ word: FlatWord, _ text: String) -> Bool { holds(text, word.start, word.length) }

    @inline(__always)
    private func holds(_ text: String, _ start: Int, _ length: Int) -> Bool {
        unsafe text.utf8.withContiguousStorageIfAvailable {
            unsafe view.holds($0, at: texts &+ start, length)
        } ?? (view.text(texts &+ start, length) == text)
    }
}
