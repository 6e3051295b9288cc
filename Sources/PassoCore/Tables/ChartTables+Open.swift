extension ChartTables {
    /// The event whose hearers are those of a name, in an open chart: the longest known name that it
    /// begins with, as tokens (Recommendation, 3.12.1).
    ///
    /// Every descriptor is a known name. So a name that is unknown is matched by no descriptor as
    /// long as it, and by the same shorter ones as what it begins with.
    func openEvent(named name: String) -> Int32 {
        let known = eventIndex.number(of: name)
        if known >= 0 { return known }
        let bytes = name.utf8
        // What is longer than all known names need not be looked up.
        var end =
            bytes.index(bytes.startIndex, offsetBy: longestName + 1, limitedBy: bytes.endIndex)
            ?? bytes.endIndex
        while let dot = bytes[..<end].lastIndex(of: UInt8(ascii: ".")) {
            let known = eventIndex.number(of: String(name[..<dot]))
            if known >= 0, !timerEvents.contains(known) { return known }
            end = dot
        }
        return anyEvent
    }
}
