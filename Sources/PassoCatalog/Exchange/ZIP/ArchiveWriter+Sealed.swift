extension XLSXCodec {
    /// What may stand in one part of an archive that is sealed.
    private static let maximumSealedBytes = 1 << 20

    /// Returns an archive of the parts that bytes hold, whatever these say of sizes and checksums.
    ///
    /// For whoever changes archives at random: nearly every change would end at a checksum otherwise.
    /// A part reaches from its record to the next record of any kind.
    package static func sealed(_ bytes: [UInt8]) -> [UInt8] {
        let archive = ArchiveBytes(bytes)
        let places = bytes.indices.filter { bytes[$0] == 0x50 && isRecord(archive, at: $0) }
        var writer = ArchiveWriter()
        var names: Set<String> = []
        for (index, place) in places.enumerated() where archive.has(.part, at: place) {
            guard let nameBytes = archive.short(at: place + 26),
                let extraBytes = archive.short(at: place + 28),
                let name = archive.slice(place + 30, count: nameBytes)
            else { continue }
            let text = String(decoding: name, as: UTF8.self)
            let start = place + 30 + nameBytes + extraBytes
            let end = index + 1 < places.count ? places[index + 1] : bytes.count
            guard start <= end, names.insert(text.lowercased()).inserted else { continue }
            writer.add(text, contents(bytes[start..<end], archive.short(at: place + 8)))
        }
        return writer.archive()
    }

    private static func isRecord(_ archive: ArchiveBytes, at place: Int) -> Bool {
        archive.has(.part, at: place) || archive.has(.entry, at: place)
            || archive.has(.end, at: place)
    }

    private static func contents(_ data: ArraySlice<UInt8>, _ method: Int?) -> [UInt8] {
        guard method == ArchiveEntry.Method.deflated.number,
            case .bytes(let bytes, _) = Deflate.unpack(data, limit: maximumSealedBytes)
        else { return Array(data) }
        return bytes
    }
}
