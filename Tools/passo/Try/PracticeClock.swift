import Foundation
import PassoRuntime

/// Real time for a session on a terminal, from a clock that no change of the computer's time moves.
struct PracticeClock {
    private let clock = ContinuousClock()
    private let origin: ContinuousClock.Instant

    init() { origin = clock.now }

    /// The time since the session began.
    var now: WorldInstant { WorldInstant(clock.now - origin) }

    /// The time zone of the person at the terminal.
    static var timeZone: String { TimeZone.current.identifier }
}
