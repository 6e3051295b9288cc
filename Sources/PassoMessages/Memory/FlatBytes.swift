#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#elseif canImport(Darwin)
internal import Darwin
#endif

/// Owns the bytes of a table: a copy in memory, or a file that is mapped.
///
/// Touches raw memory and the system's files. `@unchecked Sendable`: the bytes are never written to,
/// and the mapping is private and read-only. A file in use is replaced by renaming another over it
/// (which leaves this mapping as it was) and never rewritten in place.
@safe final class FlatBytes: @unchecked Sendable {
    let view: FlatView
    private let bytes: UnsafeRawBufferPointer
    private let isMapped: Bool

    init(copying source: [UInt8]) {
        let room = UnsafeMutableRawBufferPointer.allocate(byteCount: source.count, alignment: 16)
        unsafe room.copyBytes(from: source)
        unsafe bytes = UnsafeRawBufferPointer(room)
        unsafe view = FlatView(bytes)
        isMapped = false
    }

    /// Maps a file.
    ///
    /// - Throws: the system's error number, or that the file is beyond the limit.
    init(mapping path: String, limit: Int) throws(CompiledTableError) {
        let file = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw .cannotRead(path: path, code: errno) }
        defer { close(file) }
        var status = stat()
        guard unsafe fstat(file, &status) == 0 else { throw .cannotRead(path: path, code: errno) }
        guard status.st_mode & S_IFMT == S_IFREG else {
            throw .cannotRead(path: path, code: EINVAL)
        }
        let length = Int(status.st_size)
        guard length <= limit else { throw .tooLarge(bytes: length, limit: limit) }
        isMapped = length > 0
        guard length > 0 else {
            unsafe bytes = UnsafeRawBufferPointer(start: nil, count: 0)
            unsafe view = FlatView(bytes)
            return
        }
        let address = unsafe mmap(nil, length, PROT_READ, MAP_PRIVATE, file, 0)
        guard let address = unsafe address, unsafe address != MAP_FAILED else {
            throw .cannotRead(path: path, code: errno)
        }
        unsafe bytes = UnsafeRawBufferPointer(start: address, count: length)
        unsafe view = FlatView(bytes)
    }

    deinit {
        if isMapped {
            unsafe munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count)
        } else {
            unsafe bytes.deallocate()
        }
    }

    var array: [UInt8] { unsafe Array(bytes) }
}

extension FlatBytes {
    /// The bytes of a table with their checksum in its place.
    static func sealed(_ bytes: [UInt8]) -> [UInt8] {
        let place = TableLayout.checksumPlace
        guard bytes.count >= TableLayout.headerBytes else { return bytes }
        var sealed = bytes
        var sum = unsafe bytes.withUnsafeBytes { unsafe FlatView($0).checksum(leavingOut: place) }
        for byte in place..<place + 8 {
            sealed[byte] = UInt8(truncatingIfNeeded: sum)
            sum >>= 8
        }
        return sealed
    }
}
