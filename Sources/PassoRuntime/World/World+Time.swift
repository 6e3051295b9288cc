import PassoCore

extension World {
    /// Lets time pass up to an instant, without the timers that are due exactly then.
    ///
    /// So an event from outside at that instant goes before them. An instant in the past changes
    /// nothing.
    @discardableResult
    public mutating func advance(
        to instant: WorldInstant,
        host: inout some WorldHost
    ) -> [Occurrence] {
        fire(upTo: instant, including: false, host: &host)
    }

    /// Lets time pass up to an instant, with the timers that are due exactly then.
    @discardableResult
    public mutating func advance(
        through instant: WorldInstant,
        host: inout some WorldHost
    ) -> [Occurrence] {
        fire(upTo: instant, including: true, host: &host)
    }

    /// Lets time pass to the soonest timer that is due by an instant, and puts its event on its way.
    ///
    /// For drivers that follow each step by ``step(host:)``.
    ///
    /// - Returns: whether there was one; otherwise time has come to the instant.
    public mutating func postNextTimer(through instant: WorldInstant) -> Bool {
        guard let due = nextTimer, due <= instant, let timer = timers.popFirst() else {
            now = max(now, instant)
            return false
        }
        now = max(now, due)
        post(timer.delivery)
        return true
    }

    private mutating func fire(
        upTo instant: WorldInstant,
        including: Bool,
        host: inout some WorldHost
    ) -> [Occurrence] {
        var occurrences: [Occurrence] = []
        var firings = 0
        while let due = nextTimer, due < instant || including && due == instant {
            guard firings < limits.firingsPerAdvance else {
                occurrences.append(.overrun(dropped: 0))
                return occurrences
            }
            firings += 1
            guard let timer = timers.popFirst() else { break }
            now = max(now, due)
            occurrences += bring(timer.delivery, host: &host)
        }
        now = max(now, instant)
        return occurrences
    }
}
