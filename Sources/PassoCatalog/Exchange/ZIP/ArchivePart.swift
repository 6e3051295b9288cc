/// The bytes that a part takes in an archive: a record, the data, and perhaps another record.
struct ArchivePart {
    let entry: ArchiveEntry
    /// The packed bytes.
    let data: Range<Int>
    /// All bytes, with the records.
    let all: Range<Int>

    /// The bytes of the record before its name.
    private static let recordBytes = 30

    /// Reads the record before the data, which must say the same as the directory.
    init(_ entry: ArchiveEntry, in archive: ArchiveBytes) throws(ArchiveProblem) {
        let place = entry.offset
        guard archive.has(.part, at: place), let flags = archive.short(at: place + 6),
            let method = archive.short(at: place + 8), let checksum = archive.word(at: place + 14),
            let packed = archive.word(at: place + 18), let unpacked = archive.word(at: place + 22),
            let nameBytes = archive.short(at: place + 26),
            let extraBytes = archive.short(at: place + 28),
            let name = archive.slice(place + Self.recordBytes, count: nameBytes),
            String(decoding: name, as: UTF8.self) == entry.name, method == entry.method.number,
            archive.slice(
                place + Self.recordBytes + nameBytes + extraBytes,
                count: entry.packedBytes
            ) != nil
        else { throw .damaged(.header, name: entry.name, at: place) }
        // With bit 3 the values stand behind the data, and here zeros as a rule.
        let isKnown = flags & 0x0008 == 0
        guard Self.agrees(checksum, Int(entry.checksum), isKnown, mayBeLong: false),
            Self.agrees(packed, entry.packedBytes, isKnown, mayBeLong: true),
            Self.agrees(unpacked, entry.unpackedBytes, isKnown, mayBeLong: true)
        else { throw .damaged(.header, name: entry.name, at: place) }
        self.entry = entry
        let start = place + Self.recordBytes + nameBytes + extraBytes
        data = start..<start + entry.packedBytes
        let end = isKnown ? data.upperBound : try Self.descriptorEnd(entry, in: archive, data)
        all = place..<end
    }

    private static func agrees(
        _ value: Int,
        _ expected: Int,
        _ isKnown: Bool,
        mayBeLong: Bool
    ) -> Bool {
        value == expected || (!isKnown && value == 0) || (mayBeLong && value == 0xFFFF_FFFF)
    }

    /// Where the record behind the data ends, which may or may not begin with its number and has
    /// sizes of four or of eight bytes (APPNOTE, section 4.3.9).
    private static func descriptorEnd(
        _ entry: ArchiveEntry,
        in archive: ArchiveBytes,
        _ data: Range<Int>
    ) throws(ArchiveProblem) -> Int {
        let place = data.upperBound
        let marked = archive.has(.descriptor, at: place) ? place + 4 : place
        for start in Set([place, marked]) where archive.word(at: start) == Int(entry.checksum) {
            if archive.word(at: start + 4) == entry.packedBytes,
                archive.word(at: start + 8) == entry.unpackedBytes
            {
                return start + 12
            }
            if archive.long(at: start + 4) == entry.packedBytes,
                archive.long(at: start + 12) == entry.unpackedBytes
            {
                return start + 20
            }
        }
        throw .damaged(.header, name: entry.name, at: place)
    }

    /// Checks that no two parts share a byte, and that all stand before the directory.
    static func checkApart(
        _ parts: [ArchivePart],
        before directory: Int
    ) throws(ArchiveProblem) {
        var end = 0
        for part in parts.sorted(by: { $0.all.lowerBound < $1.all.lowerBound }) {
            guard part.all.lowerBound >= end, part.all.upperBound <= directory else {
                throw .damaged(.overlap, name: part.entry.name, at: part.entry.offset)
            }
            end = part.all.upperBound
        }
    }
}
