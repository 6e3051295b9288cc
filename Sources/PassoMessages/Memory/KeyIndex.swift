/// Where the keys of a table stand: what a look-up needs of a ``TableLook`` and no more, so that it
/// fits into registers.
///
/// Touches raw memory: a key's own bytes are compared with the table's.
struct KeyIndex: Sendable {
    let view: FlatView
    private let slots: Int
    private let slotMask: Int
    private let entries: Int
    let texts: Int

    init(_ view: FlatView, _ layout: TableLayout) {
        self.view = view
        slots = layout.slots.offset
        slotMask = max(0, layout.slots.count - 1)
        entries = layout.entries.offset
        texts = layout.texts.offset
    }

    @inline(__always)
    func entry(at number: Int) -> FlatEntry {
        FlatEntry(view, at: entries &+ FlatEntry.stride &* number)
    }

    /// The number of a key, or nil if the table lacks it.
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
    func place(of key: UnsafeBufferPointer<UInt8>) -> Int {
        let hash = unsafe KeyHash.hash(key)
        let mark = UInt32(truncatingIfNeeded: hash >> 32)
        var slot = Int(truncatingIfNeeded: hash) & slotMask
        var left = slotMask
        while left >= 0 {
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
            left &-= 1
        }
        return -1
    }
}
