/// Finds a time zone by its IANA name, or gives `nil` for a name that is none.
///
/// It must be pure, and callable from any thread: a zone that an expression names by a constant is
/// found when its program is compiled, others in each evaluation.
public typealias CELTimeZones = @Sendable (_ name: String) -> CELTimeZone?

/// A time zone: what to add to an instant in UTC to get the local time.
///
/// ```swift
/// environment.timeZones = { name in
///     name == "Arctic/Longyearbyen" ? CELTimeZone { _ in 3_600 } : nil
/// }
/// // time.getHours('Arctic/Longyearbyen')
/// ```
public struct CELTimeZone: Sendable {
    /// The offset in seconds at an instant in seconds since 1970.
    let offset: @Sendable (_ seconds: Int64) -> Int64

    /// Makes a zone.
    ///
    /// - Parameter offset: the seconds to add at an instant in seconds since 1970, which lies in the
    ///   years 1 to 9999.
    public init(offset: @escaping @Sendable (_ seconds: Int64) -> Int64) { self.offset = offset }

    /// A zone with one offset at all times.
    init(fixed offset: Int64) { self.offset = { _ in offset } }

    /// The zone that an expression names: `UTC`, a fixed offset such as `+02:00` or `02:00`, or one
    /// that `zones` knows (language definition, "Timezones").
    ///
    /// - Throws: `invalidArgument` for other names.
    init(_ name: String, in zones: CELTimeZones?) throws(CELError) {
        if name == "UTC" {
            self.init(fixed: 0)
        } else if let offset = Self.fixedOffset(name) {
            self.init(fixed: offset)
        } else if name.utf8.count <= Self.longestName, let zone = zones?(name) {
            self = zone
        } else {
            let shown = String(name.unicodeScalars.prefix(Self.longestName))
            throw CELError(.invalidArgument, [CELArgument("timeZone", shown)])
        }
    }

    /// The longest name that is looked up, in bytes; IANA has none half as long.
    private static let longestName = 64

    /// The offset of hours and minutes with two digits each, in seconds.
    private static func fixedOffset(_ name: String) -> Int64? {
        guard let first = name.utf8.first, name.utf8.count <= 6 else { return nil }
        let isSigned = first == UInt8(ascii: "+") || first == UInt8(ascii: "-")
        guard isSigned || CELLexer.isDigit(first) else { return nil }
        var reader = CELDigitReader(isSigned ? name : "+" + name)
        guard let offset = reader.offset(), reader.isAtEnd else { return nil }
        return offset
    }
}
