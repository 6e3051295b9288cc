internal import CICU

/// Room for the usual result: a number, a date, a category, a short list.
private let usualCapacity = 192

/// Makes a string of what `write` puts into a buffer, and once more with room enough if the first
/// buffer was too small.
///
/// - Parameters:
///   - capacity: the bytes to begin with.
///   - operation: what is being done, for the error.
///   - write: takes the buffer, its capacity and a status, and returns the length needed.
/// - Returns: the text written.
/// - Throws: the status of the last call of `write`.
func string(
    capacity: Int = usualCapacity,
    _ operation: StaticString,
    _ write: (UnsafeMutablePointer<CChar>?, Int32, inout Int32) -> Int32
) throws(ICUError) -> String {
    var status = Status()
    var needed = capacity
    for _ in 0..<2 {
        status = Status()
        let text = unsafe String(unsafeUninitializedCapacity: needed) { buffer in
            let room = buffer.count
            let written = unsafe buffer.withMemoryRebound(to: CChar.self) { bytes in
                unsafe Int(write(bytes.baseAddress, Int32(clamping: room), &status.code))
            }
            guard status.code == 0 else {
                needed = max(needed, written)
                return 0
            }
            return min(written, room)
        }
        guard status.code == Status.bufferOverflow else {
            try status.check(operation)
            return text
        }
    }
    try status.check(operation)
    return ""
}

extension String {
    /// Lends the text's UTF-8 to a C function.
    ///
    /// - Parameters:
    ///   - operation: what is being done, for the error.
    ///   - body: takes the bytes and their number.
    /// - Returns: what `body` returns.
    /// - Throws: `U_INDEX_OUTOFBOUNDS_ERROR` for a text of two gigabytes or more, whose length C
    ///   functions of ICU cannot take.
    func withUTF8Bytes<Result>(
        _ operation: StaticString,
        _ body: (UnsafePointer<CChar>?, Int32) throws(ICUError) -> Result
    ) throws(ICUError) -> Result {
        guard let length = Int32(exactly: utf8.count) else {
            throw ICUError(code: Status.indexOutOfBounds, operation: operation)
        }
        return unsafe try utf8Span.span.withUnsafeBytes { bytes throws(ICUError) in
            let base = unsafe bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
            return unsafe try body(base, length)
        }
    }
}
