/// The limits of this module.
enum ICULimits {
    /// Break iterators kept for the next caller.
    static let idleIterators = 16
    /// Locales whose handles are kept, per kind of handle.
    static let keptLocales = 64
    /// Hash places of a store of kept values.
    static let keptPlaces = 64
    /// Time zones kept: more than IANA has names.
    static let keptTimeZones = 700
    /// Changes of a zone's offset between 1800 and 2100.
    static let zoneChanges = 1_000
    /// Tags whose likely subtags are kept.
    static let keptLikelySubtags = 512
    /// Date formats kept, per locale and time zone.
    static let keptDateFormats = 64
    /// Bytes of a date pattern that is written here.
    static let datePatternBytes = 256
    /// Letters of one field of such a pattern.
    static let dateFieldLetters = 16
    /// Digits and sign of any year that is written here.
    static let yearDigits = 6
    /// Digits after the point of numbers that are written here.
    static let fractionDigits = 9
    /// Number formats by skeleton kept.
    static let keptSkeletons = 256
    /// Bytes of a decimal number in text.
    static let decimalBytes = 1_024
    /// Bytes of a locale's or time zone's name.
    static let nameBytes = 160
}
