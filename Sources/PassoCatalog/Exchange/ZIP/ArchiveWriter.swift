/// Writes a ZIP archive; the same parts give the same bytes, whenever they are written.
///
/// Every part is dated 1980-01-01, the first day that ZIP knows.
struct ArchiveWriter {
    private var bytes: [UInt8] = []
    private var directory: [UInt8] = []
    private var count = 0

    /// Adds a part, packed where that makes it smaller.
    ///
    /// - Parameters:
    ///   - name: its name in ASCII, unlike all before it.
    ///   - contents: its bytes.
    mutating func add(_ name: String, _ contents: [UInt8]) {
        let packed = Deflate.pack(contents)
        let isPacked = packed.count < contents.count
        let data = isPacked ? packed : contents
        let method = isPacked ? ArchiveEntry.Method.deflated : .stored
        var facts: [UInt8] = []
        // Version 2.0; no flags; midnight of the first day.
        for number in [20, 0, method.number, 0, 0x0021] { facts.append(short: number) }
        facts.append(word: Int(Deflate.checksum(contents)))
        facts.append(word: data.count)
        facts.append(word: contents.count)
        facts.append(short: name.utf8.count)
        facts.append(short: 0)

        directory.append(word: ArchiveRecord.entry.rawValue)
        directory.append(short: 20)
        directory += facts
        // No comment, the first disk, no attributes.
        for number in [0, 0, 0, 0, 0] { directory.append(short: number) }
        directory.append(word: bytes.count)
        directory += Array(name.utf8)

        bytes.append(word: ArchiveRecord.part.rawValue)
        bytes += facts
        bytes += Array(name.utf8)
        bytes += data
        count += 1
    }

    /// The whole archive.
    func archive() -> [UInt8] {
        var end: [UInt8] = []
        end.append(word: ArchiveRecord.end.rawValue)
        for number in [0, 0, count, count] { end.append(short: number) }
        end.append(word: directory.count)
        end.append(word: bytes.count)
        end.append(short: 0)
        return bytes + directory + end
    }
}

extension [UInt8] {
    /// Appends a number of two bytes, the low one first.
    fileprivate mutating func append(short number: Int) {
        append(contentsOf: [
            UInt8(truncatingIfNeeded: number), UInt8(truncatingIfNeeded: number >> 8),
        ])
    }

    /// Appends a number of four bytes, the low one first.
    fileprivate mutating func append(word number: Int) {
        append(short: number)
        append(short: number >> 16)
    }
}
