/// The limits of this module.
enum ICULimits {
    /// Break iterators kept for the next caller.
    static let idleIterators = 16
    /// Locales whose handles are kept, per kind of handle.
    static let keptLocales = 64
    /// Date formats kept, per locale and time zone.
    static let keptDateFormats = 64
    /// Number formats by skeleton kept, per locale.
    static let keptSkeletons = 64
    /// Bytes of a decimal number in text.
    static let decimalBytes = 64
    /// Bytes of a locale's or time zone's name.
    static let nameBytes = 160
}
