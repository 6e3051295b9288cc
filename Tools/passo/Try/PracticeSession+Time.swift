import PassoCEL
import PassoCore
import PassoDefinition
import PassoMessages
import PassoRuntime
import RespondToRequest

extension PracticeSession {
    /// When the seconds that are left to accept are told.
    private static let toldSeconds: [Int64] = [10, 5]

    /// Lets time pass, without the timers that are due at the very instant: what is typed now goes
    /// before them.
    ///
    /// On the way the others do what the scenario says, and the seconds left are told.
    mutating func advance(to target: WorldInstant) {
        while true {
            let told = nextTold.flatMap { $0.at <= target ? $0 : nil }
            let step = script.first.flatMap { ($0.at ?? world.now) <= target ? $0 : nil }
            if let told, told.at <= step?.at ?? target {
                report(stage.advance(to: told.at, firingDue: true))
                // What happened on the way may have ended the offer.
                if secondsLeft == told.seconds { tellSeconds(told.seconds) }
            } else if let step {
                script.removeFirst()
                report(stage.advance(to: step.at ?? world.now, firingDue: false))
                perform(step)
            } else {
                break
            }
        }
        report(stage.advance(to: target, firingDue: false))
    }

    /// The task that is on offer to the agent, and the last instant to accept it.
    private var offer: (task: String, deadline: WorldInstant)? {
        let pending = desk.records.all(Reservation.self)
            .last { $0.agent == me && $0.state == .pending }
        guard let pending else { return nil }
        let began = world.beginsAt.seconds * 1_000 + Int64(world.beginsAt.nanoseconds / 1_000_000)
        let deadline = WorldInstant(.milliseconds(pending.deadline - began))
        return (pending.task, deadline)
    }

    /// The task that is on offer to the agent.
    var offered: String? { offer?.task }

    /// The whole seconds that are left to accept; a second that has begun counts.
    var secondsLeft: Int64? {
        guard let deadline = offer?.deadline else { return nil }
        let left = max(0, deadline.nanoseconds - world.now.nanoseconds)
        return (left + 999_999_999) / 1_000_000_000
    }

    private var nextTold: (at: WorldInstant, seconds: Int64)? {
        guard announcesSeconds, let deadline = offer?.deadline else { return nil }
        return Self.toldSeconds.lazy
            .map { (deadline.advanced(byNanoseconds: -$0 * 1_000_000_000), $0) }
            .first { $0.0 > world.now }
    }

    private mutating func tellSeconds(_ seconds: Int64) {
        say(.caution, words.text(DeskTexts.offerCountdown(seconds: Int(seconds))))
    }

    /// Somebody else does what the scenario says; what is not possible for them is not told.
    private mutating func perform(_ step: ScenarioStep) {
        let happenings: [Happening]
        do {
            happenings = try stage.perform(step, of: scenario)
        } catch {
            say(.refused, Words.text(EngineTexts.tryFailed(problem: "\(error)")))
            return
        }
        let actor = step.actor?.text
        let isRefused = happenings.contains {
            guard case .refused(let delivery, _) = $0.occurrence else { return false }
            return delivery.actor == actor
        }
        if !isRefused, let notice = stage.description(of: step) {
            say(.faint, words.text(notice))
        }
        report(happenings)
    }
}
