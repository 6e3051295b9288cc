/// The bytes of an archive, read as the little-endian numbers that ZIP writes.
struct ArchiveBytes {
    let bytes: [UInt8]

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    var count: Int { bytes.count }

    /// The number of two bytes at an offset; nil where the archive ends before.
    func short(at offset: Int) -> Int? { number(at: offset, bytes: 2).map(Int.init) }

    /// The number of four bytes at an offset; nil where the archive ends before.
    func word(at offset: Int) -> Int? { number(at: offset, bytes: 4).map(Int.init) }

    /// The number of eight bytes at an offset; nil where the archive ends before, or it is too large
    /// to be the size of anything.
    func long(at offset: Int) -> Int? {
        number(at: offset, bytes: 8).flatMap { Int(exactly: $0) }
    }

    /// The bytes between two offsets; nil where the archive ends before.
    func slice(_ start: Int, count: Int) -> ArraySlice<UInt8>? {
        guard start >= 0, count >= 0, count <= bytes.count, start <= bytes.count - count else {
            return nil
        }
        return bytes[start..<start + count]
    }

    /// Whether a record of ZIP begins at an offset: `PK` and two bytes that say which one.
    func has(_ record: ArchiveRecord, at offset: Int) -> Bool {
        word(at: offset) == record.rawValue
    }

    private func number(at offset: Int, bytes count: Int) -> UInt64? {
        slice(offset, count: count)?.reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }
}

/// The records of an archive, by the numbers that they begin with (APPNOTE 6.3.10, section 4.3).
enum ArchiveRecord: Int {
    /// Stands before the data of each part (4.3.7).
    case part = 0x0403_4B50
    /// May stand behind the data of a part (4.3.9).
    case descriptor = 0x0807_4B50
    /// An entry of the directory (4.3.12).
    case entry = 0x0201_4B50
    /// The end of a directory with more than 32 bits (4.3.14).
    case longEnd = 0x0606_4B50
    /// Says where that is (4.3.15).
    case longEndLocator = 0x0706_4B50
    /// The end of the directory (4.3.16).
    case end = 0x0605_4B50
}
