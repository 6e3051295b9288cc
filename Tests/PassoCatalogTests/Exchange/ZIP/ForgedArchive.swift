/// A ZIP archive in which every field can be made to say anything.
///
/// Written apart from the writer of the product, by APPNOTE alone.
struct ForgedArchive {
    /// One part.
    struct Part {
        var name: String
        var data: [UInt8]
        var method = 0
        var flags = 0
        var checksum: UInt32
        var packed: Int
        var unpacked: Int
        /// What the record before the data says, where it is something else.
        var localName: String?
        var localChecksum: UInt32?
        var localSizes: (packed: Int, unpacked: Int)?
        /// What stands behind the data.
        var descriptor: [UInt8] = []
        /// The extra field of the entry in the directory.
        var extra: [UInt8] = []
        /// Where the directory says that the part is; by default where it is.
        var offset: Int?
        var disk = 0

        init(_ name: String, _ data: [UInt8], checksum: UInt32, unpacked: Int? = nil) {
            self.name = name
            self.data = data
            self.checksum = checksum
            packed = data.count
            self.unpacked = unpacked ?? data.count
        }
    }

    var parts: [Part] = []
    /// What stands before the first part.
    var prefix: [UInt8] = []
    var comment: [UInt8] = []
    /// The number of entries at the end; by default the right one.
    var count: Int?
    /// Added to the offset and the size of the directory at the end.
    var offsetShift = 0
    var sizeShift = 0
    /// Whether the end is one of more than 32 bits.
    var isLong = false

    static func short(_ value: Int) -> [UInt8] { number(value, 2) }
    static func word(_ value: Int) -> [UInt8] { number(value, 4) }
    static func long(_ value: Int) -> [UInt8] { number(value, 8) }

    private static func number(_ value: Int, _ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }

    var bytes: [UInt8] {
        var result = prefix
        var directory: [UInt8] = []
        for part in parts {
            let offset = part.offset ?? result.count
            let localName = part.localName ?? part.name
            result += Self.word(0x0403_4B50) + Self.short(20) + Self.short(part.flags)
            result += Self.short(part.method) + Self.word(0)
            result += Self.word(Int(part.localChecksum ?? part.checksum))
            result += Self.word(part.localSizes?.packed ?? part.packed)
            result += Self.word(part.localSizes?.unpacked ?? part.unpacked)
            result += Self.short(localName.utf8.count) + Self.short(0) + Array(localName.utf8)
            result += part.data + part.descriptor
            directory += Self.word(0x0201_4B50) + Self.short(20) + Self.short(20)
            directory += Self.short(part.flags) + Self.short(part.method) + Self.word(0)
            directory += Self.word(Int(part.checksum)) + Self.word(part.packed)
            directory += Self.word(part.unpacked) + Self.short(part.name.utf8.count)
            directory += Self.short(part.extra.count) + Self.short(0) + Self.short(part.disk)
            directory += Self.short(0) + Self.word(0) + Self.word(offset)
            directory += Array(part.name.utf8) + part.extra
        }
        let start = result.count
        result += directory
        return result + end(start, directory.count)
    }

    private func end(_ start: Int, _ size: Int) -> [UInt8] {
        let count = count ?? parts.count
        var result: [UInt8] = []
        if isLong {
            result += Self.word(0x0606_4B50) + Self.long(44) + Self.short(45) + Self.short(45)
            result += Self.word(0) + Self.word(0) + Self.long(count) + Self.long(count)
            result += Self.long(size + sizeShift) + Self.long(start + offsetShift)
            result += Self.word(0x0706_4B50) + Self.word(0) + Self.long(start + size) + Self.word(1)
        }
        result += Self.word(0x0605_4B50) + Self.short(0) + Self.short(0)
        result += Self.short(isLong ? 0xFFFF : count) + Self.short(isLong ? 0xFFFF : count)
        result += Self.word(isLong ? 0xFFFF_FFFF : size + sizeShift)
        result += Self.word(isLong ? 0xFFFF_FFFF : start + offsetShift)
        return result + Self.short(comment.count) + comment
    }
}
