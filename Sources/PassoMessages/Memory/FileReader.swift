#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#elseif canImport(Darwin)
internal import Darwin
#endif

/// Looks at folders and files without Foundation.
///
/// Calls the system, which takes addresses.
enum FileReader {
    /// The system's error number.
    struct Failure: Error {
        let code: Int32
    }

    /// The names of what a folder holds, in no order.
    static func names(in folder: String) -> Result<[String], Failure> {
        guard let entries = unsafe opendir(folder) else { return .failure(Failure(code: errno)) }
        defer { unsafe closedir(entries) }
        var names: [String] = []
        while let entry = unsafe readdir(entries) {
            let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            names.append(name)
        }
        return .success(names)
    }

    /// What changes when a file does: its number, its size and the time of its change.
    ///
    /// Empty where there is no such file.
    static func stamp(of path: String) -> [Int64] {
        var status = stat()
        guard unsafe stat(path, &status) == 0 else { return [] }
        #if canImport(Darwin)
        let time = status.st_mtimespec
        #else
        let time = status.st_mtim
        #endif
        return [
            Int64(truncatingIfNeeded: status.st_ino), Int64(status.st_size), Int64(time.tv_sec),
            Int64(time.tv_nsec),
        ]
    }

    /// All of a file.
    static func bytes(of path: String, limit: Int) throws(CompiledTableError) -> [UInt8] {
        let file = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw .cannotRead(path: path, code: errno) }
        defer { close(file) }
        var status = stat()
        guard unsafe fstat(file, &status) == 0 else { throw .cannotRead(path: path, code: errno) }
        let length = Int(status.st_size)
        guard length <= limit else { throw .tooLarge(bytes: length, limit: limit) }
        var failure: Int32?
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: length) { room, done in
            while done < length {
                let count = unsafe read(
                    file,
                    room.baseAddress.map { unsafe $0 + done },
                    length - done
                )
                if count < 0, errno == EINTR { continue }
                if count < 0 { failure = errno }
                guard count > 0 else { return }
                done += count
            }
        }
        if let failure { throw .cannotRead(path: path, code: failure) }
        return bytes
    }
}
