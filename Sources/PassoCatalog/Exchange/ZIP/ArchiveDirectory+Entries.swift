extension ArchiveDirectory {
    /// The bytes of an entry before its name.
    private static let entryBytes = 46

    /// Reads all entries; they have to fill the directory.
    func entries(
        of archive: ArchiveBytes,
        limits: ExchangeLimits
    ) throws(ArchiveProblem) -> [ArchiveEntry] {
        var entries: [ArchiveEntry] = []
        var place = offset
        for _ in 0..<count {
            let (entry, next) = try entry(of: archive, at: place, limits: limits)
            entries.append(entry)
            place = next
        }
        guard place == end else { throw .damaged(.directory, at: place) }
        return entries
    }

    private func entry(
        of archive: ArchiveBytes,
        at place: Int,
        limits: ExchangeLimits
    ) throws(ArchiveProblem) -> (ArchiveEntry, next: Int) {
        guard archive.has(.entry, at: place), let flags = archive.short(at: place + 8),
            let method = archive.short(at: place + 10),
            let checksum = archive.word(at: place + 16),
            let packed = archive.word(at: place + 20), let unpacked = archive.word(at: place + 24),
            let nameBytes = archive.short(at: place + 28),
            let extraBytes = archive.short(at: place + 30),
            let commentBytes = archive.short(at: place + 32),
            let disk = archive.short(at: place + 34), let offset = archive.word(at: place + 42),
            let name = archive.slice(place + Self.entryBytes, count: nameBytes),
            place + Self.entryBytes + nameBytes + extraBytes + commentBytes <= end
        else { throw .damaged(.directory, at: place) }
        guard nameBytes <= limits.maximumPartNameBytes else {
            throw .excess(.name, limit: limits.maximumPartNameBytes)
        }
        let extra = place + Self.entryBytes + nameBytes
        var long = LongFields(of: archive, at: extra, count: extraBytes)
        guard let unpacked = long.value(of: unpacked), let packed = long.value(of: packed),
            let offset = long.value(of: offset)
        else { throw .damaged(.directory, at: extra) }
        // Part names are ASCII in OPC; others are only shown.
        let text = String(decoding: name, as: UTF8.self)
        guard disk == 0 || disk == 0xFFFF else { throw .unsupported(.disks, name: text) }
        let entry = ArchiveEntry(
            name: text,
            method: ArchiveEntry.Method(method),
            flags: flags,
            checksum: UInt32(checksum),
            packedBytes: packed,
            unpackedBytes: unpacked,
            offset: offset
        )
        return (entry, extra + extraBytes + commentBytes)
    }
}

/// The values of more than 32 bits, in the extra field of an entry (APPNOTE, section 4.5.3).
///
/// Only those are there whose own fields are full of ones, in a fixed order.
private struct LongFields {
    private let archive: ArchiveBytes
    private var place = 0
    private var end = 0

    init(of archive: ArchiveBytes, at start: Int, count: Int) {
        self.archive = archive
        var field = start
        while field + 4 <= start + count, let id = archive.short(at: field),
            let size = archive.short(at: field + 2)
        {
            if id == 0x0001 {
                (place, end) = (field + 4, min(field + 4 + size, start + count))
                return
            }
            field += 4 + size
        }
    }

    /// The value of a field; nil where it should be here and is not.
    mutating func value(of field: Int) -> Int? {
        guard field == 0xFFFF_FFFF else { return field }
        guard place + 8 <= end, let value = archive.long(at: place) else { return nil }
        place += 8
        return value
    }
}
