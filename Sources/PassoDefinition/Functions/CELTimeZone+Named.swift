public import PassoCEL
import PassoICU

extension CELTimeZone {
    /// The zones of IANA's table by name, as ICU has them.
    ///
    /// Definitions know them; a host that evaluates expressions of its own asks for them:
    ///
    /// ```swift
    /// environment.timeZones = CELTimeZone.named
    /// // time.getHours('Europe/Rome')
    /// ```
    public static let named: CELTimeZones = { name in
        LocalTimeZone.offsets(of: name).map(CELTimeZone.init(offset:))
    }
}
