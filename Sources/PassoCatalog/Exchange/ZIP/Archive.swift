/// A ZIP archive whose parts can be unpacked, each checked against all that the archive says of it.
///
/// Reading trusts nothing: the two descriptions of a part must agree, no two parts may share a byte
/// or a name, and sizes are held against the limits before anything is unpacked.
struct Archive {
    private let archive: ArchiveBytes
    private let limits: ExchangeLimits
    /// The parts in the order of the directory.
    let entries: [ArchiveEntry]
    /// The parts by their names in lower case, which is how OPC compares them (ECMA-376 part 2).
    private let byName: [String: Int]
    /// Where the data of each part stand.
    private let data: [Range<Int>]
    /// The bytes that were unpacked so far.
    private var unpackedBytes = 0

    /// Reads the directory of an archive and looks at every part without unpacking it.
    ///
    /// - Complexity: linear in the number of entries and the length of their names, but for their
    ///   sorting.
    init(_ bytes: [UInt8], limits: ExchangeLimits) throws(ArchiveProblem) {
        archive = ArchiveBytes(bytes)
        self.limits = limits
        let directory = try ArchiveDirectory(of: archive)
        guard directory.count <= limits.maximumParts else {
            throw .excess(.parts, limit: limits.maximumParts)
        }
        entries = try directory.entries(of: archive, limits: limits)
        var byName: [String: Int] = [:]
        var parts: [ArchivePart] = []
        for (index, entry) in entries.enumerated() {
            guard byName.updateValue(index, forKey: Self.folded(entry.name)) == nil else {
                throw .damaged(.twice, name: entry.name, at: entry.offset)
            }
            parts.append(try ArchivePart(entry, in: archive))
        }
        try ArchivePart.checkApart(parts, before: directory.offset)
        self.byName = byName
        data = parts.map(\.data)
    }

    /// Finds a part; capitals of ASCII letters do not count.
    func entry(_ name: String) -> ArchiveEntry? {
        byName[Self.folded(name)].map { entries[$0] }
    }

    /// Unpacks a part; nil when there is none of that name.
    mutating func contents(of name: String) throws(ArchiveProblem) -> [UInt8]? {
        guard let index = byName[Self.folded(name)] else { return nil }
        let entry = entries[index]
        try check(entry)
        let packed = archive.bytes[data[index]]
        let bytes: [UInt8]
        switch entry.method {
        case .stored: bytes = Array(packed)
        case .deflated: bytes = try unpack(packed, entry)
        case .other: throw .unsupported(.method, name: entry.name)
        }
        guard bytes.count == entry.unpackedBytes else {
            throw .damaged(.size, name: entry.name, at: entry.offset)
        }
        guard Deflate.checksum(bytes) == entry.checksum else {
            throw .damaged(.checksum, name: entry.name, at: entry.offset)
        }
        unpackedBytes += bytes.count
        return bytes
    }

    /// Holds what a part would become against the limits.
    private func check(_ entry: ArchiveEntry) throws(ArchiveProblem) {
        if entry.isEncrypted { throw .unsupported(.encrypted, name: entry.name) }
        if entry.isPatch { throw .unsupported(.patch, name: entry.name) }
        let size = entry.unpackedBytes
        guard size <= limits.maximumPartBytes else {
            throw .excess(.bytes, name: entry.name, limit: limits.maximumPartBytes)
        }
        guard size <= limits.maximumUnpackedBytes - unpackedBytes else {
            throw .excess(.total, name: entry.name, limit: limits.maximumUnpackedBytes)
        }
        let ratio = limits.maximumRatio
        guard size <= Self.anyRatioBytes || size / ratio <= entry.packedBytes else {
            throw .excess(.ratio, name: entry.name, limit: ratio)
        }
    }

    /// What a part may always have, however small it is packed.
    private static let anyRatioBytes = 1 << 20

    private func unpack(
        _ packed: ArraySlice<UInt8>,
        _ entry: ArchiveEntry
    ) throws(ArchiveProblem) -> [UInt8] {
        switch Deflate.unpack(packed, limit: entry.unpackedBytes) {
        case .bytes(let bytes, let taken):
            // What stands behind the end of the stream belongs to nothing.
            guard taken == packed.count else {
                throw .damaged(.size, name: entry.name, at: packed.startIndex + taken)
            }
            return bytes
        case .tooLong: throw .damaged(.size, name: entry.name, at: entry.offset)
        case .damaged(let offset):
            throw .damaged(.data, name: entry.name, at: packed.startIndex + offset)
        case .unfinished: throw .damaged(.data, name: entry.name, at: packed.endIndex)
        }
    }

    private static func folded(_ name: String) -> String {
        String(
            decoding: name.utf8.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 },
            as: UTF8.self
        )
    }
}
