#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#elseif canImport(Darwin)
internal import Darwin
#endif

/// Writes whole files so that nobody ever sees half of one.
///
/// Calls the system, which takes addresses.
enum FileWriter {
    /// Replaces a file: the new one is written beside it under another name, brought to the disk and
    /// renamed over it.
    static func replace(_ path: String, by bytes: [UInt8]) throws(CompiledTableError) {
        let draft = "\(path).\(getpid()).\(UInt64.random(in: .min ... .max))"
        let file = unsafe open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
        guard file >= 0 else { throw .cannotWrite(path: path, code: errno) }
        var failure = writeAll(bytes, to: file)
        if failure == nil, fsync(file) != 0 { failure = errno }
        if close(file) != 0, failure == nil { failure = errno }
        if failure == nil, unsafe rename(draft, path) != 0 { failure = errno }
        guard let failure else { return }
        _ = unsafe unlink(draft)
        throw .cannotWrite(path: path, code: failure)
    }

    private static func writeAll(_ bytes: [UInt8], to file: Int32) -> Int32? {
        unsafe bytes.withUnsafeBytes { bytes in
            var done = 0
            while done < bytes.count {
                let rest = unsafe UnsafeRawBufferPointer(rebasing: bytes[done...])
                let count = unsafe write(file, rest.baseAddress, rest.count)
                if count < 0 {
                    if errno == EINTR { continue }
                    return errno
                }
                done += count
            }
            return nil
        }
    }
}
