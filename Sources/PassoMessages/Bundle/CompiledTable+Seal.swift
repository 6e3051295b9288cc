extension CompiledTable {
    /// Bytes with the length and the checksum that a table of these bytes has.
    ///
    /// For tests and fuzzers, whose bytes would otherwise all end at the checksum.
    package static func sealed(_ bytes: [UInt8]) -> [UInt8] {
        guard bytes.count >= TableLayout.headerBytes else { return bytes }
        var sealed = bytes
        func set(_ number: UInt64, count: Int, at place: Int) {
            for byte in 0..<count {
                sealed[place + byte] = UInt8(truncatingIfNeeded: number >> (8 * byte))
            }
        }
        set(UInt64(bytes.count), count: 4, at: TableLayout.lengthPlace)
        let place = TableLayout.checksumPlace
        let written = FlatBytes(copying: sealed)
        let sum = withExtendedLifetime(written) { written.view.checksum(leavingOut: place) }
        set(sum, count: 8, at: place)
        return sealed
    }

    /// The names of arguments, and the skeletons beside them.
    package var names: [String] {
        (0..<storage.layout.strings.count).map { storage.look.string(UInt32(clamping: $0)) }
    }
}
