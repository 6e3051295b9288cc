extension TableLook {
    /// The number of a key, or nil if the table lacks it.
    ///
    /// Touches raw memory: the key's own bytes are compared with the table's.
    @inline(__always)
    func place(of key: String) -> Int? {
        let found = unsafe key.utf8.withContiguousStorageIfAvailable { unsafe place(of: $0) }
        // Every string of ours is stored in one piece; a foreign one is copied first.
        guard let found else { return place(ofForeign: key) }
        return found < 0 ? nil : found
    }

    @inline(never)
    private func place(ofForeign key: String) -> Int? {
        let found = unsafe Array(key.utf8).withUnsafeBufferPointer { unsafe place(of: $0) }
        return found < 0 ? nil : found
    }

    /// The number of a key, or -1.
    ///
    /// A look-up reads each slot once at most, whatever the slots say.
    @inline(__always)
    private func place(of key: UnsafeBufferPointer<UInt8>) -> Int {
        let hash = unsafe KeyHash.hash(key)
        let mark = UInt32(truncatingIfNeeded: hash >> 32)
        var slot = Int(truncatingIfNeeded: hash) & slotMask
        for _ in 0...slotMask {
            let found = view.long(at: slots &+ 8 &* slot)
            let number = Int(found >> 32)
            if number == 0 { return -1 }
            if UInt32(truncatingIfNeeded: found) == mark {
                let entry = entry(at: number &- 1)
                if unsafe view.holds(key, at: texts &+ entry.keyStart, entry.keyLength) {
                    return number &- 1
                }
            }
            slot = (slot &+ 1) & slotMask
        }
        return -1
    }

    /// Whether a look-up of a key finds this message and no other.
    func isFound(_ entry: FlatEntry, _ number: Int) -> Bool {
        let key = unsafe view.slice(texts + entry.keyStart, entry.keyLength)
        return unsafe place(of: key.bindMemory(to: UInt8.self)) == number
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
