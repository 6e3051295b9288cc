internal import CICU

/// A time zone by its IANA name: what to add to an instant to get the local time.
///
/// The changes of the offset are read from ICU once, up to the year 2100, and looked up without a
/// lock in constant time. Later instants are asked of ICU.
///
/// ```swift
/// let rome = try LocalTimeZone.shared(for: "Europe/Rome")
/// rome.offset(at: 0)   // 3,600,000
/// ```
///
/// Any number of threads may use one value: ICU answers through const functions.
public final class LocalTimeZone: Sendable {
    /// The IANA name.
    public let name: String
    private let handle: Handle
    /// The offset before the first change.
    private let firstOffset: Int32
    /// When the offset changes, up to 2100.
    let changes: [Int64]
    private let offsets: [Int32]
    /// For each ``span`` from ``origin`` on, how many changes come before it.
    private let before: [UInt16]

    /// Reads a zone.
    ///
    /// - Throws: `U_ILLEGAL_ARGUMENT_ERROR` for a zone that ICU does not know.
    public init(name: String) throws(ICUError) {
        try checkName(name, "time zone")
        self.name = name
        handle = unsafe try Handle("time zone") {
            unsafe passo_icu_zone_open(name, &$0)
        } close: {
            unsafe passo_icu_zone_close($0)
        }
        (changes, offsets) = try Self.changes(handle)
        firstOffset = try Self.offset(handle, Self.origin - 1)
        before = Self.index(changes)
    }

    private static let kept = Kept<LocalTimeZone>(limit: ICULimits.keptTimeZones)

    /// The zone of a name, read once and kept.
    public static func shared(for name: String) throws(ICUError) -> LocalTimeZone {
        try kept.value(for: name) { () throws(ICUError) in try LocalTimeZone(name: name) }
    }

    /// The milliseconds to add to an instant to get the local time.
    public func offset(at milliseconds: Int64) -> Int64 {
        guard milliseconds >= Self.origin else { return Int64(firstOffset) }
        guard milliseconds < Self.end else { return offsetAskingICU(milliseconds) }
        let place = Int((milliseconds - Self.origin) >> Self.spanBits)
        var count = Int(before[place])
        while count < changes.count, changes[count] <= milliseconds { count += 1 }
        return Int64(count == 0 ? firstOffset : offsets[count - 1])
    }

    private func offsetAskingICU(_ milliseconds: Int64) -> Int64 {
        // A zone that could be opened has an offset at every instant.
        Int64((try? Self.offset(handle, milliseconds)) ?? 0)
    }
}

extension LocalTimeZone {
    /// 1800-01-01 00:00 UTC, before any zone changed.
    private static let origin: Int64 = -5_364_662_400_000
    /// 2100-01-01 00:00 UTC.
    private static let end: Int64 = 4_102_444_800_000
    /// About 199 days, in which a zone changes once or twice.
    private static let spanBits: Int64 = 34

    private static func offset(_ handle: Handle, _ instant: Int64) throws(ICUError) -> Int32 {
        var status = Status()
        let offset = unsafe passo_icu_zone_offset(handle.pointer, instant, &status.code)
        try status.check("time zone")
        return offset
    }

    private static func changes(
        _ handle: Handle
    ) throws(ICUError) -> (instants: [Int64], offsets: [Int32]) {
        let room = ICULimits.zoneChanges
        var instants = [Int64](repeating: 0, count: room)
        var offsets = [Int32](repeating: 0, count: room)
        var status = Status()
        let count = unsafe passo_icu_zone_changes(
            handle.pointer,
            origin - 1,
            end,
            &instants,
            &offsets,
            Int32(room),
            &status.code
        )
        try status.check("time zone")
        return (Array(instants.prefix(Int(count))), Array(offsets.prefix(Int(count))))
    }

    private static func index(_ instants: [Int64]) -> [UInt16] {
        let places = Int((end - origin) >> spanBits) + 1
        var count = 0
        return (0..<places).map { place in
            let start = origin + Int64(place) << spanBits
            while count < instants.count, instants[count] <= start { count += 1 }
            return UInt16(count)
        }
    }
}
