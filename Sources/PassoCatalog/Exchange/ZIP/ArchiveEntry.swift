/// A part of an archive, as the archive's directory describes it.
struct ArchiveEntry: Hashable {
    /// How the bytes of a part are packed (APPNOTE, section 4.4.5).
    enum Method: Hashable {
        case stored
        case deflated
        case other(Int)
    }

    /// The name, with slashes between its folders.
    let name: String
    let method: Method
    /// The general purpose bits (section 4.4.4).
    let flags: Int
    /// The CRC-32 of the unpacked bytes.
    let checksum: UInt32
    let packedBytes: Int
    let unpackedBytes: Int
    /// Where the record stands that precedes the data.
    let offset: Int

    /// Whether the data are encrypted, or only the names are shown (bits 0, 6 and 13).
    var isEncrypted: Bool { flags & 0x2041 != 0 }

    /// Whether the data are a patch to something else (bit 5).
    var isPatch: Bool { flags & 0x0020 != 0 }
}

extension ArchiveEntry.Method {
    init(_ number: Int) {
        switch number {
        case 0: self = .stored
        case 8: self = .deflated
        default: self = .other(number)
        }
    }

    /// The number that archives have for it.
    var number: Int {
        switch self {
        case .stored: 0
        case .deflated: 8
        case .other(let number): number
        }
    }
}
