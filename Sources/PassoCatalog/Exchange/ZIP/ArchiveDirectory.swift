/// Where the directory of an archive is, as the record at its end says (APPNOTE, section 4.3.16).
struct ArchiveDirectory: Hashable {
    /// Where the first entry stands.
    let offset: Int
    /// Where the last entry ends.
    let end: Int
    /// How many entries there are.
    let count: Int

    /// The bytes of the record at the end, and those of the longest comment behind it.
    private static let recordBytes = 22
    private static let maximumCommentBytes = 0xFFFF
    /// What stands in a field that has its value in the record of more than 32 bits.
    private static let elsewhere = (short: 0xFFFF, word: 0xFFFF_FFFF)

    /// Finds the directory.
    ///
    /// The record is the last one whose comment ends with the file, so nothing that a comment holds
    /// is taken for it unless it is one itself.
    init(of archive: ArchiveBytes) throws(ArchiveProblem) {
        let latest = archive.count - Self.recordBytes
        let earliest = max(0, latest - Self.maximumCommentBytes)
        guard latest >= 0,
            let place = (earliest...latest).last(where: { offset in
                archive.has(.end, at: offset)
                    && archive.short(at: offset + 20) == latest - offset
            })
        else { throw .damaged(.unfinished, at: archive.count) }
        self = try Self(of: archive, at: place)
    }

    private init(of archive: ArchiveBytes, at place: Int) throws(ArchiveProblem) {
        guard let disk = archive.short(at: place + 4),
            let firstDisk = archive.short(at: place + 6),
            let countHere = archive.short(at: place + 8),
            let count = archive.short(at: place + 10), let size = archive.word(at: place + 12),
            let offset = archive.word(at: place + 16)
        else { throw .damaged(.directory, at: place) }
        let isLong =
            count == Self.elsewhere.short || size == Self.elsewhere.word
            || offset == Self.elsewhere.word
        if isLong, archive.has(.longEndLocator, at: place - 20) {
            self = try Self(longEndOf: archive, before: place - 20)
            return
        }
        guard disk == 0, firstDisk == 0, countHere == count else {
            throw .unsupported(.disks, name: "")
        }
        self.offset = offset
        self.count = count
        end = offset + size
        // What stands before an archive, or within it, would shift every offset.
        guard end == place else { throw .damaged(.directory, at: place) }
    }

    /// Reads the record for archives beyond 32 bits, which some programs write for small ones too.
    private init(longEndOf archive: ArchiveBytes, before locator: Int) throws(ArchiveProblem) {
        guard let place = archive.long(at: locator + 8), place < locator,
            archive.has(.longEnd, at: place), let size = archive.long(at: place + 4),
            size == locator - place - 12, let disk = archive.word(at: place + 16),
            let firstDisk = archive.word(at: place + 20),
            let countHere = archive.long(at: place + 24), let count = archive.long(at: place + 32),
            let bytes = archive.long(at: place + 40), let offset = archive.long(at: place + 48),
            offset <= place, bytes == place - offset
        else { throw .damaged(.directory, at: locator) }
        guard disk == 0, firstDisk == 0, countHere == count else {
            throw .unsupported(.disks, name: "")
        }
        self.offset = offset
        self.count = count
        end = place
    }
}
