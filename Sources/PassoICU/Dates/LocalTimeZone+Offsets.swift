extension LocalTimeZone {
    /// The offset of a zone of IANA, in seconds at an instant in seconds since 1970; `nil` for a name
    /// that IANA does not have.
    ///
    /// ```swift
    /// LocalTimeZone.offsets(of: "Europe/Rome")?(0)   // 3,600
    /// ```
    ///
    /// The zones are read once and kept, within ``ICULimits/keptTimeZones``; any number of threads
    /// may ask.
    public static func offsets(of name: String) -> (@Sendable (_ seconds: Int64) -> Int64)? {
        // ICU also makes zones of names such as GMT+5, which are not IANA's.
        guard !isCustom(name) else { return nil }
        // An unknown name is an answer here, not a failure.
        guard let zone = try? shared(for: name) else { return nil }
        return { seconds in zone.offset(at: seconds * 1_000) / 1_000 }
    }

    /// Whether ICU would make a zone of an offset that the name spells.
    private static func isCustom(_ name: String) -> Bool {
        let start = name.prefix(4).lowercased()
        guard start == "gmt+" || start == "gmt-" else { return false }
        return name != "GMT+0" && name != "GMT-0"
    }
}
