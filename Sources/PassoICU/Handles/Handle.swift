internal import CICU

/// An object of ICU: opened in `init`, closed once in `deinit`.
///
/// `@unchecked Sendable`: ICU's objects may be used by any number of threads through their const
/// functions ("ICU4C: const objects are thread-safe", ICU user guide, *ICU Architectural Design*),
/// and every handle but a break iterator's and a date format's is used so. Those two are lent
/// to one caller at a time.
@safe final class Handle: @unchecked Sendable {
    let pointer: OpaquePointer
    private let close: (OpaquePointer) -> Void

    /// Opens an object.
    ///
    /// - Throws: the status that opening gave.
    init(
        _ operation: StaticString,
        open: (inout Int32) -> OpaquePointer?,
        close: @escaping (OpaquePointer) -> Void
    ) throws(ICUError) {
        var status = Status()
        let opened = unsafe open(&status.code)
        try status.check(operation)
        guard let opened = unsafe opened else {
            throw ICUError(code: Status.illegalArgument, operation: operation)
        }
        unsafe pointer = opened
        unsafe self.close = close
    }

    deinit { unsafe close(pointer) }
}

/// Checks the name of a locale or time zone before ICU reads it as a C string.
///
/// - Throws: `U_ILLEGAL_ARGUMENT_ERROR` for a name with a zero byte or beyond any real length.
func checkName(_ name: String, _ operation: StaticString) throws(ICUError) {
    guard name.utf8.count <= ICULimits.nameBytes, name.utf8.allSatisfy({ (0x20..<0x7F) ~= $0 })
    else { throw ICUError(code: Status.illegalArgument, operation: operation) }
}
