/// Time zones as CEL names them.
enum CELTimeZone {
    /// The offset from UTC, in seconds, of `UTC` and of fixed offsets such as `+02:00` or `02:00`.
    ///
    /// - Throws: `invalidArgument` for other names: named zones need a table of their changes.
    static func offset(_ name: String) throws(CELError) -> Int64 {
        guard name != "UTC", name != "Z" else { return 0 }
        let isSigned = name.hasPrefix("+") || name.hasPrefix("-")
        var reader = CELDigitReader(isSigned ? name : "+" + name)
        guard let offset = reader.offset(), reader.isAtEnd else {
            throw CELError(.invalidArgument, [CELArgument("timeZone", name)])
        }
        return offset
    }
}
